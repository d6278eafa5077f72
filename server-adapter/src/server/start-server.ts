import { createServer } from 'node:http';
import { createChangeFeed, createCore, createVersionResolver } from '@beta-app/core';
import { timerMs } from '../calls/timer-ms.js';
import { createHandler, type Handler, type HandlerOptions } from '../handler.js';
import { createNodeListener } from '../node-listener.js';
import { listen, type ListeningServer } from './listen.js';
import { openPool } from './pool.js';
import { trackRequests } from './running-requests.js';

/** What a server works with: its database, its address, and what a handler takes. */
export interface ServerOptions extends Omit<
  HandlerOptions,
  'core' | 'versions' | 'changes' | 'stopping' | 'maxConcurrent'
> {
  /** The database as `postgres://…`, in the role that serves. */
  databaseUrl: string;
  /** The schema that holds the tables; `beta_app` by default. */
  schema?: string | undefined;
  /** The TCP port; 0 takes a free one. */
  port: number;
  /** The address to listen on; `127.0.0.1` by default, so that only this machine can connect. */
  host?: string | undefined;
  /** How many connections to the database at most, besides one that listens for changes; 10 by default. */
  poolSize?: number | undefined;
  /** How long a stop waits for running requests, in milliseconds, `Infinity` for all of them; 15,000 by default. */
  graceMs?: number | undefined;
  /** Puts something around the handler, such as a host's own pages; nothing by default. */
  wrap?: ((handler: Handler) => (request: Request) => Response | Promise<Response>) | undefined;
}

/** A server that listens. */
export interface RunningServer {
  /** The TCP port, also where the options left the choice to the system. */
  readonly port: number;
  /** Refuses new requests, finishes the running ones, and closes all connections. */
  stop(): Promise<void>;
}

/**
 * Starts a server with a connection pool of its own. It starts without its database, and says so at
 * `/readyz` until that is there. Throws if the port is taken.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { databaseUrl, schema, port, host = '127.0.0.1', wrap, ...handlerOptions } = options;
  const { poolSize = 10, graceMs = 15_000, deadlineMs = 10_000, logger } = options;
  const sql = openPool({
    databaseUrl,
    size: poolSize,
    // A little before our own deadline: what the database gave up doesn't happen after the client was told so.
    // What waited for a connection, or lost a race and was tried again, still may; a key makes repeating safe.
    statementTimeoutMs: timerMs(Math.ceil(deadlineMs * 0.9)),
  });
  const database = {
    sql,
    ...(schema === undefined ? {} : { schema }),
    ...(logger === undefined ? {} : { logger }),
  };
  const versions = createVersionResolver(database);
  const changes = createChangeFeed(database);
  const stopping = new AbortController();
  const handler = createHandler({
    ...handlerOptions,
    core: createCore(database),
    versions,
    changes,
    maxConcurrent: poolSize,
    deadlineMs,
    stopping: stopping.signal,
  });
  const listener = createNodeListener(wrap?.(handler) ?? handler, { logger });
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  const running = trackRequests(server);
  let listening: ListeningServer;
  try {
    listening = await listen(server, port, host);
  } catch (error) {
    await Promise.all([versions.close(), changes.close()]);
    await sql.end({ timeout: 0 });
    throw error;
  }

  let stopped: Promise<void> | undefined;
  const stop = async () => {
    stopping.abort();
    await running.finished(graceMs);
    await listening.close();
    await Promise.all([versions.close(), changes.close()]);
    await sql.end({ timeout: 1 });
  };
  return { port: listening.port, stop: () => (stopped ??= stop()) };
}
