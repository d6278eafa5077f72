import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { createTestDatabase, serviceRole, type TestDatabase } from '../support/database.js';
import { installConsumer, type Consumer, type Resolution } from './support/consumer.js';
import { packPackages, type PackedPackages } from './support/packed-packages.js';

interface Facts {
  applied: string[];
  created: { id: number; name: string };
  refused: unknown;
  versions: { application: { code: string }; version: string | null }[];
  status: number;
  body: { status: string; data: { items: { name: string }[] } };
  resolved: string[];
}

const run = promisify(execFile);
let packed: PackedPackages;
let database: TestDatabase;
let consumer: Consumer;

before(async () => {
  packed = await packPackages();
  database = await createTestDatabase({ migrated: false });
  const { core, 'server-adapter': adapter } = packed.packages;
  consumer = await installConsumer({
    place: packed.place,
    name: 'application',
    packages: [core, adapter],
    others: ['postgres', '@types/node'],
    lib: ['es2022'],
    types: ['node'],
  });
});
after(async () => {
  await database.drop();
  await packed.dispose();
});

describe('an application with core and server-adapter installed', () => {
  for (const resolution of ['node16', 'bundler'] satisfies Resolution[]) {
    it(`typechecks with the resolution ${resolution}, against what was built`, async () => {
      const files = await consumer.typecheck(resolution);
      const ours = files.filter((file) => file.includes('/@beta-app/'));
      assert.ok(ours.some((file) => file.endsWith('/core/dist/index.d.ts')));
      assert.deepEqual(
        ours.filter((file) => file.includes('/src/')),
        [],
      );
    });
  }

  it('migrates, writes, reads and answers over HTTP', async () => {
    const script = await consumer.compile('main.js');
    const { ownerUrl, serviceUrl } = database;
    const env = { OWNER_URL: ownerUrl, SERVICE_URL: serviceUrl, SERVICE_ROLE: serviceRole };
    const { stdout } = await run(process.execPath, [script], {
      cwd: consumer.directory,
      env: { ...process.env, NODE_OPTIONS: '', ...env },
    });
    const facts = JSON.parse(stdout) as Facts;
    assert.ok(facts.applied.length > 0);
    assert.equal(facts.created.name, 'Uji Kasir');
    assert.equal(facts.refused, 'NAME_TAKEN');
    assert.equal(facts.versions[0]?.version, '1.0');
    assert.equal(facts.status, 200);
    assert.deepEqual(
      facts.body.data.items.map(({ name }) => name),
      ['Uji Kasir'],
    );
    for (const resolved of facts.resolved) assert.match(resolved, /\/dist\/\w+\.js$/u);
  });

  it('starts the server, which stops when it is told to', async () => {
    const program = path.join(consumer.directory, 'node_modules/.bin/beta-app-server');
    const { stdout } = await run(program, ['--help']);
    assert.match(stdout, /^Usage: beta-app-server/u);

    const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: database.serviceUrl };
    const server = spawn(program, ['serve', '--port', '0'], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exited = once(server, 'exit');
    try {
      const port = await listeningPort(server.stdout);
      assert.equal((await fetch(`http://127.0.0.1:${port}/readyz`)).status, 200);
      assert.equal((await fetch(`http://127.0.0.1:${port}/api/beta-apps`)).status, 401);
      server.kill('SIGTERM');
      assert.deepEqual(await exited, [0, null]);
    } finally {
      server.kill('SIGKILL');
    }
  });
});

async function listeningPort(output: NodeJS.ReadableStream): Promise<number> {
  for await (const line of createInterface({ input: output })) {
    const { port } = JSON.parse(line) as { port?: number };
    if (port !== undefined) return port;
  }
  throw new Error('The server ended without listening');
}
