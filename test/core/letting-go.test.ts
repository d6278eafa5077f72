import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { type Core } from '@beta-app/core';
import { type BetaApp } from '@beta-app/core/contract';
import { type Sql } from 'postgres';
import { cancelAll, makeBetaApp } from './support/beta-apps.js';
import { faultsIn } from './support/end-state.js';
import { day, type Fixture, openFixture } from './support/fixture.js';
import {
  closeAll,
  connections,
  type RawAnswer,
  rawWrite,
  type RawWrite,
} from './support/raw-writes.js';
import { withoutClaims } from './support/replaced-function.js';

/** A way for a beta app to let go of a store for the days after today. */
type Exit = (core: Core, holder: BetaApp, store: string) => Promise<RawWrite> | RawWrite;

const edit =
  (operation: string, input: object = {}): Exit =>
  (_core, { id, detailsRevision }) => ({ operation, input: { id, detailsRevision, ...input } });

async function save(core: Core, { id, revision }: BetaApp, change: object): Promise<RawWrite> {
  const { directoryRevision } = await core.listBetaAppStores({ id, limit: 1 });
  const input = { id, baseRevision: revision, directoryRevision, changes: [change] };
  return { operation: 'saveStores', input };
}

const exits: Record<string, Exit> = {
  'withdrawing it': (core, holder, store) =>
    save(core, holder, { registered: false, codes: [store] }),
  'moving it to another one': async (core, { id: from }, store) =>
    save(core, await makeBetaApp(core), { registered: true, codes: [store], from }),
  'removing the application': edit('removeApplication', { code: 'POS' }),
  'shortening the period': edit('updateBetaApp', { endsOn: day(1) }),
  ending: edit('endBetaApp'),
  cancelling: edit('cancelBetaApp'),
  'promoting it': edit('promoteBetaApp'),
  'dropping it for a pause': edit('pauseBetaApp', { stores: 'drop' }),
};

describe('a beta app that lets go of a store which another one would withdraw for it', () => {
  let fixture: Fixture;
  let leaving: Sql;
  let coming: Sql;
  before(async () => {
    fixture = await openFixture();
    [leaving, coming] = connections(fixture.database.serviceUrl, 2) as [Sql, Sql];
  });
  after(async () => {
    await closeAll([leaving, coming]);
    await fixture.close();
  });

  /** The other one asks while the exit isn't committed, which it is once the answer is there or patience ends. */
  async function meet(exit: Exit, store: string, patience = 50): Promise<RawAnswer> {
    const { core } = fixture;
    const holder = await makeBetaApp(core, { applications: ['POS'], stores: [store] });
    const write = await exit(core, holder, store);
    const { id, detailsRevision } = await makeBetaApp(core, { period: [5, 9], stores: [store] });
    const add = {
      id,
      detailsRevision,
      applicationCode: 'POS',
      version: '9.0.0',
      withdraw: [store],
    };
    const pending = await leaving.begin(async (transaction) => {
      const { error } = await rawWrite(transaction, write);
      assert.equal(error, undefined);
      const answer = rawWrite(coming, { operation: 'addApplication', input: add });
      await Promise.race([answer, setTimeout(patience)]);
      return { answer };
    });
    const answer = await pending.answer;
    await cancelAll(core);
    return answer;
  }

  for (const [name, exit] of Object.entries(exits)) {
    it(`is waited for, by ${name}: the store stays where it is free`, async () => {
      const { error, ok } = await meet(exit, 'TB001');
      assert.equal(error, undefined);
      assert.equal(ok?.['withdrawn'], 0);
      assert.deepEqual(await faultsIn(fixture.owner), []);
    });
  }

  it('would lose the store in both without the counter that writers raise', async () => {
    await withoutClaims(fixture.owner, async () => {
      for (const [name, exit] of Object.entries(exits)) {
        const { ok } = await meet(exit, 'TB002', 10_000);
        assert.equal(ok?.['withdrawn'], 1, name);
      }
    });
  });
});
