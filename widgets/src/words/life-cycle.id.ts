import { formatsOf } from '../format/formats.js';

const { number } = formatsOf('id');

/** Words of what happens in the life of a beta app, in Indonesian. */
export const lifeCycleId = {
  pausing: {
    open: 'Jeda…',
    change: 'Ubah jeda…',
    title: (name: string) => `Jeda beta-app “${name}”`,
    changeTitle: (name: string) => `Ubah jeda beta-app “${name}”`,
    stores: 'Toko selama dijeda',
    keep: 'Toko tetap memakai versi beta',
    drop: 'Toko kembali ke versi produksi untuk sementara',
    keepMeans: (stores: number) =>
      `${number(stores)} toko tetap memakai versi beta. Beta-app lain belum dapat menguji aplikasi yang sama di sana.`,
    dropMeans: (stores: number) =>
      `${number(stores)} toko memakai versi produksi mulai sekarang sampai beta-app ini dilanjutkan. Selama itu beta-app lain boleh menguji aplikasi yang sama di sana.`,
    save: 'Jeda',
  },
  paused: {
    keep: 'Dijeda: toko tetap memakai versi beta.',
    drop: 'Dijeda: toko memakai versi produksi sampai beta-app ini dilanjutkan.',
  },
  resuming: {
    open: 'Lanjutkan',
    title: (name: string) => `Lanjutkan beta-app “${name}”?`,
    keep: (stores: number) =>
      `Beta-app ini aktif lagi. ${number(stores)} toko tetap memakai versi beta.`,
    drop: (stores: number) =>
      `Beta-app ini aktif lagi. ${number(stores)} toko kembali memakai versi beta sekarang.`,
  },
  extending: {
    open: 'Perpanjang…',
    title: (name: string) => `Perpanjang beta-app “${name}”`,
    endsOn: 'Tanggal selesai baru',
    quick: 'Perpanjang selama',
    weeks: (weeks: number) => `+${number(weeks)} minggu`,
    now: (date: string) => `Sekarang sampai ${date}`,
    outcome: (now: string, date: string, days: number) =>
      `Sekarang ${now} → ${date}, ${number(days)} hari lebih lama`,
    later: (date: string) => `Tanggal selesai baru harus setelah ${date}.`,
    save: 'Perpanjang',
  },
  promoting: {
    open: 'Jadikan produksi…',
    title: (name: string) => `Jadikan versi beta “${name}” versi produksi?`,
    message: (stores: number) =>
      `Versi berikut menjadi versi produksi untuk semua toko sekarang, bukan hanya ${number(stores)} toko yang terdaftar. Beta-app ini selesai dan hanya dapat dilihat.`,
    application: (app: string, production: string | null, version: string) =>
      `${app}: ${production ?? 'belum ada'} → ${version}`,
  },
  copying: {
    open: 'Salin…',
    suffix: ' (salinan)',
    from: (name: string) => `Salinan dari “${name}”`,
    what: 'Ikut disalin',
    applications: (applications: number) =>
      `${number(applications)} aplikasi, dengan versi beta dan catatannya`,
    stores: (stores: number) => `${number(stores)} toko`,
  },
  openStores: 'Buka daftar toko',
  ok: {
    pausedKeep: (name: string) => `Beta-app “${name}” dijeda; toko tetap memakai versi beta.`,
    pausedDrop: (name: string) => `Beta-app “${name}” dijeda; toko kembali ke versi produksi.`,
    extended: (name: string, date: string) => `Beta-app “${name}” diperpanjang sampai ${date}.`,
    promoted: (name: string) => `Versi beta “${name}” sudah menjadi versi produksi.`,
    copied: (name: string, applications: number, stores: number) =>
      `Pembuatan beta-app “${name}” berhasil, dengan ${number(applications)} aplikasi dan ${number(stores)} toko.`,
    resumed: (name: string) => `Beta-app “${name}” dilanjutkan.`,
  },
};

/** Words of what happens in the life of a beta app. */
export type LifeCycleWords = typeof lifeCycleId;
