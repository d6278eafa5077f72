import { createChangeFeed, createCore } from '@beta-app/core';
import { type Person } from '@beta-app/core/contract';
import { createHandler } from '@beta-app/server-adapter';
import { createClient } from '@beta-app/widgets/client';
import postgres from 'postgres';
import { createTestDatabase } from '../support/database.js';
import { type ClientHost, sari } from './host.js';

const header = 'x-test-actor';

/** The client over the server adapter, core and a database of its own. */
export async function openRealHost(): Promise<ClientHost> {
  const database = await createTestDatabase();
  const sql = postgres(database.serviceUrl, { max: 5, onnotice: () => undefined });
  const core = createCore({ sql });
  const changes = createChangeFeed({ sql });
  const handler = createHandler({
    core,
    changes,
    authenticate: ({ headers }) => JSON.parse(headers.get(header) ?? 'null') as Person | null,
  });
  return {
    clientOf: (actor, lang = 'id') =>
      createClient({
        baseUrl: 'http://localhost/api',
        lang,
        headers: { [header]: JSON.stringify(actor) },
        fetch: (...request) => handler(new Request(...request)),
      }),
    sync: async (rows) => {
      const part = <Row>(named: readonly Row[] | undefined) =>
        named && { mode: 'partial' as const, rows: [...named] };
      const { items } = await core.listStores();
      const open = new Set(items.filter((store) => store.open).map(({ code }) => code));
      const closing = rows.stores?.filter((row) => row.open === false && open.has(row.code)) ?? [];
      await core.syncDirectory(
        {
          branches: part(rows.branches),
          stores: part(rows.stores),
          applications: part(rows.applications),
          expectedClosures: closing.length,
        },
        { actor: sari },
      );
    },
    close: async () => {
      await changes.close();
      await sql.end();
      await database.drop();
    },
  };
}
