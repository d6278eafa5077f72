import { formatsOf } from '../format/formats.js';

const { number } = formatsOf('id');

/** Words of the page that shows all beta apps in time, in Indonesian. */
export const timelineId = {
  title: 'Linimasa',
  part: 'Beta-app menurut waktu',
  chart: (period: string) => `Linimasa beta-app, ${period}`,
  zoom: 'Skala',
  zooms: { month: 'Bulan', quarter: 'Kuartal', year: 'Tahun' },
  view: 'Tampilan',
  views: { chart: 'Linimasa', table: 'Tabel' },
  back: 'Mundur',
  ahead: 'Maju',
  today: 'Hari ini',
  free: (period: string) => `Bebas ${period}`,
  freeShort: 'Bebas',
  freeOn: (periods: string) => `Bebas: ${periods}`,
  noneFree: 'Tidak ada hari bebas',
  withoutApplication: 'Tanpa aplikasi',
  stores: (n: number) => (n === 0 ? 'belum ada toko' : `${number(n)} toko`),
  owner: (name: string, nik: string) => `${name} (NIK ${nik})`,
  dropped: 'toko kembali ke produksi',
  meets: (name: string, period: string) => `bertemu “${name}” ${period}`,
  meetsMany: (n: number) => `bertemu ${number(n)} beta-app`,
  meetsNone: 'tidak ada',
  hint: 'Tombol panah berpindah dari beta-app ke beta-app, Enter membukanya.',
  legend: {
    meets: 'Bertemu: beta-app lain menguji aplikasi yang sama pada hari itu',
    free: 'Bebas: tidak ada beta-app yang menguji aplikasi itu',
  },
  none: 'Tidak ada beta-app pada waktu ini.',
  noneOf: (application: string) => `Tidak ada beta-app dengan ${application} pada waktu ini.`,
  unknownApplication: (code: string) =>
    `Aplikasi “${code}” tidak dikenal. Pilih aplikasi dari daftar.`,
  count: (n: number) => `${number(n)} beta-app`,
  column: { meets: 'Bertemu dengan', free: 'Hari bebas' },
  export: 'Unduh CSV',
  exported: (n: number) =>
    `${n === 0 ? 'Hari bebas' : `${number(n)} beta-app`} disimpan ke berkas CSV.`,
  fileName: 'linimasa',
};

/** Words of the page that shows all beta apps in time. */
export type TimelineWords = typeof timelineId;
