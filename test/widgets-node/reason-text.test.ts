import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type VersionReasonCode, versionReasons } from '@beta-app/core/contract';
import { reasonText } from '../../widgets/src/version-answer/reason-text.js';
import { formatsOf } from '../../widgets/src/format/formats.js';
import { type Language } from '../../widgets/src/language/language.js';
import { wordsFor } from '../../widgets/src/words/words.js';
import { beta } from './version-answers.js';

const { betaApp } = beta('POS', 'Kasir');
const actor = { name: 'Budi Santoso', nik: '2012007788' };
const withBetaApp = new Set<VersionReasonCode>([
  'in_beta',
  'paused_keep',
  'paused_drop',
  'not_started',
  'promoted',
  'cancelled',
  'withdrawn',
  'application_removed',
  'ended',
]);

function sentence(code: VersionReasonCode, lang: Language, isKnown: boolean): string {
  return reasonText(
    {
      reason: { code, at: isKnown ? '2026-11-24T06:05:00Z' : null, actor: isKnown ? actor : null },
      betaApp: withBetaApp.has(code) ? betaApp : null,
    },
    'Asia/Makassar',
    { words: wordsFor(lang), format: formatsOf(lang) },
  );
}

describe('The sentence for a reason', () => {
  for (const lang of ['id', 'en'] as const) {
    it(`is one of its own for each reason, in ${lang}, also where little is known`, () => {
      for (const isKnown of [true, false]) {
        const sentences = versionReasons.map((code) => sentence(code, lang, isKnown));
        assert.equal(new Set(sentences).size, versionReasons.length);
        for (const each of sentences) {
          assert.match(each, /^[A-Z].*\.$/u);
          assert.doesNotMatch(each, /undefined|null|“”|\s{2}|\s\./u);
        }
      }
    });
  }

  it("names when, in the store's own time, and by whom", () => {
    assert.equal(
      sentence('withdrawn', 'id', true),
      'Toko dikeluarkan dari “Uji Kasir Desember” pada 24 Nov 2026 14.05 WITA oleh Budi Santoso (NIK 2012007788).',
    );
    assert.equal(
      sentence('in_beta', 'id', true),
      'Terdaftar di beta-app “Uji Kasir Desember” sejak 24 Nov 2026.',
    );
    assert.equal(sentence('store_closed', 'en', true), 'Store closed since 24 Nov 2026.');
  });

  it("names the period's own days where they are the reason", () => {
    assert.equal(
      sentence('ended', 'id', true),
      'Beta-app “Uji Kasir Desember” sudah berakhir 31 Des 2026.',
    );
    assert.equal(
      sentence('not_started', 'id', true),
      'Beta-app “Uji Kasir Desember” baru mulai 1 Des 2026.',
    );
  });
});
