import { type Core, createCore } from '@beta-app/core';
import { type BetaApp, type ErrorBody, type Person } from '@beta-app/core/contract';
import { createHandler, type Handler, type HandlerOptions } from '@beta-app/server-adapter';
import postgres from 'postgres';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { day, fillDirectory, sari } from './directory.js';
import { type LogLine, recordingLogger } from './log.js';

export interface Call {
  body?: unknown;
  /** Sent as it is, in place of `body`. */
  raw?: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
  actor?: Person | null;
}

export interface Answer<Data = unknown> {
  status: number;
  headers: Headers;
  text: string;
  /** What stands in the envelope of a success. */
  data: Data;
  error: ErrorBody;
}

export interface TestApi {
  core: Core;
  sql: postgres.Sql;
  database: TestDatabase;
  handler: Handler;
  log: LogLine[];
  call<Data = unknown>(method: string, path: string, call?: Call): Promise<Answer<Data>>;
  /** Creates a beta app over HTTP, from today for four weeks. */
  create(name: string): Promise<BetaApp>;
  close(): Promise<void>;
}

export async function openApi(options: Partial<HandlerOptions> = {}): Promise<TestApi> {
  const database = await createTestDatabase();
  const sql = postgres(database.serviceUrl, { max: 10, fetch_types: false });
  const core = createCore({ sql });
  await fillDirectory(core);
  const { log, logger } = recordingLogger();
  const handler = createHandler({ core, logger, authenticate: personInHeader, ...options });
  const call = async <Data>(method: string, path: string, given: Call = {}) =>
    readAnswer<Data>(await handler(requestOf(method, path, given)));
  return {
    core,
    sql,
    database,
    handler,
    log,
    call,
    create: async (name) => {
      const body = { name, startsOn: day(0), endsOn: day(28) };
      return (await call<BetaApp>('POST', '/api/beta-apps', { body })).data;
    },
    close: async () => {
      await sql.end();
      await database.drop();
    },
  };
}

/** Who is asking stands in a header of the tests' own; `null` there is nobody. */
function personInHeader({ headers }: Request): Person | null {
  return JSON.parse(headers.get('x-test-actor') ?? 'null') as Person | null;
}

export function requestOf(method: string, path: string, call: Call = {}): Request {
  const { body, raw = body === undefined ? undefined : JSON.stringify(body) } = call;
  const headers = new Headers({
    'x-test-actor': JSON.stringify(call.actor === undefined ? sari : call.actor),
    ...(raw === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...call.headers,
  });
  return new Request(`http://localhost${path}`, { method, headers, body: raw ?? null });
}

export async function readAnswer<Data>(response: Response): Promise<Answer<Data>> {
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json') && text !== '';
  const body = (isJson ? JSON.parse(text) : {}) as { data?: Data };
  return {
    status: response.status,
    headers: response.headers,
    text,
    data: body.data as Data,
    error: body as unknown as ErrorBody,
  };
}
