import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { createTestDatabase, serviceRole, type TestDatabase } from '../support/database.js';
import { root, samplesIn } from './support/documents.js';

/** Runs the first sample of a page as a script of its own, and gives what it prints. */
async function runSample(file: string, database: TestDatabase, more = ''): Promise<string> {
  const sample = samplesIn('ts').find((each) => each.file === file);
  assert.ok(sample, `no sample in ${file}`);
  const names = { OWNER_URL: database.ownerUrl, DATABASE_URL: database.serviceUrl };
  const given = Object.entries(names).map(
    ([name, value]) => `const ${name} = ${JSON.stringify(value)};`,
  );
  const text = sample.text.replace("'sih'", JSON.stringify(serviceRole));
  // Where the packages can be imported from, and no other check looks.
  const cache = path.join(root, 'node_modules/.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(path.join(cache, 'samples-'));
  try {
    const script = path.join(folder, 'sample.mts');
    await writeFile(script, [...given, text, more, 'await sql.end();', 'export {};'].join('\n'));
    const how = ['--conditions=@beta-app/source', '--import=tsx', script];
    // One that leaves a connection open never ends by itself.
    const limits = { cwd: root, timeout: 60_000 };
    return (await promisify(execFile)(process.execPath, how, limits)).stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('The first sample about core', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createTestDatabase({ migrated: false });
  });
  afterEach(() => database.drop());

  it('takes the first steps in the guide', async () => {
    const printed = await runSample(path.join('docs', 'core.md'), database);
    assert.equal(
      printed,
      "4.19.0-beta.3 in_beta\n[ [ 'TB0123', 'no_record' ], [ 'TB0124', 'store_unknown' ] ]\n",
    );
  });

  for (const file of ['README.md', path.join('core', 'README.md')]) {
    it(`migrates, takes in a store and finds its version in ${file}`, async () => {
      const more = 'const pos = stores[0]?.versions[0];\nconsole.log(pos?.version, pos?.channel);';
      assert.equal(await runSample(file, database, more), '4.18.2 production\n');
    });
  }
});

describe('The guide to core', () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase({ migrated: false });
  });
  after(() => database.drop());

  it('makes the roles', async () => {
    const [sample] = samplesIn('sql');
    assert.ok(sample, 'no SQL in it');
    const script = sample.text.replaceAll('helpdesk', database.name);
    const sql = postgres(database.superuserUrl, { max: 1 });
    const takeBack = new Error('Roles belong to the whole cluster');
    try {
      const made = sql.begin(async (transaction) => {
        await transaction.unsafe(script);
        const [row] = await transaction`
          select has_database_privilege('sih_owner', ${database.name}, 'create') as owner_may,
            has_database_privilege('sih', ${database.name}, 'create') as service_may`;
        assert.deepEqual({ ...row }, { owner_may: true, service_may: false });
        throw takeBack;
      });
      await assert.rejects(made, takeBack);
    } finally {
      await sql.end();
    }
  });
});
