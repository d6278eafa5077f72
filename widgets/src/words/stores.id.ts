import type { Person } from '@beta-app/core/contract';
import { formatsOf } from '../format/formats.js';

const { list, number } = formatsOf('id');

/** Words of the page that chooses stores, in Indonesian. */
export const storesId = {
  title: 'Beta-App Store',
  details: 'Rincian',
  pickFirst: 'Pilih beta-app dulu dari kolom kuning.',
  pickBranch: 'Pilih cabang untuk menampilkan toko.',
  noApplications: 'Beta-app ini belum punya aplikasi; toko boleh didaftarkan lebih dulu.',
  infoNoChanges: 'Anda belum melakukan perubahan pada daftar toko.',
  infoStillLoading: 'Daftar toko masih dimuat. Simpan setelah semua toko dipilih.',
  infoNothingLeft: 'Tidak ada perubahan lain yang perlu disimpan.',
  count: (n: number, m: number) => `${number(n)} dari ${number(m)} toko terdaftar`,
  loaded: (n: number, m: number) => `Memuat… ${number(n)} dari ${number(m)} toko`,
  storesChanged: (actor: string, n: number, when: string) =>
    `${actor} mengubah ${number(n)} toko pukul ${when}.`,
  detailsChanged: (actor: string, when: string) => `${actor} mengubah beta-app ini pukul ${when}.`,
  selectsLater: (matching: boolean) =>
    `Memuat… semua toko${matching ? ' yang cocok' : ''} dipilih setelah daftar lengkap`,
  branch: {
    empty: 'Pilih cabang…',
    stores: (n: number, m: number) => `${number(n)} dari ${number(m)} toko`,
    none: (q: string) => `Tidak ada cabang yang cocok dengan “${q}”.`,
    matches: (n: number) => `${number(n)} cabang`,
  },
  search: 'Cari toko',
  searchExample: 'kode atau nama',
  show: 'Tampilkan',
  filter: {
    all: 'Semua',
    registered: 'Terdaftar',
    unregistered: 'Belum terdaftar',
    changed: 'Diubah',
  },
  column: { code: 'Kode', store: 'Toko', branch: 'Cabang', remark: 'Keterangan', tick: 'Pilih' },
  list: (branch: string) => `Toko di ${branch}`,
  selectAll: (m: number, branch: string) => `Pilih semua ${number(m)} toko di ${branch}`,
  selectMatching: (m: number, q: string) => `Pilih ${number(m)} toko yang cocok dengan “${q}”`,
  selectAllEverywhere: (m: number) => `Pilih semua ${number(m)} toko di semua cabang`,
  selectMatchingEverywhere: (m: number, q: string) =>
    `Pilih ${number(m)} toko yang cocok dengan “${q}” di semua cabang`,
  selectFiltered: (m: number, filter: string, branch: string) =>
    `Pilih ${number(m)} toko “${filter}” di ${branch}`,
  selectOne: (code: string, name: string) => `Daftarkan toko ${code} ${name}`,
  selected: (n: number, branch: string) => `${number(n)} toko dipilih di ${branch}`,
  unselected: (n: number, branch: string) => `${number(n)} toko tidak dipilih lagi di ${branch}`,
  willBeAdded: 'akan ditambahkan',
  willBeRemoved: 'akan dikeluarkan',
  registeredOn: (date: string) => `terdaftar ${date}`,
  closedSince: (date: string) => `Tutup sejak ${date}`,
  pending: (added: string, removed: string) => `+${added} −${removed}`,
  inBranches: (n: number) => `di ${number(n)} cabang`,
  discardShort: 'Batalkan',
  held: {
    mark: (app: string, name: string, others: number) =>
      `${app} di “${name}”${others === 0 ? '' : ` dan ${number(others)} lagi`}`,
    hint: 'Enter membuka atau menutup rincian.',
    count: (n: number) => `${number(n)} toko bentrok`,
    drop: (n: number) => `Lepaskan ${number(n)} toko ini`,
  },
  elsewhere: (n: number) => `${number(n)} perubahan lain ada di cabang yang tidak ditampilkan.`,
  showUnregistered: 'Tampilkan yang belum terdaftar',
  showAllBranches: 'Tampilkan semua cabang',
  emptyBranch: 'Cabang ini belum punya toko.',
  noMatch: (q: string, branch: string) => `Tidak ada toko yang cocok dengan “${q}” di ${branch}.`,
  noneShown: {
    all: 'Tidak ada toko yang buka di cabang ini.',
    registered: 'Belum ada toko yang terdaftar di cabang ini.',
    unregistered: 'Semua toko di cabang ini sudah terdaftar.',
    changed: 'Tidak ada perubahan di cabang ini.',
  },
  searchAllBranches: 'Cari di semua cabang',
  save: {
    title: 'Simpan perubahan daftar toko?',
    question: (name: string) =>
      `Apakah Anda yakin ingin menyimpan perubahan daftar toko pada beta-app “${name}”?`,
    added: 'Ditambahkan',
    removed: 'Dikeluarkan',
    after: 'Jumlah setelah disimpan',
    typeNumber: (n: string) => `Ketik ${n} untuk melanjutkan`,
    wrongNumber: (n: string) => `Yang diketik bukan ${n}.`,
    moreBranches: (n: number) => `dan ${number(n)} cabang lain`,
    backToProduction: (n: number) => `${number(n)} toko dikeluarkan dan kembali ke versi produksi.`,
    movesFrom: (n: number, betaApp: string, { name, nik }: Person) =>
      `${number(n)} toko dipindahkan dari beta-app “${betaApp}” (${name}, NIK ${nik}).`,
    losesVersions: (n: number, applications: readonly string[]) =>
      `${number(n)} toko itu langsung kembali ke versi produksi untuk ${list(applications)}.`,
    leavesOut: (n: number) => `${number(n)} toko yang dipegang beta-app lain tidak ikut disimpan.`,
    moved: (n: number, betaApp: string) =>
      `${number(n)} toko dipindahkan dari beta-app “${betaApp}”.`,
    saved: (added: number, removed: number) =>
      `Daftar toko berhasil diperbarui: ${number(added)} ditambahkan, ${number(removed)} dikeluarkan.`,
    skipped: (n: number) => `${number(n)} toko baru yang cocok belum ikut didaftarkan.`,
    merged: (actor: string, n: number) =>
      `${actor} juga mengubah ${number(n)} toko. Perubahan Anda tetap tersimpan.`,
    failed: 'Perubahan belum tersimpan. Pilihan toko Anda tetap ada; silakan coba lagi.',
  },
  refused: {
    leaveOut: (n: number) => `Simpan tanpa ${number(n)} toko ini`,
    move: (n: number) => `Pindahkan ${number(n)} toko ke sini…`,
    clash: (n: number) => `${number(n)} toko sudah diubah orang lain`,
    clashEntry: (actor: string, nik: string, n: number, when: string, stores: string) =>
      `${actor} (NIK ${nik}) mengubah ${number(n)} toko yang sama pada ${when}: ${stores}`,
    closed: (n: number) => `${number(n)} toko sudah tutup`,
    closedEntry: (store: string) => `Toko ${store} sudah tutup dan tidak dapat didaftarkan.`,
    unknown: (n: number) => `${number(n)} toko tidak dikenal lagi`,
    unknownEntry: (store: string) => `Toko ${store} tidak ada lagi di data toko.`,
  },
  leave: {
    title: 'Ganti beta-app?',
    question: (n: number) => `Ada ${number(n)} perubahan yang belum disimpan. Ganti beta-app?`,
  },
};

export type StoresWords = typeof storesId;
