import { type Person } from '@beta-app/core/contract';

export const sari: Person = { name: 'Sari Wulandari', nik: '2015014321' };
export const budi: Person = { name: 'Budi Santoso', nik: '2011004410' };
