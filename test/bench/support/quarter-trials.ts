import { makeBetaApp } from '../../core/support/beta-apps.js';
import { type Company } from './company.js';

/** How many trials there are; the first is of `APP0`, the last of `APP39`. */
export const trialCount = 40;

/** Makes beta apps of one application each, every one in a quarter of the stores. */
export async function makeQuarterTrials({
  core,
  stores,
}: Pick<Company, 'core' | 'stores'>): Promise<void> {
  for (let index = 0; index < trialCount; index += 1) {
    const chosen = stores.filter((_, store) => (store * 7 + index) % 4 === 0);
    await makeBetaApp(core, { applications: [`APP${String(index)}`], stores: chosen });
  }
}
