import { randomBytes } from 'node:crypto';
import { accountForServer } from './embedded-postgres/account.js';
import { findBinaries, reachableBinaries } from './embedded-postgres/binaries.js';
import { prepareCluster } from './embedded-postgres/cluster.js';
import { placeDirectory } from './embedded-postgres/directory.js';
import { freePort } from './embedded-postgres/free-port.js';
import { startServer, type ServerProcess } from './embedded-postgres/server-process.js';

export interface EmbeddedPostgresOptions {
  /** Where the data, the password and the server's log are kept between starts. */
  directory: string;
  /** The TCP port on 127.0.0.1; a free one by default. */
  port?: number;
  /** Server settings such as `{ fsync: 'off' }`, in force until the server is stopped. */
  settings?: Record<string, string>;
  /** Receives what a person should know, such as where the data went; prints by default. */
  log?: (message: string) => void;
}

export interface EmbeddedPostgres {
  /** The directory really used; another one than asked for if the server's user can't enter that. */
  readonly directory: string;
  readonly port: number;
  readonly pid: number;
  /** The address of a database, as the superuser `postgres`. */
  url(database?: string): string;
  /** Ends all sessions, writes everything to disk and waits for the server to be gone. */
  stop(): Promise<void>;
  /** Stops the server if it runs, and starts it again on the same port. */
  restart(): Promise<void>;
  /** Ends the server as a power cut would: nothing is flushed, and the next start recovers. */
  kill(): Promise<void>;
}

/**
 * Starts a PostgreSQL server of its own on 127.0.0.1, whose data is still there at the next start.
 * The server ends with this process, however that ends. Started by root, it runs as the system user
 * `postgres`, which is created if missing, since PostgreSQL refuses to run as root.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const { settings = {}, log = console.log } = options;
  const account = accountForServer();
  const directory = placeDirectory(options.directory, account, log);
  const binaries = reachableBinaries(await findBinaries(), account, log);
  const cluster = await prepareCluster(directory, account, binaries, () =>
    randomBytes(24).toString('base64url'),
  );
  const start = async (wanted?: number): Promise<ServerProcess> =>
    startServer({
      binaries,
      account,
      directory,
      dataDirectory: cluster.dataDirectory,
      choosePort: wanted === undefined ? freePort : () => Promise.resolve(wanted),
      settings,
    });

  let server = await start(options.port);
  return {
    directory,
    get port() {
      return server.port;
    },
    get pid() {
      return server.pid;
    },
    url: (database = 'postgres') =>
      `postgres://postgres:${cluster.password}@127.0.0.1:${String(server.port)}/${database}`,
    stop: () => server.stop(),
    restart: async () => {
      await server.stop();
      server = await start(server.port);
    },
    kill: () => server.kill(),
  };
}
