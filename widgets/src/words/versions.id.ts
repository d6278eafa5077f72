import type { Person, VersionChannel, VersionReasonCode } from '@beta-app/core/contract';
import { formatsOf } from '../format/formats.js';

const { number } = formatsOf('id');

/** What a sentence about a reason may name; what isn't known is left out. */
export interface ReasonFacts {
  /** The beta app's name. */
  name: string;
  /** A day in short, "24 Nov 2026". */
  date?: string | undefined;
  /** A day with the time, "24 Nov 2026 14.05 WITA". */
  when?: string | undefined;
  actor?: Person | undefined;
}

/** The sentence for each reason. */
export type ReasonWords = Readonly<Record<VersionReasonCode, (facts: ReasonFacts) => string>>;

const at = (when: string | undefined) => (when === undefined ? '' : ` pada ${when}`);
const since = (moment: string | undefined) => (moment === undefined ? '' : ` sejak ${moment}`);
const by = (actor: Person | undefined) =>
  actor === undefined ? '' : ` oleh ${actor.name} (NIK ${actor.nik})`;

const reason: ReasonWords = {
  store_unknown: () => 'Kode toko tidak dikenal.',
  application_unknown: () => 'Kode aplikasi tidak dikenal.',
  no_record: ({ date }) =>
    date === undefined
      ? 'Belum ada data untuk waktu itu.'
      : `Belum ada data untuk waktu itu. Data dimulai ${date}.`,
  store_closed: ({ date }) => `Toko tutup${since(date)}.`,
  in_beta: ({ name, date }) => `Terdaftar di beta-app “${name}”${since(date)}.`,
  paused_keep: ({ name, when, actor }) =>
    `Beta-app “${name}” dijeda${at(when)}${by(actor)}; toko tetap memakai versi beta.`,
  paused_drop: ({ name, when, actor }) =>
    `Beta-app “${name}” dijeda${at(when)}${by(actor)}; toko kembali ke versi produksi.`,
  not_started: ({ name, date = '' }) => `Beta-app “${name}” baru mulai ${date}.`,
  promoted: ({ name, when, actor }) =>
    `Versi beta “${name}” sudah menjadi produksi${at(when)}${by(actor)}.`,
  cancelled: ({ name, when, actor }) => `Beta-app “${name}” dibatalkan${at(when)}${by(actor)}.`,
  withdrawn: ({ name, when, actor }) => `Toko dikeluarkan dari “${name}”${at(when)}${by(actor)}.`,
  application_removed: ({ name, when, actor }) =>
    `Aplikasi dihapus dari “${name}”${at(when)}${by(actor)}.`,
  ended: ({ name, date = '' }) => `Beta-app “${name}” sudah berakhir ${date}.`,
  no_beta: () => 'Tidak ada beta-app untuk aplikasi ini di toko ini.',
};

const channel: Readonly<Record<VersionChannel, string>> = { beta: 'Beta', production: 'Produksi' };

