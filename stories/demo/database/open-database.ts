import path from 'node:path';
import { createCore } from '@beta-app/core';
import { migrate } from '@beta-app/core/migrations';
import postgres from 'postgres';
import { startEmbeddedPostgres } from '../embedded-postgres.js';
import { seedIfEmpty } from '../seed/seed.js';
import { assertUsable } from './assert-usable.js';
import { keptPasswords } from './passwords.js';
import { ensureRoles } from './roles.js';

export interface DatabaseOptions {
  /** Where an embedded PostgreSQL keeps its data, if no address is given. */
  dataDirectory: string;
  /** The address of another database, as the role that owns the schema or is to own it. */
  databaseUrl?: string | undefined;
  /** The address with which that database is served; the owner's by default. */
  serviceDatabaseUrl?: string | undefined;
  log: (message: string) => void;
}

export interface OpenDatabase {
  /** Of the role that serves. */
  serviceUrl: string;
  /** Stops the database, if it was started here. */
  close(): Promise<void>;
}

interface Place {
  ownerUrl: string;
  serviceUrl: string;
  serviceRole: string | undefined;
  close(): Promise<void>;
}

/** Makes a database ready to be served: started, migrated and, if it is empty, seeded. */
export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  const { databaseUrl, serviceDatabaseUrl, log } = options;
  const place =
    databaseUrl === undefined
      ? await startOwnDatabase(options.dataDirectory, log)
      : await placeElsewhere(databaseUrl, serviceDatabaseUrl);
  try {
    await prepare(place, log);
    return place;
  } catch (error) {
    await place.close();
    throw error;
  }
}

async function prepare(place: Place, log: (message: string) => void): Promise<void> {
  const owner = postgres(place.ownerUrl, { max: 2, onnotice: () => undefined });
  try {
    await migrate({
      sql: owner,
      ...(place.serviceRole === undefined ? {} : { serviceRole: place.serviceRole }),
    });
    const isSeeded = await seedIfEmpty(owner, (transaction) => createCore({ sql: transaction }));
    if (isSeeded) log('The database was empty: it now has branches, stores and beta apps to try.');
  } finally {
    await owner.end();
  }
}

async function startOwnDatabase(
  dataDirectory: string,
  log: (message: string) => void,
): Promise<Place> {
  const server = await startEmbeddedPostgres({
    directory: path.join(dataDirectory, 'postgres'),
    log,
  });
  const close = () => server.stop();
  const admin = postgres(server.url(), { max: 1, onnotice: () => undefined });
  try {
    return { ...(await ensureRoles(admin, server.url(), keptPasswords(dataDirectory))), close };
  } catch (error) {
    await close();
    throw error;
  } finally {
    await admin.end();
  }
}

async function placeElsewhere(
  databaseUrl: string,
  serviceDatabaseUrl: string | undefined,
): Promise<Place> {
  await assertUsable('DATABASE_URL', databaseUrl);
  if (serviceDatabaseUrl !== undefined) {
    await assertUsable('SERVICE_DATABASE_URL', serviceDatabaseUrl);
  }
  return {
    ownerUrl: databaseUrl,
    serviceUrl: serviceDatabaseUrl ?? databaseUrl,
    serviceRole:
      serviceDatabaseUrl === undefined
        ? undefined
        : decodeURIComponent(new URL(serviceDatabaseUrl).username),
    close: () => Promise.resolve(),
  };
}
