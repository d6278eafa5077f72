import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The top of the repository. */
export const root = path.join(import.meta.dirname, '../../..');

/** A page of the documentation. */
export interface Document {
  /** Its path below the top of the repository. */
  file: string;
  text: string;
}

/** A fenced block of a page. */
export interface Sample {
  file: string;
  /** The line that the block begins on, from 1. */
  line: number;
  language: string;
  text: string;
}

const single = ['README.md', 'CONTRIBUTING.md'];
const packages = ['core', 'server-adapter', 'widgets'].map((name) => `${name}/README.md`);

/** Every page that people read, apart from what is generated. */
export function readDocuments(): Document[] {
  const inDocs = readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !name.startsWith(`reference${path.sep}`))
    .map((name) => path.join('docs', name));
  return [...single, ...packages, ...inDocs].map((file) => ({
    file,
    text: readFileSync(path.join(root, file), 'utf8'),
  }));
}

/** The fenced blocks of a page, in order. */
export function samplesOf({ file, text }: Document): Sample[] {
  const samples: Sample[] = [];
  let open: { sample: Sample; lines: string[] } | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const fence = /^```(\S*)$/u.exec(line);
    if (open !== undefined && fence !== null) {
      samples.push({ ...open.sample, text: open.lines.join('\n') });
      open = undefined;
    } else if (open !== undefined) open.lines.push(line);
    else if (fence !== null) {
      const sample = { file, line: index + 1, language: fence[1] ?? '', text: '' };
      open = { sample, lines: [] };
    }
  }
  if (open !== undefined) throw new Error(`${file}:${open.sample.line}: the block has no end`);
  return samples;
}

/** All blocks of all pages in these languages. */
export function samplesIn(...languages: string[]): Sample[] {
  const samples = readDocuments().flatMap(samplesOf);
  return samples.filter(({ language }) => languages.includes(language));
}
