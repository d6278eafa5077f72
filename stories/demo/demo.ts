import { startServer } from '@beta-app/server-adapter';
import { openDatabase } from './database/open-database.js';
import { answerAsHost } from './host-pages.js';
import { assertPortIsFree, explainListening } from './port.js';
import { signedInUser } from './signed-in-user.js';
import { bundleWidgets } from './widgets-script.js';

export interface DemoOptions {
  /** The TCP port on 127.0.0.1; 0 takes a free one. */
  port: number;
  /** Where the embedded PostgreSQL keeps its data; `.data` by default. */
  dataDirectory?: string | undefined;
  /** Another database to use, as the role that owns the schema or is to own it. */
  databaseUrl?: string | undefined;
  /** How that other database is served; as its owner by default. */
  serviceDatabaseUrl?: string | undefined;
  /** Receives what a person should know; prints by default. */
  log?: ((message: string) => void) | undefined;
}

export interface Demo {
  /** Where the pages are, without a slash at the end. */
  readonly url: string;
  /** Finishes running requests, and stops the server and its database. */
  stop(): Promise<void>;
}

/** Starts the demo: its database, the API and the pages of a helpdesk with the widgets in them. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { port, dataDirectory = '.data', log = console.log } = options;
  const { databaseUrl, serviceDatabaseUrl } = options;
  // Asked before the database is started, which takes seconds.
  await assertPortIsFree(port);
  const bundling = bundleWidgets();
  // Whoever waits below hears of the failure; until then it must not count as unheard.
  bundling.catch(() => undefined);
  const database = await openDatabase({ dataDirectory, databaseUrl, serviceDatabaseUrl, log });
  try {
    const server = await startServer({
      databaseUrl: database.serviceUrl,
      port,
      widgets: await bundling,
      authenticate: signedInUser,
      wrap: (answerApi) => async (request) =>
        (await answerAsHost(request)) ?? (await answerApi(request)),
    });
    return {
      url: `http://localhost:${server.port}`,
      stop: async () => {
        await server.stop();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw await explainListening(error, port);
  }
}
