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
  openStores: 'Buka daftar toko',
  ok: {
    pausedKeep: (name: string) => `Beta-app “${name}” dijeda; toko tetap memakai versi beta.`,
    pausedDrop: (name: string) => `Beta-app “${name}” dijeda; toko kembali ke versi produksi.`,
    resumed: (name: string) => `Beta-app “${name}” dilanjutkan.`,
  },
};

/** Words of what happens in the life of a beta app. */
export type LifeCycleWords = typeof lifeCycleId;
