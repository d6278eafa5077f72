import { type Person } from '@beta-app/core/contract';
import { people } from '../people.js';

const [sari, budi, rina] = people;

export interface BetaAppPlan {
  name: string;
  owner: Person;
  /** How many days ago it was created. */
  age: number;
  /** First and last day, counted from today. */
  period: [from: number, to: number];
  applications: [code: string, version: string, notes?: string][];
  /** How many stores of which branch, and from which of them on. */
  stores?: [branch: string, count: number, from?: number][];
  /** What became of it two days ago, where dates alone don't say so. */
  now?: 'cancelled' | 'paused' | 'promoted';
}

/**
 * Beta apps in every state. The first two test the cash desk in different stores: whoever registers
 * a store of the one in the other meets the conflict.
 */
export const betaApps: readonly BetaAppPlan[] = [
  {
    name: 'Uji Kasir QRIS',
    owner: sari,
    age: 9,
    period: [-9, 21],
    applications: [
      ['POS', '4.19.0-beta.3', 'Struk memuat kode QRIS. Kasir memilih “QRIS” sebelum mencetak.'],
      ['QRS', '3.3.0-beta.1'],
      ['STK', '2.2.0-rc1', 'Saldo dihitung ulang saat tutup harian.'],
    ],
    stores: [
      ['BDG1', 412],
      ['BDG2', 180],
      ['CRB1', 148],
      ['JKT1', 250],
      ['DPS1', 150],
      ['JPR1', 100],
    ],
  },
  {
    name: 'Uji Struk Ringkas',
    owner: budi,
    age: 3,
    period: [-3, 24],
    applications: [['POS', '4.20.0-alpha.2', 'Struk tanpa salinan, lebar 58 mm.']],
    stores: [
      ['BDG1', 120, 450],
      ['SBY1', 90],
    ],
  },
  {
    name: 'Uji Pesan Antar Malam',
    owner: rina,
    age: 14,
    period: [-14, 14],
    applications: [
      ['DLV', '3.0.0-beta.2', 'Pesanan sampai pukul 23.00 waktu toko.'],
      ['MSG', '4.1.0-beta.1'],
    ],
    stores: [
      ['JKT2', 320],
      ['TGR2', 200],
    ],
  },
  {
    name: 'Uji Timbangan Digital',
    owner: sari,
    age: 1,
    period: [-1, 45],
    applications: [['TKM', '0.4.0', 'Hanya untuk toko dengan timbangan baru.']],
  },
  {
    name: 'Uji Stok Opname Genggam',
    owner: sari,
    age: 4,
    period: [7, 37],
    applications: [['OPN', '4.0.0-rc2', 'Pindai dengan ponsel toko.']],
    stores: [['MKS1', 60]],
  },
  {
    name: 'Uji Mesin Promo Bertingkat',
    owner: budi,
    age: 3,
    period: [12, 40],
    applications: [
      ['PRM', '4.0.0-beta.4', 'Potongan kedua dan ketiga dihitung di kasir.'],
      ['KPS', '4.8.0-beta.1'],
    ],
  },
  {
    name: 'Uji Kasir Swalayan di Toko Terpilih Menjelang Libur Akhir Tahun, Tahap Pertama',
    owner: rina,
    age: 1,
    period: [20, 50],
    applications: [],
  },
  {
    name: 'Uji Antrean Kasir',
    owner: budi,
    age: 20,
    period: [-20, 10],
    applications: [['ANT', '2.0.0-beta.5', 'Dijeda sampai layar panggil diganti.']],
    stores: [['SMG1', 75]],
    now: 'paused',
  },
  {
    name: 'Uji Faktur Pajak Baru',
    owner: sari,
    age: 75,
    period: [-75, -45],
    applications: [['PJK', '5.5.0-rc1']],
    stores: [['BKS1', 200]],
  },
  {
    name: 'Uji Tutup Harian Cepat',
    owner: rina,
    age: 60,
    period: [-60, -31],
    applications: [['TUT', '5.3.0-beta.2', 'Tutup toko tanpa cetak laporan.']],
    stores: [['YOG1', 40]],
  },
  {
    name: 'Uji Kartu Rak Harga Promo',
    owner: budi,
    age: 50,
    period: [-50, -5],
    applications: [['CKR', '4.5.0']],
    stores: [['PLG1', 150]],
    now: 'promoted',
  },
  {
    name: 'Uji Tarik Tunai Tanpa Kartu',
    owner: sari,
    age: 6,
    period: [-6, 30],
    applications: [['ATM', '2.8.0-beta.1']],
    stores: [['MDN1', 25]],
    now: 'cancelled',
  },
];
