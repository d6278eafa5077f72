import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';
import { root } from './support/documents.js';
import { detailsByEvent, elementsPage } from './support/elements-page.js';

describe('The page about the elements', () => {
  it('says what the manifest says', async () => {
    const file = path.join(root, 'docs/elements.md');
    const current = await elementsPage(file);
    // UPDATE_SNAPSHOT=1 takes over what the sources say by now, for review.
    if (process.env['UPDATE_SNAPSHOT'] === '1') await writeFile(file, current);
    assert.equal(await readFile(file, 'utf8'), current);
  });

  it('has as many cells in each row as its table has heads', async () => {
    const page = await readFile(path.join(root, 'docs/elements.md'), 'utf8');
    for (const table of page.split(/\n(?!\|)/u)) {
      const rows = table.split('\n').filter((line) => line.startsWith('|'));
      const counts = rows.map((row) => row.split(/(?<!\\)\|/u).length);
      assert.ok(new Set(counts).size <= 1, table);
    }
  });
});

describe('The guide to embedding', () => {
  it('names every event, and everything in its detail', async () => {
    const guide = await readFile(path.join(root, 'docs/embedding.md'), 'utf8');
    const rows = guide.matchAll(/^\|[^|]*\| `(beta-[\w-]+)` *\|([^|]*)\|$/gmu);
    const told = Array.from(rows, ([, name = '', detail = '']) => [
      name,
      Array.from(detail.matchAll(/`(\w+)`/gu), ([, key]) => key),
    ]);
    assert.deepEqual(new Map(told as [string, string[]][]), detailsByEvent());
  });
});
