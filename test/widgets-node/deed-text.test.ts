import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { historyActions, type HistoryEvent, type HistoryValues } from '@beta-app/core/contract';
import { formatsOf } from '../../widgets/src/format/formats.js';
import { deedText } from '../../widgets/src/history/deed-text.js';
import { type Language } from '../../widgets/src/language/language.js';
import { wordsFor } from '../../widgets/src/words/words.js';

const sari = { name: 'Sari Wulandari', nik: '2015014321' };
const budi = { name: 'Budi Santoso', nik: '2012007788' };

const event = (action: HistoryEvent['action'], more: Partial<HistoryEvent> = {}): HistoryEvent => ({
  id: 1,
  at: '2026-12-01T02:15:00.000000Z',
  actor: sari,
  action,
  revision: 3,
  betaApp: { id: 7, name: 'Uji Kasir' },
  before: null,
  after: null,
  stores: null,
  ...more,
});

const deed = (told: HistoryEvent, lang: Language = 'id', kind: 'beta-app' | 'store' = 'beta-app') =>
  deedText(told, { kind }, { words: wordsFor(lang), format: formatsOf(lang) });

const changed = (before: HistoryValues, after: HistoryValues) => event('update', { before, after });
const pos = (version: string, notes = '') => ({ application: { code: 'POS', version, notes } });
const saved = (registered: number, withdrawn: number, change: 'registered' | 'withdrawn') =>
  event('save_stores', {
    stores: {
      total: registered + withdrawn,
      registered,
      withdrawn,
      movedFrom: [],
      movedTo: null,
      some: [{ code: 'TB0123', name: 'Cibiru', changes: [change], before: null, after: null }],
    },
  });

describe('What somebody did', () => {
  it('is a sentence of its own for each action, in both languages', () => {
    for (const lang of ['id', 'en'] as const) {
      const deeds = historyActions.map((action) =>
        deed(
          event(action, {
            before: { endsOn: '2026-12-31' },
            after: { startsOn: '2026-12-01', endsOn: '2026-12-05' },
          }),
          lang,
        ),
      );
      assert.equal(new Set(deeds).size, historyActions.length);
      for (const text of deeds) assert.doesNotMatch(text, /undefined|null|NaN/u);
    }
  });

  it('says what a field was before and is after', () => {
    assert.equal(
      deed(changed({ name: 'Uji' }, { name: 'Uji Kasir' })),
      'mengubah nama dari “Uji” menjadi “Uji Kasir”',
    );
    const [december, january] = [
      { startsOn: '2026-12-01', endsOn: '2026-12-31' },
      { startsOn: '2027-01-01', endsOn: '2027-01-31' },
    ];
    assert.equal(
      deed(changed(december, january)),
      'mengubah periode dari 1–31 Des 2026 menjadi 1–31 Jan 2027',
    );
    assert.equal(
      deed(changed({ startsOn: '2026-12-01' }, { startsOn: '2026-12-02' }), 'en'),
      'changed the start date from 1 Dec 2026 to 2 Dec 2026',
    );
    assert.equal(
      deed(changed({ endsOn: '2026-12-31', owner: sari }, { endsOn: '2027-01-14', owner: budi })),
      'mengubah tanggal selesai dari 31 Des 2026 menjadi 14 Jan 2027 dan ' +
        'user dari Sari Wulandari (2015014321) menjadi Budi Santoso (2012007788)',
    );
  });

  it('tells a new version of an application, new notes, or both', () => {
    const change = (before: HistoryValues, after: HistoryValues) =>
      deed(event('change_application', { before, after }));
    assert.equal(change(pos('1', 'a'), pos('2', 'a')), 'mengubah versi beta POS dari 1 menjadi 2');
    assert.equal(change(pos('1', 'a'), pos('1', 'b')), 'mengubah catatan POS');
    assert.equal(
      change(pos('1', 'a'), pos('2', 'b')),
      'mengubah versi beta POS dari 1 menjadi 2 dan catatan POS',
    );
  });

  it('counts the stores that were added and withdrawn', () => {
    assert.equal(deed(saved(1_234, 0, 'registered')), 'menambahkan 1.234 toko');
    assert.equal(deed(saved(0, 3, 'withdrawn')), 'mengeluarkan 3 toko');
    assert.equal(deed(saved(14, 3, 'registered')), 'menambahkan 14 toko dan mengeluarkan 3 toko');
    assert.equal(deed(saved(1, 2, 'registered'), 'en'), 'added 1 store and withdrew 2 stores');
  });

  it('is told of one store in the history of that store, with how many others', () => {
    const told = (of: HistoryEvent, lang: Language = 'id') => deed(of, lang, 'store');
    assert.equal(told(saved(1, 4, 'registered')), 'menambahkan toko ini ke beta-app');
    assert.equal(
      told(saved(1, 4, 'withdrawn')),
      'mengeluarkan toko ini bersama 3 toko lain dari beta-app',
    );
    assert.equal(told(saved(2, 0, 'registered'), 'en'), 'added this store and 1 other to beta app');
    const before = { name: 'Cibiru', branchCode: 'JKT1', open: true };
    const after = { name: 'Cibiru Hilir', branchCode: 'BDG1', open: false };
    const changes = ['renamed' as const, 'moved' as const, 'closed' as const];
    const some = [{ code: 'TB0123', name: 'Cibiru Hilir', changes, before, after }];
    const synced = event('sync_directory', {
      betaApp: null,
      stores: { total: 1, registered: 0, withdrawn: 0, movedFrom: [], movedTo: null, some },
    });
    assert.equal(
      told(synced),
      'memperbarui data induk toko ini: nama dari “Cibiru” menjadi “Cibiru Hilir”, ' +
        'pindah dari cabang JKT1 ke BDG1, dan tutup',
    );
    assert.match(deed(synced), /^memperbarui data induk; 1 toko terdaftar pindah cabang/u);
  });

  it('says what a pause and its end do with the stores', () => {
    type Pause = NonNullable<HistoryValues['pause']>;
    const pause = (action: 'pause' | 'resume', before: Pause, after: Pause) =>
      deed(event(action, { before: { pause: before }, after: { pause: after } }));
    assert.equal(pause('pause', 'none', 'drop'), 'menjeda; toko kembali ke versi produksi');
    assert.equal(pause('pause', 'none', 'keep'), 'menjeda; toko tetap memakai versi beta');
    assert.match(
      pause('pause', 'keep', 'drop'),
      /^mengubah jeda; toko kembali ke versi produksi$/u,
    );
    assert.match(pause('pause', 'drop', 'keep'), /^mengubah jeda; toko memakai versi beta lagi$/u);
    assert.match(pause('resume', 'drop', 'none'), /kembali memakai versi beta$/u);
    assert.match(pause('resume', 'keep', 'none'), /tetap memakai versi beta$/u);
  });
});
