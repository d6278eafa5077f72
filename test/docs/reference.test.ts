import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { describe, it } from 'node:test';
import { promisify, stripVTControlCharacters } from 'node:util';
import { root } from './support/documents.js';

describe('The reference', () => {
  it('knows what everything public is for, and leads nowhere in vain', async () => {
    const typedoc = path.join(root, 'node_modules/typedoc/bin/typedoc');
    const run = promisify(execFile)(process.execPath, [typedoc, '--emit', 'none'], { cwd: root });
    const complaints = await run.then(
      () => '',
      (error: unknown) => {
        const { stdout, stderr } = error as { stdout: string; stderr: string };
        return stripVTControlCharacters(stdout + stderr);
      },
    );
    assert.equal(complaints, '');
  });
});
