import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { root } from './support/documents.js';

const sources = path.join(root, 'widgets/src');

/** The sources of the widgets whose names end so, in one text. */
const read = (...endings: string[]) =>
  readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .map((name) => readFileSync(path.join(sources, name), 'utf8'))
    .join('\n');

const elements = read('/beta-page-element.ts', '/beta-app-editor.ts', '/beta-store-picker.ts');

/** What a pattern finds, each once, in order. */
const allOf = (text: string, pattern: RegExp) => [...new Set(text.match(pattern))].sort();

describe('The guide to embedding', () => {
  const guide = readFileSync(path.join(root, 'docs/embedding.md'), 'utf8');

  /** What stands in the first column of the table under a heading. */
  const firstColumn = (heading: string) => {
    const [, part = ''] = guide.split(`\n## ${heading}\n`);
    const [section = ''] = part.split('\n## ');
    return allOf(section, /(?<=^\| `)[^`]+/gmu);
  };

  it('has every attribute of the elements, and no other', () => {
    assert.deepEqual(firstColumn('One script tag'), allOf(elements, /(?<=attribute: ')[a-z-]+/gu));
  });

  it('has every event of the elements, and no other', () => {
    assert.deepEqual(firstColumn('Events'), allOf(elements, /(?<=@event )[a-z-]+/gu));
  });

  it('has every property that themes can set, and no other', () => {
    assert.deepEqual(firstColumn('Themes'), allOf(read('.styles.ts'), /--beta-[a-z-]+/gu));
  });
});
