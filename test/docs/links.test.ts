import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { readDocuments, root, samplesOf } from './support/documents.js';

/** The anchors of a page, as repository hosts make them of headings. */
function anchorsOf(text: string): string[] {
  const headings = text.matchAll(/^#{1,6} (.+)$/gmu);
  return Array.from(headings, ([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** The addresses that a page's own text leads to: not those in its samples. */
function linksOf(text: string): string[] {
  const prose = text.replace(/^```[^]*?^```$/gmu, '').replace(/`[^`\n]*`/gu, '');
  const links = prose.matchAll(/\]\(([^)\s]+)\)|<img\s[^>]*src="([^"]+)"/gu);
  return Array.from(links, ([, link, image]) => link ?? image ?? '');
}

describe('The documentation', () => {
  for (const document of readDocuments()) {
    const { file, text } = document;
    it(`leads somewhere with every link of ${file}`, () => {
      for (const link of linksOf(text)) {
        if (/^[a-z]+:/u.test(link)) continue;
        const [to = '', anchor] = link.split('#');
        const target = to === '' ? path.join(root, file) : path.join(root, path.dirname(file), to);
        assert.ok(existsSync(target), `${file}: ${link} leads nowhere`);
        if (anchor === undefined || statSync(target).isDirectory()) continue;
        const anchors = anchorsOf(readFileSync(target, 'utf8'));
        assert.ok(anchors.includes(anchor), `${file}: ${link} has no such heading`);
      }
    });
  }

  it('reaches every guide and decision from its index', () => {
    const seen = new Set<string>();
    const open = ['README.md'];
    for (let file = open.pop(); file !== undefined; file = open.pop()) {
      if (seen.has(file)) continue;
      seen.add(file);
      for (const link of linksOf(readFileSync(path.join(root, file), 'utf8'))) {
        const target = path.join(path.dirname(file), link.split('#')[0] ?? '');
        if (target.endsWith('.md') && existsSync(path.join(root, target))) open.push(target);
      }
    }
    const lost = readDocuments()
      .map(({ file }) => file)
      .filter((file) => file.startsWith('docs') && !seen.has(file));
    assert.deepEqual(lost, []);
  });

  it('has samples only in languages that are tried out', () => {
    const tried = ['ts', 'js', 'html', 'jinja', 'json', 'sh', 'sql'];
    // Drawn by the repository's host, and read by servers that aren't at hand.
    const taken = ['mermaid', 'nginx', 'python'];
    for (const { file, line, language } of readDocuments().flatMap(samplesOf)) {
      assert.ok([...tried, ...taken].includes(language), `${file}:${line}: ${language}`);
    }
  });
});
