import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Core, errorOf } from '@beta-app/core';
import {
  type ErrorBody,
  type ErrorCode,
  errorStatuses,
  type FieldErrorCode,
} from '@beta-app/core/contract';
import { createHandler } from '@beta-app/server-adapter';
import { budi, sari } from './support/directory.js';

type Options = Parameters<typeof errorOf>[1];

async function told(language: 'id' | 'en', code: ErrorCode, options?: Options): Promise<ErrorBody> {
  const core = { listBranches: () => Promise.reject(errorOf(code, options)) };
  const handler = createHandler({
    core: core as Partial<Core> as Core,
    authenticate: () => sari,
  });
  const headers = { 'Accept-Language': language };
  const answer = await handler(new Request('http://localhost/api/branches', { headers }));
  assert.equal(answer.status, errorStatuses[code]);
  return (await answer.json()) as ErrorBody;
}

const at = '2026-11-24T07:05:00.000Z';
const stores = ['TB01', 'TB02', 'TB03', 'TB04', 'TB05', 'TB06', 'TB07'];
const betaApp = { id: 1, name: 'A', startsOn: '2026-12-01', endsOn: '2026-12-31', owner: budi };

describe('the messages', () => {
  it('have a sentence for every code, also without its facts', async () => {
    for (const language of ['id', 'en'] as const) {
      const sentences = new Set<string>();
      for (const code of Object.keys(errorStatuses) as ErrorCode[]) {
        const { message } = await told(language, code);
        assert.ok(message.length > 10, code);
        assert.doesNotMatch(message, /undefined|NaN|null|\{|\}| {2}/u, code);
        sentences.add(message);
      }
      assert.equal(sentences.size, Object.keys(errorStatuses).length);
    }
  });

  const withFacts: [code: ErrorCode, details: Record<string, unknown>, id: string, en: string][] = [
    [
      'NAME_TAKEN',
      { betaApp },
      'Nama ini sudah dipakai beta-app lain dalam periode itu (Budi Santoso, NIK 2017020002).',
      'Another beta app in that period has this name (Budi Santoso, 2017020002).',
    ],
    [
      'STORES_CLOSED',
      { stores: ['TM03'] },
      'Toko TM03 sudah tutup dan tidak dapat didaftarkan.',
      "Store TM03 has closed and can't be registered.",
    ],
    [
      'STORES_UNKNOWN',
      { stores },
      'Kode toko tidak dikenal: TB01, TB02, TB03, TB04, TB05 dan 2 lainnya.',
      'Unknown store codes: TB01, TB02, TB03, TB04, TB05 and 2 more.',
    ],
    [
      'STORES_CHANGED',
      { clashes: [{ actor: budi, at, stores: ['TB01', 'TB02'] }] },
      'Budi Santoso (NIK 2017020002) mengubah 2 toko yang sama pada 24 Nov 2026 14.05 WIB: TB01, TB02',
      'Budi Santoso (2017020002) changed the same 2 stores on 24 Nov 2026 14:05 WIB: TB01, TB02',
    ],
    [
      'STORES_OVERLAP',
      { conflicts: [{ stores }, { stores: ['TB01'] }] },
      '7 toko sedang menguji aplikasi yang sama',
      '7 stores are already testing the same application',
    ],
    [
      'DETAILS_STALE',
      {
        detailsRevision: 3,
        changes: [{ actor: budi, at, action: 'add_application', subjects: ['POS'] }],
      },
      'Budi Santoso (NIK 2017020002) mengubah aplikasi POS pada 24 Nov 2026 14.05 WIB. Isian Anda belum disimpan.',
      'Budi Santoso (2017020002) changed application POS on 24 Nov 2026 14:05 WIB. Your input is not saved yet.',
    ],
    [
      'FORBIDDEN',
      { owner: budi },
      'Anda tidak berhak melakukan ini. Hubungi Budi Santoso (NIK 2017020002).',
      'You may not do this. Contact Budi Santoso (2017020002).',
    ],
  ];
  for (const [code, details, id, en] of withFacts) {
    it(`tell the facts of ${code}`, async () => {
      assert.equal((await told('id', code, { details })).message, id);
      assert.equal((await told('en', code, { details })).message, en);
    });
  }

  it('have a sentence for every fault of a field', async () => {
    const faults: Record<FieldErrorCode, [id: string, en: string]> = {
      required: ['Nama beta-app belum diisi.', 'Beta app name is not filled in.'],
      type: ['Nama beta-app tidak dapat dibaca.', "Beta app name can't be read."],
      format: ['Nama beta-app tidak sesuai bentuknya.', "Beta app name isn't in the right form."],
      characters: [
        'Nama beta-app berisi karakter yang tidak dapat dipakai.',
        "Beta app name contains characters that can't be used.",
      ],
      too_long: [
        'Nama beta-app paling banyak 2.000 karakter.',
        'Beta app name can have at most 2,000 characters.',
      ],
      too_many: ['Nama beta-app paling banyak 2.000.', 'Beta app name: at most 2,000.'],
      range: [
        'Nama beta-app di luar batas; paling banyak 2.000.',
        'Beta app name is out of range; at most 2,000.',
      ],
      date: ['Tanggal itu tidak ada.', "That date doesn't exist."],
      end_before_start: [
        'Tanggal selesai harus sama dengan atau setelah tanggal mulai.',
        'The end date must be on or after the start date.',
      ],
      end_in_past: [
        'Tanggal selesai tidak boleh sebelum hari ini.',
        "The end date can't be before today.",
      ],
      name_taken: [
        'Nama ini sudah dipakai beta-app lain dalam periode itu.',
        'Another beta app in that period has this name.',
      ],
      application_twice: [
        'Aplikasi ini sudah terdaftar di beta-app.',
        'This application is already in the beta app.',
      ],
      unknown: ['Nama beta-app tidak dikenal.', 'Beta app name is unknown.'],
      unknown_key: ['Isian “name” tidak dikenal.', 'There is no field “name”.'],
    };
    for (const [code, [id, en]] of Object.entries(faults) as [FieldErrorCode, [string, string]][]) {
      const options = { errors: [{ path: 'name', code, max: 2_000 }] };
      assert.equal((await told('id', 'VALIDATION_FAILED', options)).errors[0]?.message, id);
      assert.equal((await told('en', 'VALIDATION_FAILED', options)).errors[0]?.message, en);
    }
  });

  it('name fields wherever they are', async () => {
    const errors = [
      { path: 'owner.nik', code: 'required' as const },
      { path: 'owner.name', code: 'required' as const },
      { path: 'changes.0.codes.3', code: 'required' as const },
      { path: 'applicationCode', code: 'unknown' as const },
    ];
    const { message } = await told('id', 'VALIDATION_FAILED', { errors });
    assert.equal(message, 'Masih ada isian yang belum terisi: NIK, User, Toko.');
  });

  it('tell the first hundred of very many faults', async () => {
    const errors = Array.from({ length: 100_000 }, (_, index) => ({
      path: `${index}${'x'.repeat(100)}`,
      code: 'unknown_key' as const,
    }));
    const body = await told('id', 'VALIDATION_FAILED', { errors });
    assert.equal(body.errors.length, 100);
    assert.ok(body.message.length < 8_000);
  });
});
