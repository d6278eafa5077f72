import { formatsOf } from '../format/formats.js';

const { number } = formatsOf('id');

/** Words about lists of stores that go in and out, in Indonesian. */
export const listsId = {
  import: 'Impor daftar',
  title: 'Impor daftar toko',
  export: 'Unduh CSV',
  exported: (n: number) => `${number(n)} toko disimpan ke berkas CSV.`,
  fileName: 'toko',
  refusedFileName: 'toko-ditolak',
  betaApp: (name: string) => `Untuk beta-app “${name}”.`,
  text: 'Daftar toko',
  textHint: 'Kode atau nama toko: satu per baris, atau isi CSV dengan koma, titik koma, atau tab.',
  file: 'Pilih berkas…',
  fileHint: 'atau jatuhkan berkas CSV di sini',
  fromFile: (name: string, lines: number) => `Dari berkas “${name}”, ${number(lines)} baris.`,
  dropFile: 'Lepas berkas',
  tooLarge: (name: string) => `Berkas “${name}” terlalu besar.`,
  unreadable: (name: string) => `Berkas “${name}” tidak dapat dibaca.`,
  mode: 'Yang dilakukan dengan daftar ini',
  modes: { add: 'Tambahkan', remove: 'Keluarkan', replace: 'Ganti seluruh daftar' },
  replaceHint: 'Toko terdaftar yang tidak ada dalam daftar ini akan dikeluarkan.',
  check: 'Periksa',
  missing: 'Daftar toko belum diisi.',
  reading: (n: number, m: number) => `Memuat data toko… ${number(n)} dari ${number(m)}`,
  checking: 'Memeriksa…',
  result: 'Hasil pemeriksaan',
  summary: (lines: number, added: number, removed: number, refused: number) =>
    `${number(lines)} baris: ${number(added)} toko akan ditambahkan, ${number(removed)} akan dikeluarkan, ${number(refused)} baris ditolak.`,
  noChanges: 'Tidak ada yang berubah pada daftar toko.',
  columnRead: (column: number, heading: string | undefined) =>
    heading === undefined
      ? `Yang dibaca: kolom ${number(column)}.`
      : `Yang dibaca: kolom ${number(column)} “${heading}”.`,
  group: {
    added: 'Akan ditambahkan',
    removed: 'Akan dikeluarkan',
    unchanged: 'Sudah terdaftar',
    unknown: 'Tidak dikenal',
    closed: 'Toko tutup',
    elsewhere: 'Di beta-app lain',
    ambiguous: 'Nama cocok dengan beberapa toko',
    twice: 'Ganda',
  },
  notRegistered: 'Tidak terdaftar',
  count: (group: string, n: number) => `${group} (${number(n)})`,
  column: { line: 'Baris', text: 'Isi', store: 'Toko', remark: 'Keterangan', reason: 'Alasan' },
  notListed: 'tidak ada dalam daftar',
  remark: {
    twice: (line: number) => `sama dengan baris ${number(line)}`,
    elsewhere: (
      app: string,
      version: string,
      name: string,
      period: string,
      owner: string,
      nik: string,
    ) => `${app} ${version} di beta-app “${name}”, ${period}, ${owner} (NIK ${nik})`,
  },
  reason: {
    added: '',
    removed: '',
    unchanged: '',
    unknown: 'Tidak dikenal',
    closed: 'Toko sudah tutup',
    elsewhere: 'Sedang menguji aplikasi yang sama',
    ambiguous: 'Nama cocok dengan beberapa toko',
    twice: '',
  },
  saveRefused: 'Unduh yang ditolak',
  leaveOut: (n: number) => `Simpan tanpa ${number(n)} baris yang ditolak`,
  leaveOutMissing: 'Perbaiki daftarnya, atau centang untuk menyimpan tanpa baris yang ditolak.',
  save: {
    add: (added: number) => `Tambahkan ${number(added)} toko`,
    remove: (_: number, removed: number) => `Keluarkan ${number(removed)} toko`,
    replace: (added: number, removed: number) =>
      `Ganti daftar: +${number(added)} −${number(removed)}`,
  },
  saving: (n: number) => `Menyimpan ${number(n)} toko…`,
  done: (added: number, removed: number) =>
    `Selesai: ${number(added)} toko ditambahkan, ${number(removed)} dikeluarkan.`,
};

export type ListsWords = typeof listsId;
