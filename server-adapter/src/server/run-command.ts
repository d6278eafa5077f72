import { readFile } from 'node:fs/promises';
import { pino } from 'pino';
import { describeCause } from '../logging/describe-cause.js';
import { importAuthModule } from './auth-module.js';
import { readCommandLine, usage, UsageError } from './command-line.js';
import { startServer } from './start-server.js';

/**
 * Runs the server as its command line says until a signal stops it, and gives the exit code: 0 after a stop,
 * 1 if it couldn't start, 2 for a command line that can't be used.
 */
export async function runCommand(words: string[]): Promise<number> {
  try {
    const commandLine = readCommandLine(words, process.env);
    if (commandLine === undefined) {
      process.stdout.write(usage);
      return 0;
    }
    const { auth, widgets: script, ...where } = commandLine;
    const logger = pino();
    const stopAsked = untilSignal();
    const access = auth === undefined ? {} : await importAuthModule(auth);
    const widgets = script === undefined ? undefined : await readFile(script);
    const server = await startServer({ ...where, ...access, widgets, logger });
    if (auth === undefined) logger.warn('Every request for data is refused: there is no --auth');
    logger.info({ port: server.port }, 'listening');
    logger.info({ signal: await stopAsked }, 'stopping');
    await server.stop();
    logger.info('stopped');
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`beta-app-server: ${error.message}\n\n${usage}`);
      return 2;
    }
    const facts = JSON.stringify(describeCause(error), undefined, 2);
    process.stderr.write(`beta-app-server couldn't start: ${facts}\n`);
    return 1;
  }
}

function untilSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve(signal));
  });
}
