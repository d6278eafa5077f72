import type { BetaAppStore } from '@beta-app/core/contract';

/** A store with what the table shows of it. */
export type BenchStore = BetaAppStore;

const places = [
  'Cibiru Hilir',
  'Ujung Berung',
  'Dayeuhkolot',
  'Panghegar',
  'Kota Baru',
  'Sukajadi',
];
const branches = 32;

/** So many stores over 32 branches, always the same ones; every tenth is registered. */
export function benchStores(count: number): BenchStore[] {
  return Array.from({ length: count }, (_, number) => ({
    code: `T${String(number).padStart(7, '0')}`,
    name: `${places[number % places.length] ?? ''} ${number}`,
    branchCode: `B${(number % branches) + 1}`,
    registered: number % 10 === 0,
    ...(number % 10 === 0 && { registeredSince: '2026-11-02T05:00:00Z' }),
  }));
}
