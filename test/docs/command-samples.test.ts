import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { routes } from '@beta-app/core/contract';
import { createProgram } from '../../server-adapter/src/command-line/run-command-line.js';
import { fieldsOf } from '../../server-adapter/src/command-line/sync/kinds.js';
import { root, type Sample, samplesIn } from './support/documents.js';

interface Manifest {
  scripts?: Record<string, string>;
  bin?: Record<string, string>;
  dependencies?: Record<string, string>;
}

const manifest = (folder: string) =>
  JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')) as Manifest;

const place = ({ file, line }: Sample) => `${file}:${line}`;

/** The commands of a sample, without their comments. */
const commandsOf = ({ text }: Sample) =>
  text
    .split(/\n|&&/u)
    .map((command) => command.replace(/#.*/u, '').trim())
    .filter(Boolean);

describe('Commands in the documentation', () => {
  const commands = samplesIn('sh').flatMap((sample) =>
    commandsOf(sample).map((command) => ({ sample, words: command.split(/\s+/u) })),
  );

  it('are scripts of the project, or of programs that come with it or with PostgreSQL', () => {
    const scripts = manifest('.').scripts ?? {};
    const known = ['npm', 'npx', 'curl', 'pg_dump', 'pg_restore'];
    for (const { sample, words } of commands) {
      const [program = '', verb = '', name = ''] = words;
      assert.ok(known.includes(program), `${place(sample)}: ${program}`);
      if (program === 'npm' && verb === 'run')
        assert.ok(scripts[name], `${place(sample)}: ${name}`);
      else if (program === 'npm' && ['start', 'test'].includes(verb)) assert.ok(scripts[verb]);
    }
  });

  it('install packages that there are', () => {
    const ours = ['@beta-app/core', '@beta-app/server-adapter', '@beta-app/widgets'];
    const others = Object.keys(manifest('core').dependencies ?? {});
    const installed = commands.filter(({ words }) => words[1] === 'install');
    assert.ok(installed.length > 0, 'Nothing is installed');
    for (const { sample, words } of installed) {
      for (const name of words.slice(2)) {
        assert.ok([...ours, ...others].includes(name), `${place(sample)}: ${name}`);
      }
    }
  });

  it('run the server with commands and options that it has', () => {
    const runs = commands.filter(({ words }) => words[1] === 'beta-app-server');
    assert.ok(runs.length > 0, 'The server is never run');
    assert.ok(manifest('server-adapter').bin?.['beta-app-server']);
    for (const { sample, words } of runs) {
      let command = createProgram(() => undefined);
      for (const word of words.slice(2)) {
        command = command.commands.find((known) => known.name() === word) ?? command;
      }
      for (const option of words.filter((word) => word.startsWith('--'))) {
        const known = option === '--help' || command.options.some(({ long }) => long === option);
        assert.ok(known, `${place(sample)}: ${command.name()} ${option}`);
      }
    }
  });
});

describe('The fields of files in the documentation', () => {
  it('are found under the headers that it tells', () => {
    const page = readFileSync(path.join(root, 'docs/command-line.md'), 'utf8');
    const rows = page.matchAll(/^\| *(\w*) *\| `(\w+)` +\| ([^|;(]+?) *(?:[;(][^|]*)?\|$/gmu);
    const told: Record<string, Record<string, string[]>> = {};
    let fields: Record<string, string[]> = {};
    for (const [, kind = '', field = '', headers = ''] of rows) {
      if (kind !== '') fields = told[kind] = {};
      fields[field] = headers.split(', ').map((header) => header.replaceAll(' ', ''));
    }
    const known: typeof told = {};
    for (const [kind, each] of Object.entries(fieldsOf)) {
      const found = (known[kind] = {} as Record<string, string[]>);
      for (const [field, { headers }] of Object.entries(each)) found[field] = [...headers];
    }
    assert.deepEqual(told, known);
  });
});

describe('JSON in the documentation', () => {
  const bodies = samplesIn('json').map((sample) => ({
    sample,
    value: JSON.parse(sample.text) as Record<string, unknown>,
  }));

  it('is an answer, a part of one, or what saves stores', () => {
    assert.ok(bodies.length > 0, 'no JSON');
    for (const { sample, value } of bodies) {
      if ('status_code' in value) assert.ok('status' in value && 'message' in value, place(sample));
      // Held to the schema in the test of the version lookup.
      else if ('reason' in value) continue;
      else if ('action' in value) {
        const answer = { items: [value], nextCursor: null };
        assert.deepEqual(routes.listBetaAppHistory.output.parse(answer), answer);
      } else if ('today' in value) {
        assert.deepEqual(routes.getTimeline.output.parse(value), value);
      } else routes.saveStores.input.parse({ id: 1, ...value });
    }
  });
});
