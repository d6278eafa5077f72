import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { createTestDatabase, serviceRole, type TestDatabase } from '../support/database.js';
import { root, samplesIn } from './support/documents.js';

describe('The guide to core', () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase({ migrated: false });
  });
  after(() => database.drop());

  it('takes the first steps', async () => {
    const sample = samplesIn('ts').find(({ file }) => file === path.join('docs', 'core.md'));
    const names = { OWNER_URL: database.ownerUrl, DATABASE_URL: database.serviceUrl };
    const given = Object.entries({ ...names, SERVICE_ROLE: serviceRole }).map(
      ([name, value]) => `const ${name} = ${JSON.stringify(value)};`,
    );
    // Where the packages can be imported from, and no other check looks.
    const cache = path.join(root, 'node_modules/.cache');
    await mkdir(cache, { recursive: true });
    const folder = await mkdtemp(path.join(cache, 'samples-'));
    try {
      const script = path.join(folder, 'first-steps.mts');
      await writeFile(
        script,
        [...given, sample?.text, 'await sql.end();', 'export {};'].join('\n'),
      );
      const how = ['--conditions=@beta-app/source', '--import=tsx', script];
      const { stdout } = await promisify(execFile)(process.execPath, how, { cwd: root });
      assert.equal(stdout, '4.19.0-beta.3 beta\nThere was no such store yet\n');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

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
