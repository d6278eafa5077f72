import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { isBetaAppError } from '@beta-app/core';
import { type SavedStores, type SaveStores } from '@beta-app/core/contract';
import fc from 'fast-check';
import { makeBetaApp } from './support/beta-apps.js';
import { faultsIn } from './support/end-state.js';
import { budi, openFixture, sari, type Fixture } from './support/fixture.js';
import { type ModelAnswer, type ModelStore, StoreSaveModel } from './support/store-save-model.js';
import { branchCodes, pool, step, type Step } from './support/store-save-steps.js';

const actors = [sari, budi, { name: 'Rina', nik: '3' }];
const noRefusal = { conflicts: [], clashes: [], unknown: [], closed: [] };

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
    const apps = [...model.betaApps.keys()];
    const pages = new Map<string, { baseRevision: number; directoryRevision: number }>();
    const read = (place: string, id: number) => {
      const page = {
        baseRevision: model.betaApps.get(id)!.revision,
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
      const { revision } = model.betaApps.get(id)!;
      const changes = taken.changes.map((change) =>
        'asOf' in change ? { ...change, asOf: Math.max(1, revision - change.asOf) } : change,
      );
      await compare(model, { id, ...page, changes }, actor, taken.dryRun);
    }
    await compareEnd(model);
    for (const id of apps) {
      const { detailsRevision } = await core.getBetaApp({ id });
      await core.cancelBetaApp({ id, detailsRevision }, { actor: sari });
    }
  }

  async function sync(model: StoreSaveModel, lines: (Step & { kind: 'sync' })['rows']) {
    const rows = lines.map(({ index, branch, name, open }) => ({
      code: pool[index]?.code ?? `TX${String(index)}`,
      branchCode: branchCodes[branch]!,
      name,
      open,
    }));
    const closures = rows.filter(({ code, open }) => !open && model.stores.get(code)?.open);
    await fixture.core.syncDirectory(
      { stores: { mode: 'partial', rows }, expectedClosures: closures.length },
      { actor: sari },
    );
    model.sync(
      new Map(rows.map(({ code, branchCode, ...row }) => [code, { ...row, branch: branchCode }])),
    );
  }

  /** A model that knows the directory from now on: before this it is taken for what it is now. */
  async function startModel(): Promise<StoreSaveModel> {
    const model = new StoreSaveModel();
    const rows = await fixture.owner<(ModelStore & { code: string })[]>`
      select store.code, branch.code as branch, state.name, state.open
      from beta_app.store
      join beta_app.store_state as state on state.store_id = store.id and state.until = 'infinity'
      join beta_app.branch on branch.id = state.branch_id`;
    const now = new Map(rows.map(({ code, ...store }) => [code, store]));
    const [directory] = await fixture.owner<{ revision: number }[]>`
      select revision::int from beta_app.directory`;
    while (model.directoryRevision < directory!.revision) model.directory.push(now);
    for (const applications of [['POS'], ['POS', 'STK'], ['STK']]) {
      const app = await makeBetaApp(fixture.core, { applications });
      model.betaApps.set(app.id, {
        revision: app.revision,
        registered: new Set(),
        applications,
        saves: [],
      });
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
    const { core } = fixture;
    const trial = await core.saveStores({ ...input, dryRun: true }, { actor: person });
    const expected = model.save({ ...input, dryRun: onlyDry }, person.nik);
    if (expected.refused === undefined) {
      if (!onlyDry && expected.added.length + expected.removed.length > 0) count('saved');
      if (expected.others.length > 0) count('merged');
      if (expected.skipped.length > 0) count('skipped');
      const { conflicts, clashes, unknown, closed, ...rest } = trial;
      assert.deepEqual({ conflicts, clashes, unknown, closed }, noRefusal);
      if (onlyDry) {
        checkAnswer(rest, expected);
        return;
      }
      const saved = await core.saveStores(input, { actor: person });
      checkAnswer(saved, expected);
      assert.deepEqual({ ...rest, revision: saved.revision }, saved);
      return;
    }
    count(expected.refused);
    assert.deepEqual(refusedStores(trial, expected.refused), expected.stores);
    if (onlyDry) return;
    await assert.rejects(core.saveStores(input, { actor: person }), (error) => {
      assert.ok(isBetaAppError(error, expected.refused as 'STORES_CLOSED'), String(error));
      const {
        stores: closed,
        clashes,
        conflicts,
      } = error.details as Partial<Record<'stores', string[]> & SavedStores>;
      const told = refusedStores({ closed, clashes, conflicts } as SavedStores, expected.refused);
      assert.deepEqual(told, expected.stores);
      return true;
    });
  }

  function refusedStores(answer: SavedStores, code: string): string[] {
    const lists: Record<string, string[][] | undefined> = {
      STORES_CLOSED: [answer.closed ?? []],
      STORES_CHANGED: answer.clashes?.map((clash) => clash.stores),
      STORES_OVERLAP: answer.conflicts?.map((conflict) => conflict.stores),
    };
    return [...new Set(lists[code]?.flat())].sort();
  }

  function checkAnswer(answer: SavedStores, expected: ModelAnswer): void {
    assert.ok(expected.refused === undefined);
    assert.equal(answer.revision, expected.revision);
    assert.equal(answer.added, expected.added.length);
    assert.equal(answer.removed, expected.removed.length);
    assert.deepEqual(answer.skipped, expected.skipped);
    const others = answer.others.map(({ actor, stores: count }) => ({
      nik: actor.nik,
      stores: count,
    }));
    assert.deepEqual(others, expected.others);
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
      assert.equal(read.revision, app.revision);
    }
    assert.deepEqual(await faultsIn(fixture.owner), []);
  }
});
