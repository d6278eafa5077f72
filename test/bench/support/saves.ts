import { randomUUID } from 'node:crypto';
import { makeBetaApp } from '../../core/support/beta-apps.js';
import { timeOf } from '../harness/rounds.js';
import { actor, type Company } from './company.js';

/** Times a save into a beta app of its own, which lets go of the stores afterwards. */
export async function saveNew(
  company: Company,
  codes: readonly string[],
  applications: string[],
): Promise<number> {
  const { id } = await makeBetaApp(company.core, { applications });
  const time = await timeOf(await saveOf(company, id, codes, true));
  const { detailsRevision } = await company.core.getBetaApp({ id });
  await company.core.cancelBetaApp({ id, detailsRevision }, { actor });
  return time;
}

type Changes = { registered: boolean; codes: string[] }[];

/** A save as the page sends it, ready to be timed. */
export async function saveOf(
  { core }: Company,
  id: number,
  what: readonly string[] | Changes,
  registered = true,
): Promise<() => Promise<unknown>> {
  const page = await core.listBetaAppStores({ id, limit: 1 });
  const isChanges = (value: readonly string[] | Changes): value is Changes =>
    typeof value[0] === 'object';
  const changes = isChanges(what) ? what : [{ registered, codes: [...what] }];
  const { revision: baseRevision, directoryRevision } = page;
  const input = { id, baseRevision, directoryRevision, changes };
  return () => core.saveStores(input, { actor, idempotencyKey: randomUUID() });
}
