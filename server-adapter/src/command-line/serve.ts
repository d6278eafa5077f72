import { readFile } from 'node:fs/promises';
import { type Command } from 'commander';
import { pino } from 'pino';
import { startServer } from '../server/start-server.js';
import { importAuthModule } from './auth-module.js';
import { addDatabaseOptions, type DatabaseOptions, databaseUrlOf } from './database-options.js';
import { exitCodes } from './exit-codes.js';
import { UsageError } from './failures.js';
import { leave } from './leave.js';
import { logOutput } from './log-output.js';
import { stopAsked } from './stop-asked.js';

interface ServeOptions extends DatabaseOptions {
  auth?: string;
  widgets?: string;
  port: string;
  host?: string;
}

/** How long the last lines of the log wait for their reader. */
const patienceMs = 2_000;

/** Adds the command that serves the API until a signal stops it, and then ends the process. */
export function addServe(program: Command): void {
  const command = program
    .command('serve')
    .description('Serve the beta-app API over HTTP until SIGTERM or SIGINT.')
    .option(
      '--auth <module>',
      'a module that exports authenticate and, if wanted, authorize; without it every request for data is refused',
    )
    .option('--widgets <file>', "the widgets' script, served as /widgets.js")
    .option('--port <number>', 'the TCP port; 0 takes a free one', '8080')
    .option('--host <address>', 'the address to listen on (default: 127.0.0.1)');
  addDatabaseOptions(command).action(async (options: ServeOptions) => {
    await serve(options);
    await leave(exitCodes.done, patienceMs);
  });
}

async function serve(options: ServeOptions): Promise<void> {
  const { auth, widgets: script, host, schema } = options;
  const port = portOf(options.port);
  const databaseUrl = databaseUrlOf(options);
  const logger = pino({}, logOutput(process.stdout));
  // Where the reader has gone, what a module of the host's writes would end the process.
  process.stderr.on('error', () => undefined);
  const asked = stopAsked();
  const access = auth === undefined ? {} : await importAuthModule(auth);
  const widgets = script === undefined ? undefined : await readFile(script);
  const where = { port, host, databaseUrl, schema };
  const server = await startServer({ ...where, ...access, widgets, logger });
  if (auth === undefined) logger.warn('Every request for data is refused: there is no --auth');
  logger.info({ port: server.port }, 'listening');
  logger.info({ signal: await asked }, 'stopping');
  await server.stop();
  logger.info('stopped');
}

function portOf(text: string): number {
  if (!/^\d{1,5}$/u.test(text) || Number(text) > 65_535) {
    throw new UsageError(`--port takes a number up to 65535, not ${text}`);
  }
  return Number(text);
}
