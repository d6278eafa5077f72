import { formatsOf } from '../format/formats.js';

const { number } = formatsOf('id');

/** Words of the page that edits beta apps, in Indonesian. */
export const editorId = {
  title: 'Beta-App',
  addForm: 'Tambah beta-app',
  editForm: 'Ubah beta-app',
  addApplicationForm: 'Tambah aplikasi',
  editApplicationForm: 'Ubah aplikasi',
  period: {
    daysLeft: (days: number) => (days === 0 ? 'hari terakhir' : `${number(days)} hari lagi`),
    startsIn: (days: number) => (days === 1 ? 'mulai besok' : `mulai ${number(days)} hari lagi`),
    spelledOut: (days: number, from: string, to: string) =>
      `${number(days)} hari, ${from} sampai ${to}, keduanya termasuk`,
  },
  counter: (length: number, max: number) => `${number(length)} dari ${number(max)} karakter`,
  applications: (count: number) => `Aplikasi (${number(count)})`,
  storesIn: (stores: number, branches: number) =>
    stores === 0 ? 'Belum ada toko' : `${number(stores)} di ${number(branches)} cabang`,
  storesByBranch: {
    title: (branches: number | undefined) =>
      branches === undefined ? 'Toko per cabang' : `Toko per cabang (${number(branches)})`,
    none: 'Belum ada toko yang terdaftar.',
    others: (branches: number) => `Tidak ada toko terdaftar di ${number(branches)} cabang lain.`,
  },
  applicationName: 'Nama',
  description: 'Keterangan',
  versionExample: 'contoh: 4.19.0-beta.3',
  versionAsProduction: 'Sama dengan versi produksi.',
  notesHint: 'Apa yang baru atau perlu diperhatikan toko',
  noVersion: 'belum ada',
  showMore: 'Selengkapnya',
  showLess: 'Ringkas',
  end: 'Akhiri beta-app',
  cancel: 'Batalkan beta-app',
  named: {
    edit: (name: string) => `Ubah ${name}`,
    remove: (name: string) => `Hapus ${name}`,
  },
  applicationList: {
    title: 'Pilih aplikasi',
    empty: 'Pilih aplikasi…',
    search: 'Cari kode atau nama aplikasi',
    count: (total: number) => `${number(total)} aplikasi`,
    taken: 'Sudah terdaftar',
    none: 'Belum ada aplikasi.',
  },
  noApplications: 'Belum ada aplikasi.',
  ok: {
    created: (name: string) => `Pembuatan beta-app “${name}” berhasil.`,
    updated: (name: string) => `Perubahan beta-app “${name}” berhasil disimpan.`,
    ended: (name: string) => `Beta-app “${name}” berakhir hari ini.`,
    cancelled: (name: string) => `Beta-app “${name}” berhasil dibatalkan.`,
    applicationAdded: (app: string) => `Aplikasi “${app}” berhasil terdaftar di beta-app.`,
    applicationChanged: (app: string, version: string) =>
      `Versi beta “${app}” berhasil diubah menjadi ${version}.`,
    notesChanged: (app: string) => `Catatan “${app}” berhasil diubah.`,
    applicationRemoved: (app: string) => `Aplikasi “${app}” berhasil dihapus dari beta-app.`,
    withdrawn: (stores: number) => `${number(stores)} toko dikeluarkan dari beta-app ini.`,
  },
  leavingOut: (stores: number) =>
    `Menyimpan tanpa ${number(stores)} toko ini mengeluarkannya dari beta-app ini sekarang; toko itu tetap di beta-app lainnya.`,
  nameTaken: (owner: string, nik: string) =>
    `Nama ini sudah dipakai beta-app lain dalam periode itu (${owner}, NIK ${nik}).`,
  applicationTwice: 'Aplikasi ini sudah terdaftar di beta-app.',
  confirm: {
    removeApplicationTitle: (app: string) => `Hapus aplikasi “${app}”?`,
    removeApplication: (app: string, name: string, stores: number, version: string | null) =>
      `Apakah Anda yakin ingin menghapus “${app}” dari beta-app “${name}”?${stores === 0 ? '' : ` ${number(stores)} toko kembali ke versi produksi${version === null ? '' : ` ${version}`}.`}`,
    endTitle: (name: string) => `Akhiri beta-app “${name}” hari ini?`,
    end: 'Semua toko kembali ke versi produksi mulai besok.',
    cancelTitle: (name: string) => `Batalkan beta-app “${name}” sekarang?`,
    cancel: 'Semua toko kembali ke versi produksi sekarang.',
    cancelUnused: 'Semua toko tetap memakai versi produksi.',
  },
  stale: {
    title: 'Beta-app ini sudah berubah',
    changed: (actor: string, nik: string, what: string, when: string) =>
      `${actor} (NIK ${nik}) mengubah ${what} pada ${when}.`,
    unsaved: 'Isian Anda belum disimpan.',
    useLatest: 'Pakai data terbaru',
    latest: (value: string) => `Sekarang tersimpan: ${value}`,
    empty: '(kosong)',
    what: {
      name: 'nama',
      period: 'periode',
      owner: 'user',
      pause: 'status menjadi Dijeda',
      resume: 'status menjadi Aktif',
      end: 'tanggal selesai',
      cancel: 'status menjadi Dibatalkan',
      promote: 'status menjadi Jadi produksi',
      create: 'beta-app',
      details: 'rincian',
      add: (code: string) => `daftar aplikasi (${code} ditambahkan)`,
      change: (code: string) => `aplikasi ${code}`,
      remove: (code: string) => `daftar aplikasi (${code} dihapus)`,
    },
  },
};

/** Words of the page that edits beta apps. */
export type EditorWords = typeof editorId;
