import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';

const widgets = path.join(import.meta.dirname, '../../widgets');
const tsup = path.join(import.meta.dirname, '../../node_modules/.bin/tsup');

describe('The one script that pages load', () => {
  let directory: string;
  let script: string;

  before(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'widgets-bundle-'));
    const options = ['--no-dts', '--no-clean', '--out-dir', directory];
    await promisify(execFile)(tsup, options, { cwd: widgets });
    script = await readFile(path.join(directory, 'beta-app-widgets.js'), 'utf8');
  });

  after(() => rm(directory, { recursive: true, force: true }));

  it('registers the elements', () => {
    assert.match(script, /beta-app-editor/u);
    assert.match(script, /customElements\.define/u);
  });

  it('carries no part of the server', () => {
    for (const foreign of ['node:', 'postgres', 'ZodError', 'zod', 'process.env']) {
      assert.ok(!script.includes(foreign), `The script contains ${foreign}`);
    }
  });

  it('carries no white space of its styles and templates', () => {
    assert.ok(!/\n {4}/u.test(script), 'The script contains indented lines');
  });

  it('imports nothing', () => {
    assert.doesNotMatch(script, /^import\b|[;}]import\s*["'{*]|\bimport\(/mu);
  });

  it('says whose parts are in it', () => {
    const [notice = ''] = /^\/\*!.*?\*\//su.exec(script) ?? [];
    for (const part of ['lit', 'Google LLC', 'Bootstrap Icons', 'THIRD-PARTY-NOTICES']) {
      assert.ok(notice.includes(part), `${part} is missing in: ${notice}`);
    }
  });
});
