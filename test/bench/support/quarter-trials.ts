import { makeBetaApp } from '../../core/support/beta-apps.js';
import { type Company } from './company.js';

/** How many trials there are; the first is of `APP0`, the last of `APP39`. */
export const trialCount = 40;

/** One application, and the stores that try it. */
export interface Trial {
  application: string;
  stores: string[];
}

/** Trials of one application each, every one in a quarter of the stores. */
export const quarterTrials = (stores: readonly string[]): Trial[] =>
  Array.from({ length: trialCount }, (_, index) => ({
    application: `APP${String(index)}`,
    stores: stores.filter((_, store) => (store * 7 + index) % 4 === 0),
  }));

/** Makes beta apps of them. */
export async function makeQuarterTrials({
  core,
  stores,
}: Pick<Company, 'core' | 'stores'>): Promise<void> {
  for (const trial of quarterTrials(stores)) {
    await makeBetaApp(core, { applications: [trial.application], stores: trial.stores });
  }
}
