import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type SavedStores, type SaveStores } from '@beta-app/core/contract';
import fc from 'fast-check';
import { makeBetaApp } from './support/beta-apps.js';
import { faultsIn } from './support/end-state.js';
import { budi, openFixture, sari, type Fixture } from './support/fixture.js';
import { answerOf } from './support/model/answers.js';
import { modelOf, revisionOf } from './support/model/model-beta-app.js';
import { StoreSaveModel } from './support/model/store-save-model.js';
import { step, type Step, storeRowOf, type SyncedRow } from './support/model/store-save-steps.js';

const actors = [sari, budi, { name: 'Rina', nik: '3' }];

describe('saving stores, beside a plain model of it', () => {
  let fixture: Fixture;
  const seen: Record<string, number> = {};
  const count = (what: string) => (seen[what] = (seen[what] ?? 0) + 1);
  before(async () => {
    fixture = await openFixture();
  });
  after(() => fixture.close());

  it('answers as the model, step by step, and ends in its state', async () => {
    const runs = fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 60 }), runSteps);
    await fc.assert(runs, { numRuns: 12 });
    assert.deepEqual(
      Object.keys(seen).sort(),
      ['STORES_CHANGED', 'STORES_CLOSED', 'STORES_OVERLAP', 'merged', 'saved', 'skipped'],
      'the steps led everywhere',
    );
  });

  async function runSteps(steps: Step[]): Promise<void> {
    const { core } = fixture;
    const model = await startModel();
    try {
      await takeSteps(model, steps);
      await compareEnd(model);
    } finally {
      for (const id of model.betaApps.keys()) {
        const { detailsRevision } = await core.getBetaApp({ id });
        await core.cancelBetaApp({ id, detailsRevision }, { actor: sari });
      }
    }
  }

  async function takeSteps(model: StoreSaveModel, steps: Step[]): Promise<void> {
    const apps = [...model.betaApps.keys()];
    const pages = new Map<string, { baseRevision: number; directoryRevision: number }>();
    const read = (place: string, id: number) => {
      const page = {
        baseRevision: revisionOf(model.betaApps.get(id)!),
        directoryRevision: model.directoryRevision,
      };
      pages.set(place, page);
      return page;
    };
    for (const taken of steps) {
      if (taken.kind === 'sync') {
        await sync(model, taken.rows);
        continue;
      }
      const { actor, app } = taken;
      const id = apps[app]!;
      const place = `${String(actor)}/${String(app)}`;
      if (taken.kind === 'read') {
        read(place, id);
        continue;
      }
      // Who doesn't read again goes on saving from the page that is ever older.
      const page = pages.get(place) ?? read(place, id);
      const revision = revisionOf(model.betaApps.get(id)!);
      const changes = taken.changes.map((change) =>
        'asOf' in change ? { ...change, asOf: Math.max(1, revision - change.asOf) } : change,
      );
      await compare(model, { id, ...page, changes }, actor, taken.dryRun);
    }
  }

  async function sync(model: StoreSaveModel, lines: readonly SyncedRow[]) {
    const rows = lines.map(storeRowOf);
    const closures = rows.filter(({ code, open }) => !open && model.stores.get(code)?.open);
    const input = {
      stores: { mode: 'partial' as const, rows },
      expectedClosures: closures.length,
    };
    const report = await answerOf(fixture.core, { operation: 'syncDirectory', input }, sari);
    assert.deepEqual(report, model.syncDirectory(input));
  }

  async function startModel(): Promise<StoreSaveModel> {
    const model = new StoreSaveModel();
    await model.readDirectory(fixture.owner);
    for (const applications of [['POS'], ['POS', 'STK'], ['STK']]) {
      const app = await makeBetaApp(fixture.core, { applications });
      model.betaApps.set(app.id, modelOf(app));
    }
    return model;
  }

  /** The dry run and the real save, each beside the model's. */
  async function compare(
    model: StoreSaveModel,
    input: SaveStores,
    actor: number,
    onlyDry: boolean,
  ): Promise<void> {
    const person = actors[actor]!;
    for (const dryRun of onlyDry ? [true] : [true, false]) {
      const write = { operation: 'saveStores', input: { ...input, dryRun } } as const;
      const expected = model.saveStores(write.input, person);
      assert.deepEqual(await answerOf(fixture.core, write, person), expected);
      if (dryRun) continue;
      if ('refused' in expected) {
        count(expected.refused);
        continue;
      }
      const { added, removed, others, skipped } = expected.ok as SavedStores;
      if (added + removed > 0) count('saved');
      if (others.length > 0) count('merged');
      if (skipped.length > 0) count('skipped');
    }
  }

  async function compareEnd(model: StoreSaveModel): Promise<void> {
    for (const [id, app] of model.betaApps) {
      const rows = await fixture.owner<{ code: string }[]>`
        select code from beta_app.registration
        join beta_app.store on store.id = store_id where beta_app_id = ${id} order by code`;
      assert.deepEqual(
        rows.map(({ code }) => code),
        [...app.registered].sort(),
      );
      const read = await fixture.core.getBetaApp({ id });
      const open = rows.filter(({ code }) => model.stores.get(code)!.open);
      assert.equal(read.registeredStores, open.length);
      assert.equal(read.revision, revisionOf(app));
    }
    assert.deepEqual(await faultsIn(fixture.owner), []);
  }
});
