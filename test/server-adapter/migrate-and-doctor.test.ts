import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { after, before, describe, it } from 'node:test';
import postgres from 'postgres';
import { createTestDatabase, serviceRole, type TestDatabase } from '../support/database.js';
import { runCommand } from './support/run-command.js';

interface Checks {
  checks: { name: string; status: string; message: string; advice?: string }[];
}

describe('beta-app-server migrate and doctor', () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase({ migrated: false });
  });
  after(() => database.drop());

  async function statuses(url: string, code: number): Promise<Record<string, string>> {
    const result = await runCommand(['doctor', '--json'], { DATABASE_URL: url });
    assert.equal(result.code, code, result.output + result.errors);
    const { checks } = JSON.parse(result.output) as Checks;
    for (const { name, status, advice } of checks) {
      assert.equal(status === 'ok', advice === undefined, name);
    }
    return Object.fromEntries(checks.map(({ name, status }) => [name, status]));
  }

  it('find what is missing, make it, and find nothing more', async () => {
    const { ownerUrl, serviceUrl } = database;
    const well = { database: 'ok', clock: 'ok', 'time zones': 'ok' };
    const ill = { ...well, role: 'failure', schema: 'failure' };
    assert.deepEqual(await statuses(serviceUrl, 1), ill);
    const owner = { DATABASE_URL: ownerUrl };
    assert.equal((await runCommand(['migrate', '--check'], owner)).code, 1);
    const made = await runCommand(['migrate', '--service-role', serviceRole, '--json'], owner);
    assert.equal(made.code, 0, made.errors);
    const { applied } = JSON.parse(made.output) as { applied: string[] };
    assert.ok(applied.length > 10);
    assert.equal((await runCommand(['migrate', '--check'], owner)).code, 0);
    assert.deepEqual(await statuses(serviceUrl, 0), { ...well, role: 'ok', schema: 'ok' });
    assert.deepEqual(await statuses(ownerUrl, 0), { ...well, role: 'warning', schema: 'ok' });
  });

  it('work, and a sync does, whatever isolation is the default of the database', async () => {
    const other = await createTestDatabase({ migrated: false });
    const superuser = postgres(other.superuserUrl, { max: 1 });
    const words = 'sync branches - --format jsonl --actor-name Sari --actor-nik 1 --json';
    const row = '{"code":"BDG","name":"Bandung","timeZone":"WIB"}';
    try {
      for (const level of ['repeatable read', 'serializable']) {
        await superuser.unsafe(
          `alter database ${other.name} set default_transaction_isolation = '${level}'`,
        );
        const made = await runCommand(['migrate', '--service-role', serviceRole], {
          DATABASE_URL: other.ownerUrl,
        });
        assert.equal(made.code, 0, made.errors);
        const service = { DATABASE_URL: other.serviceUrl };
        const synced = await runCommand(words.split(' '), service, row);
        assert.equal(synced.code, 0, synced.output);
      }
      assert.equal((await statuses(other.serviceUrl, 0))['database'], 'ok');
    } finally {
      await superuser.end({ timeout: 1 });
      await other.drop();
    }
  });

  it('say so if there is no database or no role', async () => {
    const nowhere = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' };
    assert.deepEqual(await statuses(nowhere.DATABASE_URL, 1), { database: 'failure' });
    const refused = await runCommand(['migrate', '--json'], nowhere);
    assert.equal(refused.code, 1);
    assert.match(refused.output, /"DATABASE_UNAVAILABLE"/u);
    const unknown = await runCommand(['migrate', '--service-role', 'nobody', '--json'], {
      DATABASE_URL: database.ownerUrl,
    });
    assert.match(unknown.output, /ROLE_UNKNOWN/u);
    assert.equal(unknown.code, 1);
  });

  it('tell what to type where a schema is missing, and who may not make it', async () => {
    const service = { DATABASE_URL: database.serviceUrl };
    const typed = `: beta-app-server migrate --service-role ${serviceRole} --schema 'sih'\\''s'`;
    const sync =
      'sync branches - --format jsonl --actor-name Sari --actor-nik 1 --json --schema'.split(' ');
    const assertTold = async (code: string) => {
      const { output } = await runCommand(['doctor', '--schema', "sih's", '--json'], service);
      for (const { name, status, advice } of (JSON.parse(output) as Checks).checks) {
        if (!['role', 'schema'].includes(name)) continue;
        assert.equal(status, 'failure', name);
        assert.ok(advice?.endsWith(typed), output);
      }
      const synced = await runCommand([...sync, "sih's"], service);
      assert.equal(synced.code, 1);
      const { error } = JSON.parse(synced.output) as { error: { code: string; message: string } };
      assert.equal(error.code, code);
      assert.ok(error.message.endsWith(typed), error.message);
    };
    await assertTold('SCHEMA_MISSING');
    const refused = await runCommand(['migrate', '--schema', 'sih', '--json'], service);
    assert.match(refused.output, /"RIGHTS_MISSING"/u);
    const owner = { DATABASE_URL: database.ownerUrl };
    assert.equal((await runCommand(['migrate', '--schema', "sih's"], owner)).code, 0);
    await assertTold('RIGHTS_MISSING');
    const granted = ['migrate', '--schema', "sih's", '--service-role', serviceRole];
    assert.equal((await runCommand(granted, owner)).code, 0);
    assert.equal((await runCommand(['doctor', '--schema', "sih's"], service)).code, 0);
    const row = '{"code":"BDG","name":"Bandung","timeZone":"WIB"}';
    assert.equal((await runCommand([...sync, "sih's"], service, row)).code, 0);
  });

  it('say so where a schema is another’s', async () => {
    const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => undefined });
    await owner`create schema arsip`;
    await owner`create table arsip.migration (number integer, id text)`;
    await owner.unsafe(`grant usage on schema arsip to ${serviceRole}`);
    await owner.unsafe(`grant select on arsip.migration to ${serviceRole}`);
    await owner.end({ timeout: 1 });
    for (const schema of ['public', 'arsip']) {
      const { code, output } = await runCommand(['doctor', '--schema', schema, '--json'], {
        DATABASE_URL: database.serviceUrl,
      });
      assert.equal(code, 1);
      const { checks } = JSON.parse(output) as Checks;
      for (const name of ['role', 'schema']) {
        const check = checks.find((each) => each.name === name);
        assert.equal(check?.status, 'failure', `${schema}: ${name}`);
        assert.match(check.message, /no beta-app schema/u);
      }
    }
  });

  it('give up where every connection is closed at once', async () => {
    const balancer = createServer((socket) => socket.resume().end()).listen(0, '127.0.0.1');
    await once(balancer, 'listening');
    const { port } = balancer.address() as AddressInfo;
    const url = `postgres://nobody@127.0.0.1:${port}/nothing`;
    const [migrated] = await Promise.all([
      runCommand(['migrate', '--json'], { DATABASE_URL: url }),
      statuses(url, 1),
    ]);
    balancer.close();
    assert.match(migrated.output, /"DATABASE_UNAVAILABLE"/u);
  });
});
