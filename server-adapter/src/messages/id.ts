import { type DetailsChange } from '@beta-app/core/contract';
import { type Dictionary, type Refused } from './dictionary.js';
import { detailsOf, momentIn, someOf } from './facts.js';
import { fieldAt } from './fields.js';

const number = new Intl.NumberFormat('id-ID');
const more = (count: number) => `dan ${number.format(count)} lainnya`;

const fields: Dictionary['fields'] = {
  name: 'Nama beta-app',
  startsOn: 'Tanggal mulai',
  endsOn: 'Tanggal selesai',
  owner: 'User',
  nik: 'NIK',
  application: 'Aplikasi',
  version: 'Versi beta',
  notes: 'Catatan',
  branch: 'Cabang',
  store: 'Toko',
  betaApp: 'Beta-App',
  state: 'Status',
  search: 'Pencarian',
  moment: 'Waktu',
  changes: 'Perubahan',
  actor: 'User',
  action: 'Tindakan',
  from: 'Tanggal awal',
  to: 'Tanggal akhir',
  event: 'Kejadian',
  body: 'Isi permintaan',
};

function changed({ action, subjects }: DetailsChange): string {
  const codes = subjects.join(', ');
  switch (action) {
    case 'create':
      return 'beta-app';
    case 'update':
      return subjects.map((path) => fields[fieldAt(path) ?? 'betaApp'].toLowerCase()).join(', ');
    case 'pause':
      return 'status menjadi dijeda';
    case 'resume':
      return 'status menjadi dilanjutkan';
    case 'end':
      return 'status menjadi berakhir';
    case 'cancel':
      return 'status menjadi dibatalkan';
    case 'promote':
      return 'status menjadi versi produksi';
    case 'add_application':
    case 'change_application':
    case 'remove_application':
      return `aplikasi ${codes}`;
  }
}

function nameTaken(error: Refused): string {
  const { betaApp } = detailsOf(error, 'NAME_TAKEN');
  const owner = betaApp ? ` (${betaApp.owner.name}, NIK ${betaApp.owner.nik})` : '';
  return `Nama ini sudah dipakai beta-app lain dalam periode itu${owner}.`;
}

