import { type Core } from '@beta-app/core';
import { type Person } from '@beta-app/core/contract';

export const sari: Person = { name: 'Sari Wulandari', nik: '2015014321' };
export const budi: Person = { name: 'Budi Santoso', nik: '2017020002' };

/** The day that many days from today. */
export function day(offset: number): string {
  return new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
}

/** Two branches, six stores of which one is closed, and two applications. */
export async function fillDirectory(core: Core): Promise<void> {
  const stores = ['TB01', 'TB02', 'TB03', 'TM01', 'TM02', 'TM03'].map((code) => ({
    code,
    name: `Toko ${code}`,
    branchCode: code.startsWith('TB') ? 'BDG' : 'MKS',
    open: code !== 'TM03',
  }));
  await core.syncDirectory(
    {
      branches: {
        mode: 'full',
        rows: [
          { code: 'BDG', name: 'Bandung', timeZone: 'Asia/Jakarta' },
          { code: 'MKS', name: 'Makassar', timeZone: 'Asia/Makassar' },
        ],
      },
      stores: { mode: 'full', rows: stores },
      applications: {
        mode: 'full',
        rows: [
          { code: 'POS', name: 'Kasir Toko', productionVersion: '4.18.2', description: 'Kasir' },
          { code: 'STK', name: 'Stok Opname', productionVersion: '2.1.7', description: 'Stok' },
        ],
      },
    },
    { actor: sari },
  );
}
