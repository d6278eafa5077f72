import { makeBetaApp } from '../../core/support/beta-apps.js';
import { type BenchSuite } from '../harness/report.js';
import { compare, timeOf } from '../harness/rounds.js';
import { actor, openCompany, type Company } from '../support/company.js';
import { saveOf } from '../support/saves.js';

/** Twenty people who save a branch each of one beta app at once, against one after the other. */
export async function measure(): Promise<BenchSuite> {
  const company = await openCompany({ connections: 20 });
  try {
    await company.settle();
    const branches = Array.from({ length: 20 }, (_, index) =>
      company.storesOf(`B${String(index + 1).padStart(2, '0')}`),
    );
    return {
      title: 'Twenty people at once',
      about:
        'Twenty people open one beta app, tick a branch of some 440 stores each, and save, over twenty connections. ' +
        'After each round every store is there.',
      rows: [
        await compare({
          what: 'twenty branches saved at once',
          warmUp: 6,
          subject: () =>
            saveBranches(company, branches, async (saves) => {
              await Promise.all(saves.map((save) => save()));
            }),
          peer: () =>
            saveBranches(company, branches, async (saves) => {
              for (const save of saves) await save();
            }),
          peerName: 'one after the other',
          goal: { atLeast: 0.9 },
        }),
      ],
    };
  } finally {
    await company.close();
  }
}

type Save = () => Promise<unknown>;

/** Times saves of branches into a beta app of its own, and sees that nothing got lost. */
async function saveBranches(
  company: Company,
  branches: readonly (readonly string[])[],
  saveAll: (saves: readonly Save[]) => Promise<void>,
): Promise<number> {
  const { core } = company;
  const { id } = await makeBetaApp(core, { applications: ['APP0'] });
  const saves = await Promise.all(branches.map((stores) => saveOf(company, id, stores)));
  const time = await timeOf(() => saveAll(saves));
  const { registeredStores, detailsRevision } = await core.getBetaApp({ id });
  const expected = branches.reduce((sum, stores) => sum + stores.length, 0);
  if (registeredStores !== expected) {
    throw new Error(`${String(registeredStores)} stores are registered, not ${String(expected)}`);
  }
  await core.cancelBetaApp({ id, detailsRevision }, { actor });
  return time;
}
