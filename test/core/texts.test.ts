import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { personSchema } from '@beta-app/core/contract';
import { type Core } from '@beta-app/core';
import fc from 'fast-check';
import { makeBetaApp } from './support/beta-apps.js';
import { day, openFixture, sari, type Fixture } from './support/fixture.js';

const period = { startsOn: day(0), endsOn: day(1) };
/** Any line of text: all of them are checked alike. */
const nameSchema = personSchema.shape.name;

/** Code points by tens of thousands; halves of surrogate pairs can't be sent. */
const codePoints = Array.from({ length: 0x11_0000 }, (_, point) => point).filter(
  (point) => point > 0 && (point < 0xd800 || point > 0xdfff),
);

describe('texts', () => {
  let fixture: Fixture;
  let core: Core;
  before(async () => {
    fixture = await openFixture();
    ({ core } = fixture);
  });
  after(() => fixture.close());

  async function pointsWhere(condition: string): Promise<Set<number>> {
    const rows = await fixture.sql.unsafe<{ point: number }[]>(
      `select point from generate_series(1, 1114111) as point
       where point not between 55296 and 57343 and ${condition}`,
    );
    return new Set(rows.map(({ point }) => point));
  }

  it('may hold the same characters in the schemas and in the database, of all there are', async () => {
    const refused = await pointsWhere(`beta_app.has_invisible('a' || chr(point) || 'b')`);
    const differing = codePoints.filter((point) => {
      const text = `a${String.fromCodePoint(point)}b`;
      return refused.has(point) !== !nameSchema.safeParse(text).success;
    });
    assert.deepEqual(differing, []);
    assert.ok(refused.size > 4_000);
  });

  it('are trimmed of the same blanks', async () => {
    const blank = await pointsWhere(`beta_app.trimmed(chr(point) || 'a' || chr(point)) = 'a'`);
    const differing = codePoints.filter((point) => {
      const text = String.fromCodePoint(point);
      // What can't be seen is refused before anything is trimmed.
      return !/[\p{Cc}\p{Zl}\p{Zp}\ufeff]/u.test(text) && blank.has(point) !== (text.trim() === '');
    });
    assert.deepEqual(differing, []);
  });

  it('that the schemas let through are such as the database stores', async () => {
    const unit = fc.oneof(
      { weight: 6, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
      { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
      { weight: 1, arbitrary: fc.constantFrom(' ', '\u3000', 'e\u0301', '\ud800', '\u200b', 'Å') },
    );
    const texts = fc.array(unit, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(fc.array(texts, { minLength: 50, maxLength: 100 }), async (list) => {
        const kept = list.flatMap((text) => {
          const parsed = nameSchema.safeParse(text);
          return parsed.success ? [parsed.data] : [];
        });
        const bad = await fixture.sql`
          select text from jsonb_array_elements_text(${JSON.stringify(kept)}::text::jsonb) as text
          where not beta_app.is_line(text, 200)`;
        assert.deepEqual([...bad], []);
      }),
      { numRuns: 30 },
    );
  });

  const bad: [string, string][] = [
    ['', 'required'],
    [' \u00a0\u3000 ', 'required'],
    ['\t', 'characters'],
    ['x'.repeat(201), 'too_long'],
    ['a\u0000b', 'characters'],
    ['a\u0007b', 'characters'],
    ['a\nb', 'characters'],
    ['a\u0085b', 'characters'],
    ['a\u200bb', 'characters'],
    ['a\u200db', 'characters'],
    ['a\ufeffb', 'characters'],
    ['a\u202eb', 'characters'],
    ['a\u2066b', 'characters'],
    ['a\u2028b', 'characters'],
    ['a\u00adb', 'characters'],
    ['a\ufffdb', 'characters'],
    ['a\ud800b', 'characters'],
    ['\udfff', 'characters'],
  ];

  it('that are bad are refused in every field, with the reason', async () => {
    const app = await makeBetaApp(core, { applications: ['POS'] });
    const edit = { id: app.id, detailsRevision: app.detailsRevision };
    const actor = sari;
    type Ask = (text: string) => Promise<unknown>;
    const lines: [string, number, Ask][] = [
      ['name', 200, (name) => core.createBetaApp({ name, ...period }, { actor })],
      ['name', 200, (name) => core.updateBetaApp({ ...edit, name }, { actor })],
      [
        'owner.name',
        200,
        (name) => core.updateBetaApp({ ...edit, owner: { name, nik: '1' } }, { actor }),
      ],
      [
        'owner.nik',
        32,
        (nik) => core.updateBetaApp({ ...edit, owner: { name: 'A', nik } }, { actor }),
      ],
      [
        'version',
        64,
        (version) => core.addApplication({ ...edit, applicationCode: 'STK', version }, { actor }),
      ],
      [
        'version',
        64,
        (version) => core.changeApplication({ ...edit, code: 'POS', version }, { actor }),
      ],
      [
        'actor.nik',
        32,
        (nik) => core.createBetaApp({ name: 'x', ...period }, { actor: { ...actor, nik } }),
      ],
    ];
    for (const [path, , ask] of lines) {
      for (const [text, code] of bad) {
        await assert.rejects(ask(text), (error) => {
          const { errors } = error as { errors: { path: string; code: string }[] };
          const told = errors.map((fault) => [fault.path, fault.code]);
          assert.deepEqual(told, [[path, code]], JSON.stringify(text));
          return true;
        });
      }
    }
    for (const [path, most, ask] of lines.slice(1, 6)) {
      await assert.rejects(ask('x'.repeat(most + 1)), { code: 'VALIDATION_FAILED' }, path);
    }
    for (const [text, code] of bad.filter(([, reason]) => reason === 'characters').slice(4)) {
      for (const ask of [
        () => core.changeApplication({ ...edit, code: 'POS', notes: text }, { actor }),
        () => core.listBetaApps({ q: text }),
        () => core.listStores({ q: text }),
        () => core.listBetaAppStores({ id: app.id, q: text }),
      ]) {
        await assert.rejects(ask, (error) => {
          const { errors } = error as { errors: { code: string }[] };
          assert.deepEqual(errors[0]?.code, code, JSON.stringify(text));
          return true;
        });
      }
    }
    assert.equal((await core.getBetaApp({ id: app.id })).revision, app.revision);
  });

  it('that are long and strange but good come back as they were', async () => {
    const names = ['🧪'.repeat(100), 'ﷺ'.repeat(200), 'e\u0301'.repeat(200), 'ก็'.repeat(100)];
    for (const name of names) {
      const made = await core.createBetaApp({ name, ...period }, { actor: sari });
      assert.equal(made.name, name.normalize('NFC'));
      assert.equal((await core.listBetaApps({ q: name.slice(0, 20) })).total, 1);
    }
    const notes = 'Baris satu\n\tbaris dua\r\n\r\n"kutip" \\ \\u0000 \'; drop table event; --';
    const app = await makeBetaApp(core, { applications: ['POS'] });
    const { id, detailsRevision } = app;
    const changed = await core.changeApplication(
      { id, detailsRevision, code: 'POS', version: '\\x00 %s $1', notes },
      { actor: personSchema.parse({ name: 'O\'Brien "x"', nik: '\\' }) },
    );
    assert.equal(changed.applications[0]?.notes, notes);
    assert.equal(changed.applications[0].version, '\\x00 %s $1');
  });
});
