import { after } from 'node:test';
import { cloneDatabase, type TestDatabase, type TestDatabaseOptions } from './clone-database.js';
import { startTestServer, type TestServer } from './test-server.js';

export { serviceRole } from './roles.js';
export { type TestDatabase } from './clone-database.js';

let ownServer: Promise<TestServer> | undefined;

/** The server of the whole run or, for a file that is run alone, one of its own. */
async function serverUrl(): Promise<URL> {
  const shared = process.env['TEST_DATABASE_URL'];
  if (shared) return new URL(shared);
  ownServer ??= startTestServer();
  return new URL((await ownServer).url());
}

// Here at the top, or node would tie it to the test that happens to ask first.
after(async () => {
  await (await ownServer)?.dispose();
});

/** Clones the migrated template into a database for one test file. */
export async function createTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  return cloneDatabase(await serverUrl(), options);
}
