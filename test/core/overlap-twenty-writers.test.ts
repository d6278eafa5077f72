import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Sql } from 'postgres';
import { makeBetaApp } from './support/beta-apps.js';
import { faultsIn } from './support/end-state.js';
import { day, openFixture, stores, type Fixture } from './support/fixture.js';
import {
  closeAll,
  connections,
  isolationLevels,
  outcomeOf,
  type RawWrite,
  rawWrite,
  writeInTransaction,
} from './support/raw-writes.js';
import { withoutClaims } from './support/replaced-function.js';

const writers = 20;
const rounds = 8;

describe('twenty writers at once', () => {
  let fixture: Fixture;
  let open: Sql[];
  let ids: number[];
  before(async () => {
    fixture = await openFixture();
    open = connections(fixture.database.serviceUrl, writers);
    const made = [];
    for (let index = 0; index < 5; index += 1) {
      made.push(await makeBetaApp(fixture.core, { period: [index * 3, index * 3 + 6] }));
    }
    ids = made.map(({ id }) => id);
  });
  after(async () => {
    await closeAll(open);
    await fixture.close();
  });

  /** Any of the writes that may lead to an overlap, on few beta apps, applications and stores. */
  async function anyWrite(sql: Sql, seed: number): Promise<RawWrite> {
    const pick = <Item>(items: readonly Item[], step: number) =>
      items[Math.floor(seed / step) % items.length]!;
    const id = pick(ids, 7);
    const [row] = await sql<{ revision: number; details: number }[]>`
      select revision::int, details_revision::int as details from beta_app.beta_app where id = ${id}`;
    const edit = { id, detailsRevision: row!.details };
    const code = pick(['POS', 'STK', 'ABS'], 3);
    const some = stores.slice(seed % 10, (seed % 10) + 5).map((store) => store.code);
    const kinds: RawWrite[] = [
      ...[true, true, false].map((registered) => ({
        operation: 'saveStores',
        input: {
          id,
          baseRevision: row!.revision,
          directoryRevision: 1,
          changes: [{ registered, codes: some }],
        },
      })),
      {
        operation: 'saveStores',
        input: {
          id,
          baseRevision: row!.revision,
          directoryRevision: 1,
          changes: [
            {
              registered: true,
              codes: some,
              from: pick(
                ids.filter((each) => each !== id),
                11,
              ),
            },
          ],
        },
      },
      { operation: 'addApplication', input: { ...edit, applicationCode: code, version: '1' } },
      { operation: 'removeApplication', input: { ...edit, code } },
      {
        operation: 'updateBetaApp',
        input: { ...edit, startsOn: day(seed % 9), endsOn: day((seed % 9) + (seed % 5)) },
      },
      { operation: 'changeApplication', input: { ...edit, code, version: String(seed) } },
    ];
    return pick(kinds, 1);
  }

  async function storm(write: (sql: Sql, wanted: RawWrite) => Promise<string>) {
    const outcomes = await Promise.all(
      open.map(async (sql, writer) => {
        const seen: string[] = [];
        for (let round = 0; round < rounds; round += 1) {
          const seed = Math.imul(writer * rounds + round + 1, 0x9e37_79b1) >>> 8;
          seen.push(await write(sql, await anyWrite(sql, seed)));
        }
        return seen;
      }),
    );
    return outcomes.flat();
  }

  const expected = new Set([
    'ok',
    'STORES_OVERLAP',
    'STORES_CHANGED',
    'DETAILS_STALE',
    'APPLICATION_TWICE',
    'APPLICATION_NOT_FOUND',
  ]);

  for (const level of isolationLevels) {
    it(`keep every store at one version of an application, in ${level}`, async () => {
      const outcomes = await storm((sql, write) =>
        outcomeOf(writeInTransaction(sql, level, write, { seconds: 0.002 })),
      );
      const other = outcomes.filter((outcome) => !expected.has(outcome));
      assert.deepEqual(
        other.filter((outcome) => level === 'read committed' || outcome !== '40001'),
        [],
      );
      assert.ok(outcomes.includes('ok'));
      assert.deepEqual(await faultsIn(fixture.owner), []);
    });
  }

  it('never wait for each other in a circle, one statement each', async () => {
    const outcomes = await storm((sql, write) => outcomeOf(rawWrite(sql, write)));
    assert.deepEqual(
      outcomes.filter((outcome) => !expected.has(outcome)),
      [],
    );
    assert.ok(outcomes.filter((outcome) => outcome === 'ok').length > writers);
    assert.deepEqual(await faultsIn(fixture.owner), []);
  });

  it('would end with two versions without the counter: the test sees the fault', async () => {
    const store = [stores[60]!.code];
    const rivals = await Promise.all(
      open.map((_sql, index) =>
        makeBetaApp(fixture.core, { name: `Lawan ${String(index)}`, applications: ['POS'] }),
      ),
    );
    await withoutClaims(fixture.owner, async () => {
      const outcomes = await Promise.all(
        rivals.map(({ id, revision }, index) =>
          outcomeOf(
            writeInTransaction(
              open[index]!,
              'read committed',
              {
                operation: 'saveStores',
                input: {
                  id,
                  baseRevision: revision,
                  directoryRevision: 1,
                  changes: [{ registered: true, codes: store }],
                },
              },
              { seconds: 0.1 },
            ),
          ),
        ),
      );
      assert.ok(outcomes.filter((outcome) => outcome === 'ok').length > 1);
    });
    assert.match((await faultsIn(fixture.owner)).join(), /two beta versions of one application/u);
  });
});
