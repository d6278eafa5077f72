import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';
import { thirdPartyNotices } from './support/third-party-notices.js';

const root = path.join(import.meta.dirname, '../..');
const notices = path.join(root, 'widgets/THIRD-PARTY-NOTICES');
const drawings = path.join(root, 'node_modules/bootstrap-icons/icons');

describe('the notices about parts of others', () => {
  it('name what is in the script, its version and its licence', async () => {
    const current = await thirdPartyNotices();
    // UPDATE_SNAPSHOT=1 takes over what a newer version of a part brings, for review.
    if (process.env['UPDATE_SNAPSHOT'] === '1') await writeFile(notices, current);
    assert.equal(await readFile(notices, 'utf8'), current);
    assert.match(current, /^lit-html \S+ \(BSD-3-Clause\)$/mu);
    assert.match(current, /^bootstrap-icons \S+ \(MIT\)$/mu);
  });

  it('are right that the icons are those of Bootstrap Icons', async () => {
    const source = await readFile(path.join(root, 'widgets/src/icons/icons.ts'), 'utf8');
    const used = [...source.matchAll(/ d="([^"]+)"/gu)].map((match) => match[1] ?? '');
    assert.notEqual(used.length, 0);
    const files = await readdir(drawings);
    const drawn = await Promise.all(
      files.map((file) => readFile(path.join(drawings, file), 'utf8')),
    );
    const all = drawn.join('\n');
    assert.deepEqual(
      used.filter((shape) => !all.includes(`d="${shape}"`)),
      [],
    );
  });
});
