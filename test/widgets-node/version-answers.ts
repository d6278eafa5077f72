import { type StoreVersion } from '@beta-app/core/contract';
import { type KnownAnswer } from '../../widgets/src/version-answer/store-answer.js';

const sari = { name: 'Sari Wulandari', nik: '2015014321' };

/** A production version that has long been there. */
export const production = (code: string, name: string, version = '2.1.7'): StoreVersion => ({
  application: { code, name },
  version,
  channel: 'production',
  reason: { code: 'no_beta', at: null, actor: null },
  betaApp: null,
  since: null,
  previous: null,
});

/** A beta version of “Uji Kasir Desember”. */
export const beta = (code: string, name: string, version = '4.19.0-beta.3'): StoreVersion => ({
  ...production(code, name, version),
  channel: 'beta',
  reason: { code: 'in_beta', at: '2026-11-02T02:00:00Z', actor: null },
  betaApp: {
    id: 1,
    name: 'Uji Kasir Desember',
    startsOn: '2026-12-01',
    endsOn: '2026-12-31',
    owner: sari,
    version,
    notes: '',
  },
});

/** The same version, since a moment. */
export const changed = (version: StoreVersion, since: string, before = '4.18.2'): StoreVersion => ({
  ...version,
  since,
  previous: { version: before, channel: 'production' },
});

/** The answer about one store at 14.05 WIB. */
export function answerOf(versions: StoreVersion[], more: Partial<KnownAnswer> = {}): KnownAnswer {
  const at = '2026-11-24T14:05:00+07:00';
  const store = {
    name: 'Cibiru Hilir',
    branchCode: 'BDG1',
    branchName: 'Bandung 1',
    timeZone: 'Asia/Jakarta' as const,
    open: true,
  };
  return {
    code: 'TB0123',
    store,
    versions,
    at,
    moment: new Date(at),
    receivedAt: new Date(at),
    isPlanned: false,
    lookup: { at, stores: [{ code: 'TB0123', store, versions }] },
    ...more,
  };
}
