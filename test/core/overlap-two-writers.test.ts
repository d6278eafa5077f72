import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Sql } from 'postgres';
import { cancelAll } from './support/beta-apps.js';
import { faultsIn } from './support/end-state.js';
import { openFixture, sari, type Fixture } from './support/fixture.js';
import { doorPairs } from './support/overlap-attacks.js';
import {
  barrier,
  closeAll,
  connections,
  type IsolationLevel,
  isolationLevels,
  outcomeOf,
  type RawWrite,
  writeInTransaction,
} from './support/raw-writes.js';
import { withoutClaims } from './support/replaced-function.js';

/** One for each attack. */
const stores = Array.from({ length: 300 }, (_, index) => ({
  code: `TX${String(index)}`,
  name: `Toko ${String(index)}`,
  branchCode: 'BDG1',
}));

describe('two writers that want one store for one application', () => {
  let fixture: Fixture;
  let pair: Sql[];
  let next = 0;
  before(async () => {
    fixture = await openFixture();
    await fixture.core.syncDirectory(
      { stores: { mode: 'partial', rows: stores } },
      { actor: sari },
    );
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

  /** Both have their snapshots before either writes, and the first stays open for a while. */
  async function collide(level: IsolationLevel, writes: readonly RawWrite[]): Promise<string[]> {
    const before = barrier(2);
    const first = writeInTransaction(pair[0]!, level, writes[0]!, { before, seconds: 0.03 });
    const second = writeInTransaction(pair[1]!, level, writes[1]!, { before });
    return Promise.all([outcomeOf(first), outcomeOf(second)]);
  }

  /** The first has committed before the second writes, which still sees the time before. */
  async function lookBack(level: IsolationLevel, writes: readonly RawWrite[]): Promise<string[]> {
    let first = '';
    const second = await outcomeOf(
      writeInTransaction(pair[1]!, level, writes[1]!, {
        before: async () => {
          first = await outcomeOf(writeInTransaction(pair[0]!, level, writes[0]!));
        },
      }),
    );
    return [first, second];
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
        // Or every later write would be compared with all of them.
        await cancelAll(fixture.core);
      });
    }
  }

  it('would let both win without the counter that writers raise: the test sees the fault', async () => {
    await withoutClaims(fixture.owner, async () => {
      for (const level of isolationLevels.slice(0, 2)) {
        const outcomes = [...(await attack(level, collide)).values()];
        assert.ok(outcomes.some((pairOf) => pairOf.every((outcome) => outcome === 'ok')));
      }
    });
    const faults = await faultsIn(fixture.owner);
    assert.match(faults.join(), /two beta versions of one application/u);
  });
});
