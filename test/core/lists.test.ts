import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { isBetaAppError, type Core } from '@beta-app/core';
import fc from 'fast-check';
import { makeBetaApp, register } from './support/beta-apps.js';
import { budi, openFixture, sari, stores, type Fixture } from './support/fixture.js';

const actor = sari;

describe('lists', () => {
  let fixture: Fixture;
  let core: Core;
  let id: number;
  before(async () => {
    fixture = await openFixture();
    ({ core } = fixture);
    for (let index = 0; index < 23; index += 1) {
      await makeBetaApp(core, {
        name: `Uji ${String(index)} ${['İzmir', 'ΟΔΟΣ', 'Café'][index % 3]!}`,
        period: [(index % 4) - 1, 10 + index],
        actor: index % 5 === 0 ? budi : sari,
      });
    }
    ({ id } = await makeBetaApp(core, { name: 'Penuh', stores: stores.map(({ code }) => code) }));
  });
  after(() => fixture.close());

  /** Reads all pages; between them, `meanwhile` happens. */
  async function walk<Item>(
    read: (cursor?: string) => Promise<{ items: Item[]; nextCursor: string | null }>,
    meanwhile: () => Promise<unknown> = () => Promise.resolve(),
  ): Promise<Item[]> {
    const found: Item[] = [];
    let cursor: string | undefined;
    do {
      const page = await read(cursor);
      found.push(...page.items);
      cursor = page.nextCursor ?? undefined;
      await meanwhile();
    } while (cursor !== undefined);
    return found;
  }

  it("show the actor's own beta apps first, then by start, the newest first", async () => {
    const { items } = await core.listBetaApps({}, { actor: budi });
    const expected = [...items].sort(
      (one, other) =>
        Number(other.owner.nik === budi.nik) - Number(one.owner.nik === budi.nik) ||
        other.startsOn.localeCompare(one.startsOn) ||
        other.id - one.id,
    );
    assert.deepEqual(items, expected);
    assert.equal(items[0]?.owner.nik, budi.nik);
  });

  it('show each beta app once on a walk, also while others are created', async () => {
    const before = await core.listBetaApps({ limit: 2_000 }, { actor });
    const seen = await walk(
      (cursor) => core.listBetaApps({ cursor, limit: 4 }, { actor }),
      () => makeBetaApp(core, { actor: budi }),
    );
    const ids = seen.map((app) => app.id);
    assert.equal(new Set(ids).size, ids.length);
    for (const app of before.items) assert.ok(ids.includes(app.id), app.name);
  });

  it('show each store once on a walk, also while stores come and go', async () => {
    let round = 0;
    const seen = await walk(
      (cursor) => core.listBetaAppStores({ id, cursor, limit: 30 }),
      () => {
        round += 1;
        const rows = [{ code: `TA${String(round)}`, name: 'Baru', branchCode: 'BDG1' }];
        return core.syncDirectory({ stores: { mode: 'partial', rows } }, { actor });
      },
    );
    const codes = seen.map(({ code }) => code);
    assert.deepEqual(codes, [...new Set(codes)].sort());
    for (const { code } of stores) assert.ok(codes.includes(code), code);
  });

  it('search in any case and any normal form, every word, wildcards being characters', async () => {
    const total = async (q: string) => (await core.listBetaApps({ q })).total;
    for (const [q, count] of [
      ['i̇zmir', 8],
      ['İZM', 8],
      ['οδος', 8],
      ['ΟΔΟΣ UJI', 8],
      ['οδοσ', 8],
      ['cafe\u0301', 7],
      ['CAFÉ', 7],
      ['café uji 17 ', 1],
      ['%', 0],
      ['_', 0],
      ['\\', 0],
      ["'", 0],
      ['uji\u3000café', 7],
      [`café ${budi.nik}`, 2],
      ['budi santoso café', 2],
    ] as const) {
      assert.equal(await total(q), count, q);
    }
  });

  it('filter by state, and count what matches on all pages', async () => {
    const active = await core.listBetaApps({ state: ['active'], limit: 1 });
    const scheduled = await core.listBetaApps({ state: ['scheduled', 'scheduled'], limit: 1 });
    const both = await core.listBetaApps({ state: ['scheduled', 'active'] });
    assert.equal(active.total + scheduled.total, both.total);
    assert.equal((await core.listBetaApps({ state: [] })).total, both.total);
    assert.equal((await core.listBetaApps({ state: ['promoted'] })).total, 0);
  });

  it('list registered stores, others, and a branch, with both totals', async () => {
    const app = await makeBetaApp(core);
    await register(core, app.id, ['TB001', 'TM001']);
    const list = (filter: object) => core.listBetaAppStores({ id: app.id, limit: 1, ...filter });
    const facts = ({ total, registeredTotal }: { total: number; registeredTotal: number }) => [
      total,
      registeredTotal,
    ];
    assert.deepEqual(facts(await list({ registered: true })), [2, 2]);
    assert.deepEqual(facts(await list({ branch: 'mks1' })), [50, 1]);
    assert.deepEqual(facts(await list({ branch: 'MKS1', registered: false })), [49, 1]);
    assert.deepEqual(facts(await list({ q: 'jap1 5' })), [6, 0]);
    await assert.rejects(list({ branch: 'XX' }), (error) => {
      assert.deepEqual((error as { errors: unknown }).errors, [
        { path: 'branch', code: 'unknown' },
      ]);
      return true;
    });
  });

  it('refuse a cursor of another list, filter or actor', async () => {
    const { nextCursor } = await core.listBetaApps({ q: 'uji', limit: 1 }, { actor });
    const cursor = nextCursor!;
    assert.equal((await core.listBetaApps({ q: 'uji', cursor }, { actor })).items.length > 0, true);
    for (const ask of [
      () => core.listBetaApps({ cursor }, { actor }),
      () => core.listBetaApps({ q: 'uji', state: ['active'], cursor }, { actor }),
      () => core.listBetaApps({ q: 'uji', cursor }, { actor: budi }),
      () => core.listBetaApps({ q: 'uji', cursor }),
      () => core.listStores({ q: 'uji', cursor }),
      () => core.listApplications({ q: 'uji', cursor }),
      () => core.listBetaAppStores({ id, q: 'uji', cursor }),
      () => core.listBetaApps({ q: 'uji', cursor: cursor.slice(0, -3) }, { actor }),
      () => core.listBetaApps({ q: 'uji', cursor: '' }, { actor }),
    ]) {
      await assert.rejects(ask, { code: 'CURSOR_INVALID' });
    }
  });

  it('answer any made-up cursor with a page or CURSOR_INVALID', async () => {
    const { nextCursor } = await core.listBetaApps({ limit: 1 });
    const [bound] = JSON.parse(Buffer.from(nextCursor!, 'base64url').toString()) as [string];
    const keyset = fc.array(
      fc.oneof(
        fc.boolean(),
        fc.integer(),
        fc.double(),
        fc.string(),
        fc.maxSafeInteger(),
        fc.constant(null),
      ),
      { maxLength: 4 },
    );
    const shaped = fc.tuple(fc.boolean(), fc.string(), fc.maxSafeInteger());
    const cursors = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .oneof(keyset, shaped)
        .map((places) => Buffer.from(JSON.stringify([bound, ...places])).toString('base64url')),
      fc.json().map((text) => Buffer.from(text).toString('base64url').slice(0, 1_000)),
    );
    let pages = 0;
    await fc.assert(
      fc.asyncProperty(cursors, async (cursor) => {
        try {
          await core.listBetaApps({ cursor });
          pages += 1;
        } catch (error) {
          assert.ok(isBetaAppError(error, 'CURSOR_INVALID'), String(error));
        }
      }),
      { numRuns: 500 },
    );
    assert.ok(pages > 0);
  });

  it('refuse limits that make no sense', async () => {
    for (const limit of [0, -1, 2_001, 1e9, 1.5, NaN, '5', null]) {
      await assert.rejects(core.listBetaApps({ limit } as never), { code: 'VALIDATION_FAILED' });
      await assert.rejects(core.listStores({ limit } as never), { code: 'VALIDATION_FAILED' });
    }
  });
});
