import type { TimeZone } from '@beta-app/core/contract';

// Intl writes "GMT+8" in English, which nobody in a store says.
const letters: Readonly<Record<TimeZone, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** What people call a zone: WIB, WITA or WIT. */
export const zoneLetters = (zone: TimeZone): string => letters[zone];
