import type { HistoryAction, Person } from '@beta-app/core/contract';
import { formatsOf } from '../format/formats.js';

const { number } = formatsOf('id');

const person = ({ name, nik }: Person) => `${name} (${nik})`;

const others = (count: number) => (count === 0 ? '' : ` bersama ${number(count)} toko lain`);

const action: Readonly<Record<HistoryAction, string>> = {
  create: 'Pembuatan',
  update: 'Nama, periode, atau user',
  add_application: 'Aplikasi ditambahkan',
  change_application: 'Versi beta atau catatan',
  remove_application: 'Aplikasi dihapus',
  save_stores: 'Daftar toko',
  pause: 'Dijeda',
  resume: 'Dilanjutkan',
  end: 'Diakhiri',
  promote: 'Jadi produksi',
  cancel: 'Dibatalkan',
  sync_directory: 'Data induk',
};

/** Words of histories, in Indonesian. */
export const historyId = {
  open: 'Riwayat',
  restore: 'Pulihkan daftar toko ini',
  nothingToRestore: 'Daftar toko sudah sama seperti saat itu.',
  openStore: 'Riwayat toko',
  title: (name: string) => `Riwayat “${name}”`,
  storeTitle: (store: string) => `Riwayat toko ${store}`,
  action,
  /** What follows the name of who did it. */
  did: {
    created: (name: string, period: string) => `membuat beta-app “${name}” untuk ${period}`,
    changed: (what: string) => `mengubah ${what}`,
    change: {
      name: (before: string, after: string) => `nama dari “${before}” menjadi “${after}”`,
      period: (before: string, after: string) => `periode dari ${before} menjadi ${after}`,
      startsOn: (before: string, after: string) => `tanggal mulai dari ${before} menjadi ${after}`,
      endsOn: (before: string, after: string) => `tanggal selesai dari ${before} menjadi ${after}`,
      owner: (before: Person, after: Person) =>
        `user dari ${person(before)} menjadi ${person(after)}`,
      version: (code: string, before: string, after: string) =>
        `versi beta ${code} dari ${before} menjadi ${after}`,
      notes: (code: string) => `catatan ${code}`,
    },
    applicationAdded: (code: string, version: string) =>
      `menambahkan aplikasi ${code} dengan versi beta ${version}`,
    applicationRemoved: (code: string, version: string) =>
      `menghapus aplikasi ${code} dengan versi beta ${version}`,
    storesSaved: (added: number, withdrawn: number) =>
      [
        added > 0 || withdrawn === 0 ? `menambahkan ${number(added)} toko` : '',
        withdrawn > 0 ? `mengeluarkan ${number(withdrawn)} toko` : '',
      ]
        .filter(Boolean)
        .join(' dan '),
    includingFrom: (n: number, betaApp: string) =>
      `termasuk ${number(n)} toko dari beta-app “${betaApp}”`,
    storesMovedTo: (n: number, betaApp: string) =>
      `memindahkan ${number(n)} toko ke beta-app “${betaApp}”`,
    storeMovedTo: (more: number, betaApp: string) =>
      `memindahkan toko ini${others(more)} ke beta-app “${betaApp}” dari beta-app`,
    storeRegistered: (more: number) => `menambahkan toko ini${others(more)} ke beta-app`,
    storeWithdrawn: (more: number) => `mengeluarkan toko ini${others(more)} dari beta-app`,
    paused: {
      keep: 'menjeda; toko tetap memakai versi beta',
      drop: 'menjeda; toko kembali ke versi produksi',
    },
    pauseChanged: {
      keep: 'mengubah jeda; toko memakai versi beta lagi',
      drop: 'mengubah jeda; toko kembali ke versi produksi',
    },
    resumed: {
      keep: 'melanjutkan; toko tetap memakai versi beta',
      drop: 'melanjutkan; toko kembali memakai versi beta',
    },
    ended: (day: string, before: string) => `mengakhiri pada ${day}; sebelumnya sampai ${before}`,
    promoted: 'menjadikan versi beta versi produksi',
    cancelled: 'membatalkan beta-app ini',
    synced: (stores: number) =>
      `memperbarui data induk; ${number(stores)} toko terdaftar pindah cabang, tutup, atau buka kembali`,
    storeSynced: (changes: string) => `memperbarui data induk toko ini: ${changes}`,
  },
  /** What happened to a store. */
  store: {
    registered: 'ditambahkan',
    withdrawn: 'dikeluarkan',
    added: 'toko baru',
    renamed: (before: string, after: string) => `nama dari “${before}” menjadi “${after}”`,
    moved: (before: string, after: string) => `pindah dari cabang ${before} ke ${after}`,
    closed: 'tutup',
    reopened: 'buka kembali',
  },
  notes: 'Catatan',
  before: 'Sebelum',
  after: 'Sesudah',
  noNotes: 'kosong',
  showStores: (stores: number) => `Tampilkan ${number(stores)} toko`,
  hideStores: 'Sembunyikan toko',
  more: 'Tampilkan lebih banyak',
  moreStores: (stores: number) => `Tampilkan lebih banyak (${number(stores)} toko lagi)`,
  count: (events: number) => `${number(events)} entri`,
  newest: (events: number) => `${number(events)} entri terbaru`,
  none: 'Belum ada yang terjadi.',
  noMatch: 'Tidak ada entri yang cocok dengan saringan.',
  filter: {
    label: 'Saringan',
    open: (set: number) => (set === 0 ? 'Saring' : `Saring (${number(set)})`),
    action: 'Tindakan',
    all: 'semua',
    store: 'Kode toko',
    actor: 'User atau NIK',
    from: 'Dari tanggal',
    to: 'Sampai tanggal',
    clear: 'Hapus saringan',
    unknownStore: (code: string) => `Kode toko “${code}” tidak dikenal.`,
    endBeforeStart: 'Tanggal akhir harus sama dengan atau setelah tanggal awal.',
  },
  column: {
    action: 'Tindakan',
    betaApp: 'Beta-app',
    what: 'Yang dilakukan',
    added: 'Toko ditambahkan',
    withdrawn: 'Toko dikeluarkan',
    stores: 'Toko (paling banyak 5)',
  },
  values: {
    pause: {
      none: 'tidak dijeda',
      keep: 'toko tetap memakai versi beta',
      drop: 'toko memakai versi produksi',
    },
    closed: { none: 'belum', cancelled: 'dibatalkan', promoted: 'jadi produksi' },
    pauseLabel: 'Jeda',
    closedLabel: 'Penutupan',
  },
  exported: (events: number) => `${number(events)} entri disimpan ke berkas CSV.`,
  fileName: 'riwayat',
};

/** Words of histories. */
export type HistoryWords = typeof historyId;
