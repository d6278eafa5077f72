import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type StoreChange, type StoreRow } from '@beta-app/core/contract';
import { makeBetaApp } from './support/beta-apps.js';
import { faultsIn } from './support/end-state.js';
import { applications, openFixture, sari, type Fixture } from './support/fixture.js';

const branches = Array.from({ length: 32 }, (_, index) => ({
  code: `B${String(index)}`,
  name: `Cabang ${String(index)}`,
  timeZone: 'Asia/Jakarta' as const,
}));
const stores: StoreRow[] = Array.from({ length: 15_204 }, (_, index) => ({
  code: `T${String(index).padStart(5, '0')}`,
  name: `Toko ${String(index)}`,
  branchCode: `B${String(index % 32)}`,
}));
const actor = sari;

/** Times are told, not judged: machines differ. */
describe('the whole company, 15,204 stores', () => {
  let fixture: Fixture;
  before(async () => {
    fixture = await openFixture({ empty: true });
  });
  after(() => fixture.close());

  async function timed<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
    const start = performance.now();
    try {
      return await work();
    } finally {
      console.log(`  ${what}: ${(performance.now() - start).toFixed(0)} ms`);
    }
  }

  const sync = (rows: StoreRow[]) =>
    fixture.core.syncDirectory(
      {
        branches: { mode: 'full', rows: branches },
        applications: { mode: 'full', rows: applications },
        stores: { mode: 'full', rows },
      },
      { actor },
    );

  /** Saves from the newest page; only the save itself is timed. */
  async function save(what: string, id: number, change: StoreChange) {
    const { revision: baseRevision, directoryRevision } = await fixture.core.listBetaAppStores({
      id,
      limit: 1,
    });
    const input = { id, baseRevision, directoryRevision, changes: [change] };
    return timed(what, () => fixture.core.saveStores(input, { actor }));
  }

  async function saveAll(when: string) {
    const { core } = fixture;
    const all = stores.map(({ code }) => code);
    const { id } = await makeBetaApp(core, { applications: ['POS'] });
    const added = await save(`registering all, ${when}`, id, { registered: true, codes: all });
    assert.equal(added.added, stores.length);
    await save(`withdrawing one, ${when}`, id, { registered: false, codes: ['T00007'] });
    await save(`registering one, ${when}`, id, { registered: true, codes: ['T00007'] });
    const removed = await save(`withdrawing all by filter, ${when}`, id, {
      registered: false,
      select: {},
    });
    assert.equal(removed.removed, stores.length);
    await save(`registering all by filter, ${when}`, id, { registered: true, select: {} });
    await timed(`listing 2,000, ${when}`, () => core.listBetaAppStores({ id, limit: 2_000 }));
    await timed(`one lookup, ${when}`, () =>
      core.lookUpVersions({ store: 'T00007', application: 'POS' }),
    );
    const other = await makeBetaApp(core, { applications: ['POS'] });
    await assert.rejects(
      save(`being refused all, ${when}`, other.id, { registered: true, codes: all }),
      { code: 'STORES_OVERLAP' },
    );
    const { detailsRevision } = await core.getBetaApp({ id });
    await core.cancelBetaApp({ id, detailsRevision }, { actor });
  }

  it('is taken in, registered, withdrawn and taken in anew', async () => {
    await timed('taking in for the first time', () => sync(stores));
    await saveAll('on tables never analyzed');
    await timed('taking in the same', () => sync(stores));
    const renamed = stores.map((store) => ({ ...store, name: `${store.name} B` }));
    await timed('renaming all', () => sync(renamed));
    await fixture.owner`analyze`;
    await saveAll('on analyzed tables');
    assert.deepEqual(await faultsIn(fixture.owner), []);
  });
});
