import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Sql } from 'postgres';
import { faultsIn } from './support/end-state.js';
import { openFixture, stores, type Fixture } from './support/fixture.js';
import { doorPairs } from './support/overlap-attacks.js';
import {
  closeAll,
  connections,
  gate,
  type IsolationLevel,
  isolationLevels,
  outcomeOf,
  type RawWrite,
  writeInTransaction,
} from './support/raw-writes.js';

describe('two writers that want one store for one application', () => {
  let fixture: Fixture;
  let pair: Sql[];
  let next = 0;
  before(async () => {
    fixture = await openFixture();
    pair = connections(fixture.database.serviceUrl, 2);
  });
  after(async () => {
    await closeAll(pair);
    await fixture.close();
  });

  const freshStore = () => {
    next += 1;
    return stores[next]!.code;
  };

  /** The second has its snapshot before the first begins, and writes while the first hasn't committed. */
  async function collide(level: IsolationLevel, writes: readonly RawWrite[]): Promise<string[]> {
    const written = gate();
    const first = writeInTransaction(pair[0]!, level, writes[0]!, {
      go: written.opened,
      seconds: 0.03,
    });
    const second = writeInTransaction(pair[1]!, level, writes[1]!, { go: written.opened });
    setTimeout(written.open, 10);
    return Promise.all([outcomeOf(first), outcomeOf(second)]);
  }

  /** The first has committed before the second writes, which still sees the time before. */
  async function lookBack(level: IsolationLevel, writes: readonly RawWrite[]): Promise<string[]> {
    const committed = gate();
    const second = writeInTransaction(pair[1]!, level, writes[1]!, { go: committed.opened });
    await new Promise((resolve) => setTimeout(resolve, 10));
    const first = await outcomeOf(writeInTransaction(pair[0]!, level, writes[0]!));
    committed.open();
    return [first, await outcomeOf(second)];
  }

  async function attack(level: IsolationLevel, meet: typeof collide) {
    const seen = new Map<string, string[]>();
    for (const [one, other] of doorPairs) {
      const store = freshStore();
      const writes = [
        await one.open(fixture.core, store, [0, 9]),
        await other.open(fixture.core, store, [5, 20]),
      ];
      seen.set(`${one.name} / ${other.name}`, (await meet(level, writes)).sort());
    }
    return seen;
  }

  for (const level of isolationLevels) {
    const refused = level === 'read committed' ? 'STORES_OVERLAP' : '40001';
    for (const meet of [collide, lookBack]) {
      const when = meet === collide ? 'at the same time' : 'with a snapshot from before';
      it(`lets one win by any two doors, in ${level}, ${when}`, async () => {
        for (const [doors, outcomes] of await attack(level, meet)) {
          assert.deepEqual(outcomes, [refused, 'ok'].sort(), doors);
        }
        assert.deepEqual(await faultsIn(fixture.owner), []);
      });
    }
  }

  it('would let both win without the counter that writers raise: the test sees the fault', async () => {
    const real = await fixture.owner<{ definition: string }[]>`
      select pg_get_functiondef('beta_app.raise_claims(integer[])'::regprocedure) as definition`;
    await fixture.owner
      .unsafe(`create or replace function beta_app.raise_claims(applications integer[])
      returns void language plpgsql as 'begin end'`);
    for (const level of isolationLevels.slice(0, 2)) {
      for (const [doors, outcomes] of await attack(level, collide)) {
        assert.deepEqual(outcomes, ['ok', 'ok'], `${level}: ${doors}`);
      }
    }
    const faults = await faultsIn(fixture.owner);
    assert.match(faults.join(), /two beta versions of one application/u);
    await fixture.owner.unsafe(real[0]!.definition);
  });
});
