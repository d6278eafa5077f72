import { createCore } from '@beta-app/core';
import { startDemo, type Demo } from '@beta-app/stories/demo/demo';
import { seedIfEmpty } from '@beta-app/stories/demo/seed/seed';
import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import postgres from 'postgres';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { launchBrowser } from '../../support/launch-browser.js';
import { type SharedSeed } from '../../support/template.js';
import { type Api, createApi } from './api.js';

export interface PageOptions {
  width?: number;
  height?: number;
  /** Who is signed in, by NIK. */
  nik?: string;
  /** Another origin than the demo's own, such as a proxy before it. */
  origin?: string;
}

/** The real demo on a real database, and a real browser to use it with. */
export interface Stage {
  readonly url: string;
  /** Looks into the database, past the server. */
  readonly sql: postgres.Sql;
  readonly database: TestDatabase;
  readonly browser: Browser;
  /** Prepares what a test needs, through the demo's own API. */
  readonly api: Api;
  /** Opens a page of the demo in a browser of its own, without anybody else's cookies. */
  open(path: string, options?: PageOptions): Promise<Page>;
  /** Closes all pages that are open. */
  closePages(): Promise<void>;
  close(): Promise<void>;
}

/** The demo would seed every file's database by itself, which takes seconds. */
const demoData: SharedSeed = {
  name: 'demo',
  seed: (owner) => seedIfEmpty(owner, (sql) => createCore({ sql })),
};

/** Opens a stage on a database of its own or on the one given, which the test then breaks. */
export async function openStage(given?: TestDatabase): Promise<Stage> {
  const database = given ?? (await createTestDatabase({ sharedSeed: demoData }));
  const demo: Demo = await startDemo({
    port: 0,
    databaseUrl: database.ownerUrl,
    serviceDatabaseUrl: database.serviceUrl,
    log: () => undefined,
  });
  const browser = await launchBrowser();
  const sql = postgres(database.superuserUrl, { max: 2, onnotice: () => undefined });
  const contexts: BrowserContext[] = [];
  const closePages = async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  };
  return {
    url: demo.url,
    sql,
    database,
    browser,
    api: createApi(demo.url),
    open: async (path, options = {}) => {
      const { width = 1280, height = 900, nik, origin = demo.url } = options;
      const context = await browser.newContext({ viewport: { width, height } });
      contexts.push(context);
      if (nik) await context.addCookies([{ name: 'sih-nik', value: nik, url: origin }]);
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      await page.goto(`${origin}${path}`);
      return page;
    },
    closePages,
    close: async () => {
      await closePages();
      await browser.close();
      await demo.stop();
      await sql.end();
      await database.drop();
    },
  };
}
