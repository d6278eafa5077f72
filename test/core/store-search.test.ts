import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type ListStores, type Store } from '@beta-app/core/contract';
import fc from 'fast-check';
import { makeBetaApp } from './support/beta-apps.js';
import { branches, openFixture, sari, type Fixture } from './support/fixture.js';

const named: Readonly<Record<string, string>> = {
  TB0123: 'Cibiru Hilir',
  TB123: 'Cibiru Wetan',
  'TB-0.12': 'Cihapit',
  TB0012: 'Sukajadi',
  TB1234: 'Antapani',
  'T01-0034': 'Lengkong 12',
  '0007': 'Gudang TB 12',
  K_9: 'Kaliki',
  '000': 'Nol',
};

describe('the search of all stores', () => {
  let fixture: Fixture;
  before(async () => {
    fixture = await openFixture({ empty: true });
    const rows = Object.entries(named).map(([code, name]) => ({ code, name, branchCode: 'BDG1' }));
    await fixture.core.syncDirectory(
      {
        branches: { mode: 'partial', rows: branches },
        stores: { mode: 'partial', rows },
      },
      { actor: sari },
    );
  });
  after(() => fixture.close());

  const codes = async (q: string) =>
    (await fixture.core.listStores({ q })).items.map(({ code }) => code);

  it('finds a code as people type it, the one that was meant first', async () => {
    const cases: [string, string[]][] = [
      ['TB0123', ['TB0123', 'TB123', 'TB1234']],
      ['tb123', ['TB123', 'TB0123', 'TB1234']],
      ['tb 123', ['TB0123', 'TB123', 'TB1234']],
      ['TB-0123', ['TB0123', 'TB123', 'TB1234']],
      ['t b.01 23', ['TB0123', 'TB123', 'TB1234']],
      ['tb0', ['TB-0.12', 'TB0012', 'TB0123']],
      ['tb-0', ['TB-0.12', 'TB0012', 'TB0123']],
      ['t1-34', ['T01-0034']],
      ['t010034', ['T01-0034']],
      ['7', ['0007']],
      ['k9', ['K_9']],
      ['00', ['000', '0007', 'T01-0034', 'TB-0.12', 'TB0012']],
      ['cibiru', ['TB0123', 'TB123']],
      ['tb 7', ['0007']],
      ['tb 8', []],
      ['tb%', []],
      ['-', ['T01-0034', 'TB-0.12']],
    ];
    for (const [q, expected] of cases) {
      const found = await codes(q);
      assert.deepEqual(found, expected, `${q}: ${found.join(' ')}`);
    }
    // Every word, in the name too; then what has it as a part of the code.
    assert.deepEqual(await codes('tb 12'), [
      'TB0012',
      '0007',
      'TB-0.12',
      'TB0123',
      'TB123',
      'TB1234',
    ]);
  });

  it('tells the branch by its name', async () => {
    const { items } = await fixture.core.listStores({ q: 'cihapit' });
    assert.deepEqual(items, [
      {
        code: 'TB-0.12',
        name: 'Cihapit',
        branchCode: 'BDG1',
        branchName: 'Bandung 1',
        open: true,
      },
    ]);
  });

  it('comes page by page in one order, whatever is typed, and finds what every word finds', async () => {
    const { core } = fixture;
    const { id } = await makeBetaApp(core);
    const pieces = fc.constantFrom(...'tTbB0123479 -._%kci'.split(''), 'TB0', '00', ' 12');
    await fc.assert(
      fc.asyncProperty(
        fc.array(pieces, { maxLength: 6 }),
        fc.integer({ min: 1, max: 4 }),
        async (parts, limit) => {
          const q = parts.join('');
          const whole = await core.listStores({ q });
          assert.equal(whole.total, whole.items.length);
          assert.deepEqual(await readPages({ q, limit }), whole.items);
          const found = new Set(whole.items.map(({ code }) => code));
          const byWords = await core.listBetaAppStores({ id, q });
          for (const { code } of byWords.items) assert.ok(found.has(code), `${q}: ${code}`);
        },
      ),
      { numRuns: 150 },
    );
  });

  async function readPages(query: ListStores): Promise<Store[]> {
    const items: Store[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await fixture.core.listStores({ ...query, cursor });
      items.push(...page.items);
      if (page.nextCursor === null) return items;
      cursor = page.nextCursor;
    }
  }

  it('refuses a place that it didn’t write', async () => {
    const { nextCursor } = await fixture.core.listStores({ q: 'tb', limit: 1 });
    const [bound] = JSON.parse(Buffer.from(nextCursor!, 'base64url').toString()) as string[];
    const made = (...keyset: unknown[]) =>
      Buffer.from(JSON.stringify([bound, ...keyset])).toString('base64url');
    for (const keyset of [[], ['TB0123'], ['0', 'TB0123'], [0.5, 'TB0123'], [0, 7]]) {
      await assert.rejects(fixture.core.listStores({ q: 'tb', cursor: made(...keyset) }), {
        code: 'CURSOR_INVALID',
      });
    }
    const far = await fixture.core.listStores({ q: 'tb', cursor: made(2 ** 53 - 1, 'Z') });
    assert.deepEqual(far.items, []);
  });
});
