import { type ErrorCode, type Person } from '@beta-app/core/contract';
import { ApiError, type BetaAppClient } from '@beta-app/widgets/client';
import { type DirectoryRows } from '@beta-app/stories/fake/directory';
import assert from 'node:assert/strict';

/** A server, real or not, with the clients of several people. */
export interface ClientHost {
  clientOf(actor: Person, lang?: 'id' | 'en'): BetaAppClient;
  /** Adds to the directory, or changes it. */
  sync(rows: DirectoryRows): Promise<void>;
  close(): Promise<void>;
}

/** Gives the host of the suite, once it is open. */
export type GetHost = () => ClientHost;

export const sari: Person = { name: 'Sari Wulandari', nik: '2015014321' };
export const budi: Person = { name: 'Budi Santoso', nik: '2012007788' };

/** The day that many days from today in Jakarta. */
export function day(offset: number): string {
  const moment = new Date(Date.now() + offset * 86_400_000);
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta' }).format(moment);
}

/** What every suite begins with: two branches, twelve stores of which one is closed, three applications. */
export const directory: DirectoryRows = {
  branches: [
    { code: 'MKS', name: 'Makassar', timeZone: 'Asia/Makassar' },
    { code: 'BDG', name: 'Bandung', timeZone: 'Asia/Jakarta' },
  ],
  stores: Array.from({ length: 12 }, (_, index) => ({
    code: `T${String(index + 1).padStart(2, '0')}`,
    name: index % 3 === 0 ? `Cibiru ${index + 1}` : `Toko ${index + 1}`,
    branchCode: index < 8 ? 'BDG' : 'MKS',
    open: index !== 11,
  })),
  applications: [
    { code: 'STK', name: 'Stok Toko', productionVersion: '2.1.7', description: 'Stok' },
    { code: 'POS', name: 'Kasir Toko', productionVersion: '4.18.2', description: 'Kasir' },
    { code: 'ABS', name: 'Absensi', productionVersion: '1.0.0', description: '' },
  ],
};

let made = 0;

/** Creates a beta app with a name of its own, from today for four weeks. */
export async function create(
  client: BetaAppClient,
  period: [number, number] = [0, 28],
): ReturnType<BetaAppClient['createBetaApp']> {
  made += 1;
  const [startsOn, endsOn] = [day(period[0]), day(period[1])];
  return await client.createBetaApp({ name: `Uji ${made}`, startsOn, endsOn });
}

/** Creates one with an application and with stores. */
export async function createWith(
  client: BetaAppClient,
  applicationCode: string,
  codes: string[],
): ReturnType<BetaAppClient['createBetaApp']> {
  const { id, detailsRevision } = await create(client);
  await client.addApplication({ id, detailsRevision, applicationCode, version: '9.9.9' });
  await save(client, id, [{ registered: true, codes }]);
  return await client.getBetaApp({ id });
}

type Changes = Parameters<BetaAppClient['saveStores']>[0]['changes'];

/** Saves from what the list says now. */
export async function save(client: BetaAppClient, id: number, changes: Changes) {
  const { revision, directoryRevision } = await client.listBetaAppStores({ id, limit: 1 });
  return await client.saveStores({ id, baseRevision: revision, directoryRevision, changes });
}

/** Expects a refusal, and gives it. */
export async function refused(call: Promise<unknown>, code: ErrorCode): Promise<ApiError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof ApiError, `${code} expected, got ${String(error)}`);
  assert.equal(error.code, code);
  return error;
}

/** The fields of a refusal, without their sentences. */
export const fieldsOf = ({ errors }: ApiError): [string, string][] =>
  errors.map(({ path, code }) => [path, code]);
