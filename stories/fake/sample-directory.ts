import type { Application, TimeZone } from '@beta-app/core/contract';
import { type DirectoryRows } from './directory.js';

const cities: readonly [name: string, timeZone?: TimeZone][] = [
  ['Bandung 1'],
  ['Bandung 2'],
  ['Bekasi'],
  ['Bogor'],
  ['Cirebon'],
  ['Denpasar', 'Asia/Makassar'],
  ['Jakarta 1'],
  ['Jakarta 2'],
  ['Jayapura', 'Asia/Jayapura'],
  ['Makassar', 'Asia/Makassar'],
  ['Malang'],
  ['Medan'],
  ['Palembang'],
  ['Semarang'],
  ['Surabaya'],
  ['Yogyakarta'],
];

const places = [
  'Cibiru Hilir',
  'Ujung Berung',
  'Antapani Kidul',
  'Sukajadi',
  'Cihapit',
  'Lengkong Besar',
  'Pasir Kaliki',
  'Kiaracondong',
];

export const sampleApplications: readonly Application[] = [
  {
    code: 'POS',
    name: 'Kasir Toko',
    productionVersion: '4.18.2',
    description: 'Penjualan dan pembayaran di kasir',
  },
  {
    code: 'STK',
    name: 'Stok Toko',
    productionVersion: '2.1.7',
    description: 'Persediaan di rak dan gudang',
  },
  { code: 'ABS', name: 'Absensi', productionVersion: null, description: 'Kehadiran karyawan' },
];

/** The first branch, which stories choose. */
export const sampleBranch = 'Bandung 1';

/** The code of a store of the first branch. */
export const storeCode = (branch: number, store: number): string =>
  `T${String(branch + 1).padStart(2, '0')}${String(store + 1).padStart(4, '0')}`;

/** Sixteen branches in three zones, with as many stores each as are wanted. */
export function sampleDirectory(storesPerBranch: number): DirectoryRows {
  const codeOf = (branch: number) => `C${String(branch + 1).padStart(2, '0')}`;
  return {
    branches: cities.map(([name, timeZone = 'Asia/Jakarta'], branch) => ({
      code: codeOf(branch),
      name,
      timeZone,
    })),
    stores: cities.flatMap((_, branch) =>
      Array.from({ length: storesPerBranch }, (__, store) => ({
        code: storeCode(branch, store),
        name: `${places[store % places.length] ?? ''} ${Math.floor(store / places.length) + 1}`,
        branchCode: codeOf(branch),
      })),
    ),
    applications: sampleApplications,
  };
}
