import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import {
  hasAllWords,
  searchForm,
  searchWords,
  storeSearchText,
} from '../../widgets/src/beta-store-picker/search-text.js';
import { makeBetaApp } from './support/beta-apps.js';
import { openFixture, sari, type Fixture } from './support/fixture.js';

const names = [
  'İstanbul Çarşı',
  'ISPARTA ığdır',
  'ΟΔΟΣ ΣΟΦΙΑΣ',
  'Οδός Σοφίας',
  'ΣΑΣ',
  'Cafe\u0301 Ångström',
  'CAFÉ A\u030aNGSTRÖM',
  'Straße GROSS ẞ',
  'ﬁnale Ǆ ǅ ǆ',
  'Nguyễn Văn Ả',
  'DŽUNGLA Ω Ω K K',
  'ⅣÀ Ⅻ ⓐⒶ',
  'Toko 50% _x\\y',
];
const queries = [
  'istanbul',
  'İ',
  'i',
  'ı',
  'σοφ',
  'ΣΟΦΙΑΣ',
  'σας',
  'ΟΔΟΣ',
  'Σ',
  'ς',
  'café',
  'CAFE\u0301',
];
const more = [
  'ång',
  'strasse',
  'ß',
  'ǆ',
  'ω',
  'k',
  'å',
  '%',
  '_',
  '\\',
  'tx00 İs',
  'TX00\u3000a',
  '',
];

describe('the search of stores', () => {
  let fixture: Fixture;
  const stores = names.map((name, index) => ({
    code: `TX0${String(index).padStart(2, '0')}`,
    name,
    branchCode: 'BDG1',
  }));
  before(async () => {
    fixture = await openFixture();
    const stated = { mode: 'partial' as const, rows: stores };
    await fixture.core.syncDirectory({ stores: stated }, { actor: sari });
  });
  after(() => fixture.close());

  it('finds the same stores in the browser and in the database', async () => {
    const { core } = fixture;
    const { id } = await makeBetaApp(core);
    for (const q of [...queries, ...more]) {
      const inDatabase = await core.listBetaAppStores({ id, q, limit: 2_000 });
      const words = searchWords(q);
      const all = await core.listBetaAppStores({ id, limit: 2_000 });
      const inBrowser = all.items.filter(({ code, name }) =>
        hasAllWords(storeSearchText(code, name), words),
      );
      assert.deepEqual(
        inDatabase.items.map(({ code }) => code),
        inBrowser.map(({ code }) => code),
        q,
      );
    }
  });

  it('compares every character and any text in the same form', async () => {
    const rows = await fixture.sql<{ point: number; form: string }[]>`
      select point, beta_app.fold('a' || chr(point)) as form
      from generate_series(32, 65535) as point where point not between 55296 and 57343`;
    // Capitals that Unicode got later are small letters only where the database's tables know of them.
    const isRecent = (character: string) => /[\u1c80-\u1cbf\u2c2f\ua7b8-\ua7ff]/u.test(character);
    const differing = rows.filter(({ point, form }) => {
      const character = String.fromCodePoint(point);
      return !isRecent(character) && form !== searchForm(`a${character}`);
    });
    assert.deepEqual(
      differing.map(({ point }) => point.toString(16)),
      [],
    );
    const texts = fc.array(
      fc.string({ unit: fc.constantFrom(...Array.from(names.join(''))), maxLength: 12 }),
      {
        minLength: 100,
      },
    );
    await fc.assert(
      fc.asyncProperty(texts, async (list) => {
        const [row] = await fixture.sql<{ forms: string[] }[]>`
          select to_jsonb(array(select beta_app.fold(text)
            from jsonb_array_elements_text(${JSON.stringify(list)}::text::jsonb)
              with ordinality as given (text, place) order by place)) as forms`;
        assert.deepEqual(row?.forms, list.map(searchForm));
      }),
      { numRuns: 20 },
    );
  });
});
