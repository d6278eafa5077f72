import { parseArgs } from 'node:util';

export const usage = `Usage: beta-app-server [options]

Serves the beta-app API over HTTP.

  --auth MODULE         a module that exports authenticate and, if wanted, authorize;
                        without it every request for data is refused
  --widgets FILE        the widgets' script, served as /widgets.js
  --port NUMBER         the TCP port, 8080 by default; 0 takes a free one
  --host ADDRESS        the address to listen on, 127.0.0.1 by default
  --database-url URL    the database; DATABASE_URL in the environment by default, which
                        other users of the machine can't read
  --schema NAME         the schema that holds the tables, beta_app by default
  --help                this text
`;

export interface CommandLine {
  auth: string | undefined;
  widgets: string | undefined;
  port: number;
  host: string | undefined;
  databaseUrl: string;
  schema: string | undefined;
}

/** What was typed can't be used; the message says why. */
export class UsageError extends Error {}

/** Reads the command line; undefined if only help is wanted. Throws `UsageError`. */
export function readCommandLine(
  words: string[],
  environment: Readonly<Record<string, string | undefined>>,
): CommandLine | undefined {
  const options = parse(words);
  if (options.help === true) return undefined;
  const port = options.port ?? '8080';
  if (!/^\d{1,5}$/u.test(port) || Number(port) > 65_535) {
    throw new UsageError(`--port takes a number up to 65535, not ${port}`);
  }
  const databaseUrl = options['database-url'] ?? environment['DATABASE_URL'] ?? '';
  if (databaseUrl === '') throw new UsageError('Name the database: --database-url or DATABASE_URL');
  if (!URL.canParse(databaseUrl)) throw new UsageError('The address of the database is no URL');
  const { auth, widgets, host, schema } = options;
  return { auth, widgets, port: Number(port), host, databaseUrl, schema };
}

function parse(words: string[]) {
  try {
    return parseArgs({
      args: words,
      options: {
        auth: { type: 'string' },
        widgets: { type: 'string' },
        port: { type: 'string' },
        host: { type: 'string' },
        'database-url': { type: 'string' },
        schema: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
