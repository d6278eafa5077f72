import path from 'node:path';
import { MigrationError } from '@beta-app/core/migrations';
import { DatabaseUnusableError } from './database/assert-usable.js';
import { type Demo, startDemo } from './demo.js';
import { DataInUseError } from './embedded-postgres/pid-file.js';
import { PortInUseError } from './port.js';

const start = performance.now();
/** An empty variable counts as none. */
const setting = (name: string) => (process.env[name] === '' ? undefined : process.env[name]);

const dataDirectory = setting('DATA_DIRECTORY') ?? path.join(import.meta.dirname, '../../.data');

try {
  const asked = untilSignal();
  const demo = await startDemo({
    port: portOf(setting('PORT')),
    dataDirectory,
    databaseUrl: setting('DATABASE_URL'),
    serviceDatabaseUrl: setting('SERVICE_DATABASE_URL'),
  });
  greet(demo);
  await asked;
  console.log('Stopping …');
  await demo.stop();
  process.exit(0);
} catch (error) {
  console.error(describe(error));
  process.exit(1);
}

function describe(error: unknown): unknown {
  if (error instanceof PortInUseError || error instanceof DatabaseUnusableError) {
    return error.message;
  }
  const place = path.relative('', dataDirectory) || dataDirectory;
  if (error instanceof DataInUseError) {
    const other = path.join(place, '2');
    return `The demo runs already, on the data in ${place} (PostgreSQL is process ${error.pid}). Stop it, or use other data: DATA_DIRECTORY=${other} npm start`;
  }
  if (error instanceof MigrationError) {
    const way =
      setting('DATABASE_URL') === undefined
        ? `remove ${place} to begin anew`
        : 'use an empty database';
    return `${error.message}.\nThe demo's data are of another version; ${way}.`;
  }
  return error;
}

function greet({ url }: Demo): void {
  const seconds = ((performance.now() - start) / 1_000).toFixed(1);
  console.log(`
  Beta-App         ${url}/beta-app
  Beta-App Store   ${url}/beta-app-store
  Versi Toko       ${url}/versi-toko
  Linimasa         ${url}/linimasa
  Both first       ${url}/beta-app-lengkap
  API              ${url}/api/openapi.json

  Started in ${seconds} s. Ctrl+C stops it; the data stay.
`);
}

/** The first signal asks for a clean stop; one more, a second later or after, ends at once. */
function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    let askedAt: number | undefined;
    const stop = () => {
      const now = performance.now();
      // A terminal sends Ctrl+C to npm too, which passes it on.
      if (askedAt !== undefined && now - askedAt > 1_000) process.exit(1);
      askedAt ??= now;
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}

function portOf(text: string | undefined): number {
  if (text === undefined) return 8_080;
  if (/^\d{1,5}$/u.test(text) && Number(text) <= 65_535) return Number(text);
  console.error(`PORT takes a number up to 65535, not ${text}`);
  process.exit(1);
}
