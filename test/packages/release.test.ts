import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { published } from './support/packed-packages.js';

const root = path.join(import.meta.dirname, '../..');

/** Stands in for npm: writes down what it is asked, has nothing published, and knows the scope's registry. */
const npm = `#!/bin/sh
echo "$*" >> "$ASKED"
case "$1" in config) echo "\${SCOPE_REGISTRY:-undefined}" ;; esac
`;

describe('npm run release', () => {
  let place: string;
  let repository: string;
  before(async () => {
    place = await mkdtemp(path.join(tmpdir(), 'beta-app-release-'));
    await mkdir(path.join(place, 'bin'));
    await writeFile(path.join(place, 'bin/npm'), npm, { mode: 0o755 });
    repository = path.join(place, 'repository');
    await mkdir(path.join(repository, '.changeset'), { recursive: true });
    await cp(path.join(root, '.ci/release'), path.join(repository, '.ci/release'));
    for (const name of published) {
      const manifest = JSON.stringify({ name: `@beta-app/${name}`, version: '1.2.3' });
      await mkdir(path.join(repository, name));
      await writeFile(path.join(repository, name, 'package.json'), manifest);
    }
    await run('git', ['init', '--quiet']);
    await run('git', ['add', '.']);
    const author = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
    await run('git', [...author, 'commit', '--quiet', '--message', 'Begin']);
  });
  beforeEach(() => writeFile(path.join(place, 'asked'), ''));
  after(() => rm(place, { recursive: true }));

  /** Runs a program in the repository, with npm's stand-in. */
  async function run(program: string, words: readonly string[], scopeRegistry = '') {
    const env = {
      PATH: `${path.join(place, 'bin')}:${process.env['PATH'] ?? ''}`,
      ASKED: path.join(place, 'asked'),
      SCOPE_REGISTRY: scopeRegistry,
    };
    return promisify(execFile)(program, words, { cwd: repository, env });
  }

  const release = (words: readonly string[], scopeRegistry?: string) =>
    run(path.join(repository, '.ci/release'), words, scopeRegistry);

  /** What npm was asked that goes to a registry. */
  async function asked(): Promise<string[]> {
    const lines = (await readFile(path.join(place, 'asked'), 'utf8')).split('\n');
    return lines.filter((line) => /^(?:publish|view) /u.test(line));
  }

  /** Runs it with words or in a state that it refuses. */
  async function refuses(words: readonly string[], code: number, why: RegExp): Promise<void> {
    await assert.rejects(release(words), (error: { code?: number; stderr?: string }) => {
      assert.equal(error.code, code);
      assert.match(error.stderr ?? '', why);
      return true;
    });
    assert.equal((await readFile(path.join(place, 'asked'), 'utf8')).includes('run build'), false);
    assert.deepEqual(await asked(), []);
  }

  const there = 'https://packages.example/npm/';

  it('publishes nowhere unless a registry is named', async () => {
    await refuses(['--publish'], 1, /no registry is named/u);
  });

  it('asks no registry for a dry run without one', async () => {
    await release([]);
    assert.deepEqual(await asked(), []);
  });

  it('publishes core first, where the command line says, or npm was told for the scope', async () => {
    const elsewhere = 'https://elsewhere.example/';
    for (const [words, scopeRegistry] of [
      [['--publish', '--registry', there], ''],
      [[`--registry=${there}`, '--publish'], elsewhere],
      [['--publish'], there],
    ] as const) {
      await writeFile(path.join(place, 'asked'), '');
      await release(words, scopeRegistry);
      const lines = await asked();
      assert.ok(lines.every((line) => line.includes(` --@beta-app:registry=${there}`)));
      const names = lines.map((line) => /^publish .*\/beta-app-(.*)-1\.2\.3\.tgz/u.exec(line)?.[1]);
      assert.deepEqual(names.filter(Boolean), [...published]);
      assert.ok(lines.every((line) => !line.includes('--dry-run')));
    }
  });

  it('only shows what it would publish there without --publish', async () => {
    await release(['--registry', there]);
    const lines = await asked();
    assert.equal(lines.length, published.length);
    for (const line of lines) {
      assert.match(line, /^publish .* --dry-run$/u);
      assert.ok(line.includes(` --@beta-app:registry=${there}`));
    }
  });

  it('takes no other words, and no registry that is none', async () => {
    for (const words of [
      ['--publsh'],
      ['--registry'],
      ['--registry='],
      ['--registry', '--publish'],
      ['--publish', '--registry', 'packages.example'],
    ]) {
      await refuses(words, 2, /^Usage: /u);
    }
  });

  it('publishes no state that nobody can find again', async () => {
    const note = path.join(repository, '.changeset/note.md');
    await writeFile(note, 'A note without a version');
    await refuses(['--publish', '--registry', there], 1, /not committed/u);
    await writeFile(path.join(repository, '.git/info/exclude'), 'note.md');
    await refuses(['--publish', '--registry', there], 1, /notes without a version/u);
    await rm(note);
  });
});
