import { type Person } from '@beta-app/core/contract';

/** Who can be signed in to the demo: switching lets one person play two. The first one is at the start. */
export const people = [
  { name: 'Sari Wulandari', nik: '2015014321' },
  { name: 'Budi Santoso', nik: '2012007788' },
  { name: 'Rina Kartika', nik: '2018023456' },
] as const satisfies readonly Person[];
