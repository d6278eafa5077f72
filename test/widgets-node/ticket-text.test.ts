import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ticketText } from '../../widgets/src/beta-version-lookup/ticket-text.js';
import { formatsOf } from '../../widgets/src/format/formats.js';
import { type Language } from '../../widgets/src/language/language.js';
import { wordsFor } from '../../widgets/src/words/words.js';
import { answerOf, beta, changed, production } from './version-answers.js';

const language = (lang: Language) => ({ words: wordsFor(lang), format: formatsOf(lang) });

describe('The text for a ticket', () => {
  const versions = [
    changed(beta('POS', 'Kasir'), '2026-11-24T06:40:00Z'),
    production('STK', 'Stok'),
  ];

  it('has the store and the moment, and a line for each application', () => {
    assert.equal(
      ticketText(answerOf(versions), versions, language('id')),
      [
        'Toko TB0123 Cibiru Hilir (Bandung 1), 24 Nov 2026 14.05 WIB',
        'POS Kasir: 4.19.0-beta.3 (beta, “Uji Kasir Desember”, Sari Wulandari 2015014321; sebelum 13.40: 4.18.2)',
        'STK Stok: 2.1.7 (produksi)',
      ].join('\n'),
    );
  });

  it('is in English where the page is', () => {
    assert.equal(
      ticketText(answerOf(versions), versions, language('en')),
      [
        'Store TB0123 Cibiru Hilir (Bandung 1), 24 Nov 2026 14:05 WIB',
        'POS Kasir: 4.19.0-beta.3 (beta, “Uji Kasir Desember”, Sari Wulandari 2015014321; before 13:40: 4.18.2)',
        'STK Stok: 2.1.7 (production)',
      ].join('\n'),
    );
  });

  it('says of a change the day before which day that was', () => {
    const [first] = versions;
    const yesterday = [changed(first!, '2026-11-23T14:00:00Z')];
    assert.match(
      ticketText(answerOf(yesterday), yesterday, language('id')),
      /; sebelum 23 Nov 2026 21\.00: 4\.18\.2\)$/u,
    );
  });

  it('tells of a closed store, of a plan, and of what nobody knows', () => {
    const unknown = [{ ...production('ABS', 'Absensi'), version: null }];
    const { store } = answerOf([]);
    const answer = answerOf(unknown, { store: { ...store, open: false }, isPlanned: true });
    assert.equal(
      ticketText(answer, unknown, language('id')),
      'Toko TB0123 Cibiru Hilir (Bandung 1), 24 Nov 2026 14.05 WIB, rencana, toko tutup\n' +
        'ABS Absensi: versi tidak diketahui',
    );
  });
});