/** Words of the page that looks versions up, in Indonesian. */
export const versionsId = {
  title: 'Cek Versi Toko',
  tabs: { label: 'Cara mencari', one: 'Satu toko', many: 'Banyak toko', version: 'Toko per versi' },
  store: 'Kode atau nama toko',
  storeExample: 'contoh: TB0123 atau cibiru hilir',
  find: {
    recent: 'Terakhir dicari',
    closed: 'Tutup',
    matches: (n: number) => `${number(n)} toko`,
    more: (n: number) => `dan ${number(n)} toko lain; ketik lebih lengkap`,
  },
  when: 'Waktu kejadian',
  quick: {
    now: 'Sekarang',
    quarter: '15 menit lalu',
    hour: '1 jam lalu',
    yesterday: 'Kemarin',
    chosen: 'Pilih waktu…',
  },
  storeTime: (zone: string | undefined) =>
    zone === undefined ? 'Waktu toko' : `Waktu toko (${zone})`,
  timeIn: (zone: string) => `Waktu (${zone})`,
  date: 'Tanggal',
  time: 'Jam',
  fillMoment: 'Isi tanggal dan jam kejadian.',
  unreadableMoment: (text: string) => `Waktu itu tidak dapat dibaca: ${text}`,
  allApplications: 'semua',
  applicationsFailed: 'Daftar aplikasi belum dapat dimuat.',
  answer: 'Versi di toko',
  start: 'Ketik kode atau nama toko.',
  notFound: (q: string) => `Toko “${q}” tidak ditemukan. Periksa kodenya atau cari dengan nama.`,
  chooseOne: (q: string) => `Beberapa toko cocok dengan “${q}”. Pilih salah satu dari daftar.`,
  nowThere: (zone: string, time: string) => `${zone}, sekarang ${time}`,
  asOf: (day: string, time: string) => `Keadaan pada ${day} pukul ${time}`,
  planned: (day: string, time: string) => `Rencana untuk ${day} pukul ${time}`,
  summary: (n: number, m: number) => `${number(n)} dari ${number(m)} aplikasi memakai versi beta.`,
  summaryNone: 'Semua aplikasi memakai versi produksi.',
  summaryOne: (name: string, beta: boolean) =>
    `${name} memakai versi ${beta ? 'beta' : 'produksi'}.`,
  unknownVersion: 'tidak diketahui',
  noApplications: 'Belum ada aplikasi.',
  list: (store: string) => `Versi aplikasi di toko ${store}`,
  column: {
    application: 'Aplikasi',
    version: 'Versi',
    channel: 'Kanal',
    betaApp: 'Beta-app',
    reason: 'Alasan',
  },
  channel,
  until: (time: string, version: string) => `sebelum ${time}: ${version}`,
  minutes: (n: number) => `${number(n)} menit`,
  hours: (n: number) => `${number(n)} jam`,
  ago: (span: string) => `${span} lalu`,
  earlier: (span: string) => `${span} sebelum waktu itu`,
  changed: (ago: string, version: string) => `Berubah ${ago}; sebelumnya ${version}`,
  notes: 'Catatan versi beta',
  notesOf: (application: string) => `Catatan versi beta ${application}`,
  productionOnes: (n: number) => `${number(n)} aplikasi versi produksi`,
  registeredNote: 'Versi menurut pendaftaran, bukan laporan dari komputer toko.',
  reason,
  asOfReceived: (time: string) => `Data per ${time}; server belum menjawab.`,
  copy: 'Salin untuk tiket',
  copied: 'Teks untuk tiket berhasil disalin.',
  copyByHand: {
    title: 'Salin teks untuk tiket',
    text: 'Teks untuk tiket',
    hint: 'Tekan Ctrl+C',
  },
  many: {
    codes: 'Kode toko',
    hint: (max: number) =>
      `Satu kode per baris, atau dipisahkan koma, titik koma, atau tab. Paling banyak ${number(max)} toko.`,
    missing: 'Kode toko belum diisi.',
    check: 'Periksa',
    start: 'Tempel kode toko, lalu tekan “Periksa”.',
    misunderstood: (n: number) => `${number(n)} isian bukan kode toko:`,
    line: (line: number, text: string) => `baris ${number(line)}: “${text}”`,
    tooMany: (n: number, max: number) =>
      `Paling banyak ${number(max)} toko sekaligus; ${number(n)} kode terakhir tidak diperiksa.`,
    others: (n: number) => `dan ${number(n)} lagi`,
    summary: (stores: number, inBeta: number) =>
      `${number(inBeta)} dari ${number(stores)} toko memakai versi beta.`,
    unknown: (n: number) => `${number(n)} kode tidak dikenal.`,
    list: 'Versi aplikasi di banyak toko',
    fileName: 'versi-toko',
    export: 'Unduh CSV',
  },
  byVersion: {
    part: 'Toko dengan versi ini',
    start: 'Pilih aplikasi, lalu versinya.',
    matches: (n: number) => `${number(n)} versi`,
    versionsFailed: 'Daftar versi beta belum dapat dimuat.',
    summary: (n: number, branches: number, application: string, version: string) =>
      `${number(n)} toko di ${number(branches)} cabang memakai ${application} ${version}.`,
    none: (application: string, version: string) =>
      `Tidak ada toko yang memakai ${application} ${version} pada waktu itu. Periksa versinya.`,
    unknownApplication: (code: string) =>
      `Aplikasi “${code}” tidak dikenal. Pilih aplikasi dari daftar.`,
    known: 'Versi yang sedang dipakai:',
    branches: (n: number) => `Cabang (${number(n)})`,
    list: (n: number, branch: string | undefined) =>
      branch === undefined ? `Toko (${number(n)})` : `Toko di ${branch} (${number(n)})`,
    missing: (n: number) => `dan ${number(n)} toko lain; semuanya ada dalam CSV.`,
    storesOf: (application: string, version: string) =>
      `Toko yang memakai ${application} ${version}`,
    fileName: 'toko',
  },
  ticket: {
    store: (store: string, branch: string, when: string) => `Toko ${store} (${branch}), ${when}`,
    closed: 'toko tutup',
    planned: 'rencana',
    channel: { beta: 'beta', production: 'produksi' },
    unknown: 'versi tidak diketahui',
  },
};

export type VersionsWords = typeof versionsId;
