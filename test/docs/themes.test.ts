import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { root } from './support/documents.js';

const properties = (text: string) => new Set(text.match(/--beta-[a-z-]+/gu));

describe('The table of themes', () => {
  it('has every property that the elements read, and no other', () => {
    const sources = path.join(root, 'widgets/src');
    const styles = readdirSync(sources, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.styles.ts'))
      .map((name) => readFileSync(path.join(sources, name), 'utf8'));
    const guide = readFileSync(path.join(root, 'docs/embedding.md'), 'utf8');
    const table = guide.match(/^\| `--beta-.*$/gmu) ?? [];
    assert.deepEqual(
      [...properties(table.join('\n'))].sort(),
      [...properties(styles.join('\n'))].sort(),
    );
  });
});