/** What the API says in Indonesian. */
export const indonesian: Dictionary = {
  fields,
  incomplete: (labels) => `Masih ada isian yang belum terisi: ${labels}.`,
  incorrect: (labels) => `Masih ada isian yang perlu diperbaiki: ${labels}.`,
  fieldErrors: {
    required: (label) => `${label} belum diisi.`,
    type: (label) => `${label} tidak dapat dibaca.`,
    format: (label) => `${label} tidak sesuai bentuknya.`,
    characters: (label) => `${label} berisi karakter yang tidak dapat dipakai.`,
    too_long: (label, { max }) =>
      max === undefined
        ? `${label} terlalu panjang.`
        : `${label} paling banyak ${number.format(max)} karakter.`,
    too_many: (label, { max }) =>
      max === undefined
        ? `${label} terlalu banyak.`
        : `${label} paling banyak ${number.format(max)}.`,
    range: (label, { max }) =>
      max === undefined
        ? `${label} di luar batas.`
        : `${label} di luar batas; paling banyak ${number.format(max)}.`,
    date: () => 'Tanggal itu tidak ada.',
    end_before_start: () => 'Tanggal selesai harus sama dengan atau setelah tanggal mulai.',
    end_in_past: () => 'Tanggal selesai tidak boleh sebelum hari ini.',
    name_taken: (_label, _field, whole) => nameTaken(whole),
    application_twice: () => 'Aplikasi ini sudah terdaftar di beta-app.',
    unknown: (label) => `${label} tidak dikenal.`,
    unknown_key: (label) => `Isian “${label}” tidak dikenal.`,
  },
  errors: {
    VALIDATION_FAILED: () => 'Masih ada isian yang perlu diperbaiki.',
    BODY_MALFORMED: () => 'Isi permintaan tidak dapat dibaca.',
    CURSOR_INVALID: () => 'Halaman berikutnya tidak dapat dibuka. Muat ulang daftar dari awal.',
    STORES_UNKNOWN: ({ error }) => {
      const { stores = [] } = detailsOf(error, 'STORES_UNKNOWN');
      return stores.length === 0
        ? 'Kode toko tidak dikenal.'
        : `Kode toko tidak dikenal: ${someOf(stores, more)}.`;
    },
    AUTHENTICATION_REQUIRED: () =>
      'Sesi Anda telah berakhir. Masuk lagi di tab lain, lalu tekan “Coba lagi”; isian Anda tetap ada.',
    FORBIDDEN: ({ error }) => {
      const { owner } = detailsOf(error, 'FORBIDDEN');
      const contact = owner === undefined ? '' : ` Hubungi ${owner.name} (NIK ${owner.nik}).`;
      return `Anda tidak berhak melakukan ini.${contact}`;
    },
    ROUTE_NOT_FOUND: () => 'Alamat ini tidak ditemukan.',
    BETA_APP_NOT_FOUND: () => 'Beta-app ini tidak ditemukan.',
    APPLICATION_NOT_FOUND: () => 'Aplikasi ini tidak ditemukan.',
    STORE_NOT_FOUND: () => 'Toko ini tidak ditemukan.',
    EVENT_NOT_FOUND: () => 'Kejadian ini tidak ada dalam riwayat beta-app itu.',
    METHOD_NOT_ALLOWED: () => 'Cara itu tidak dilayani di alamat ini.',
    NAME_TAKEN: ({ error }) => nameTaken(error),
    APPLICATION_TWICE: () => 'Aplikasi ini sudah terdaftar di beta-app.',
    BETA_APP_ENDED: () => 'Beta-app ini sudah berakhir dan hanya dapat dilihat.',
    BETA_APP_NOT_STARTED: () => 'Beta-app ini belum mulai; batalkan saja.',
    BETA_APP_NOT_PAUSED: () => 'Beta-app ini tidak sedang dijeda.',
    BETA_APP_EMPTY: () =>
      'Beta-app ini belum memiliki aplikasi yang dapat dijadikan versi produksi.',
    STORES_CLOSED: ({ error }) => {
      const { stores = [] } = detailsOf(error, 'STORES_CLOSED');
      const which = stores.length === 0 ? 'itu' : someOf(stores, more);
      return `Toko ${which} sudah tutup dan tidak dapat didaftarkan.`;
    },
    STORES_CHANGED: ({ error }) => {
      const [clash] = detailsOf(error, 'STORES_CHANGED').clashes ?? [];
      if (clash === undefined) return 'Daftar toko sudah diubah orang lain.';
      const { actor, at, stores } = clash;
      const count = number.format(stores.length);
      const when = momentIn('id', at);
      return `${actor.name} (NIK ${actor.nik}) mengubah ${count} toko yang sama pada ${when}: ${someOf(stores, more)}`;
    },
    STORES_OVERLAP: ({ error }) => {
      const { conflicts = [] } = detailsOf(error, 'STORES_OVERLAP');
      const stores = new Set(conflicts.flatMap((conflict) => conflict.stores));
      return `${number.format(stores.size)} toko sedang menguji aplikasi yang sama`;
    },
    CLOSURES_UNEXPECTED: ({ error }) => {
      const { closures = 0 } = detailsOf(error, 'CLOSURES_UNEXPECTED');
      return `Data itu akan menutup ${number.format(closures)} toko; pastikan jumlah itu benar.`;
    },
    IDEMPOTENCY_IN_PROGRESS: () => 'Permintaan yang sama masih dikerjakan.',
    DETAILS_STALE: ({ error }) => {
      const last = detailsOf(error, 'DETAILS_STALE').changes?.at(-1);
      if (last === undefined) return 'Beta-app ini sudah berubah';
      const { actor, at } = last;
      return `${actor.name} (NIK ${actor.nik}) mengubah ${changed(last)} pada ${momentIn('id', at)}. Isian Anda belum disimpan.`;
    },
    BODY_TOO_LARGE: () => 'Isi permintaan terlalu besar; paling banyak 1 MiB.',
    MEDIA_TYPE_UNSUPPORTED: () => 'Isi permintaan harus berupa application/json, tanpa kompresi.',
    IDEMPOTENCY_KEY_REUSED: () => 'Kunci permintaan ini sudah dipakai untuk permintaan lain.',
    IF_MATCH_REQUIRED: () => 'Permintaan ini perlu menyebut versi data (If-Match) yang diubah.',
    INTERNAL: () => 'Terjadi kesalahan di server. Silakan coba lagi.',
    DATABASE_UNAVAILABLE: () => 'Basis data tidak dapat dihubungi. Silakan coba lagi.',
    SERVER_BUSY: ({ retryAfter }) =>
      `Layanan sedang sibuk. Coba lagi dalam ${number.format(retryAfter)} detik.`,
    SERVER_STOPPING: () => 'Layanan sedang dimulai ulang. Silakan coba lagi.',
    DATABASE_TIMEOUT: () => 'Basis data belum menjawab. Silakan coba lagi.',
  },
};
