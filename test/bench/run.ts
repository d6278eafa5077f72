import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BenchSuite, reportOf, told } from './harness/report.js';

/**
 * Measures everything and writes the page of figures, or measures only what an argument names and writes
 * nothing: `npm run bench -- saves`.
 */
const wanted = process.argv.slice(2);
const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)))
  .sort();
if (files.length === 0) {
  console.error(`No benchmark is named like ${wanted.join(', ')}`);
  process.exit(1);
}

const suites: BenchSuite[] = [];
for (const file of files) {
  const suite = await measured(path.join(import.meta.dirname, file));
  console.log(`\n${suite.title}\n${suite.rows.map(told).join('\n')}`);
  suites.push(suite);
}

if (wanted.length === 0) {
  const page = path.join(import.meta.dirname, '../../docs/benchmarks.md');
  await writeFile(page, reportOf(suites, new Date()));
  console.log('\nWritten to docs/benchmarks.md');
}

/** In a process of its own: what the files before have left in memory made lookups a sixth slower. */
async function measured(file: string): Promise<BenchSuite> {
  const child = fork(path.join(import.meta.dirname, 'measure-suite.ts'), [file]);
  const over = new AbortController();
  const { signal } = over;
  const failed = once(child, 'exit', { signal }).then(() =>
    Promise.reject(new Error(`Nothing was measured in ${file}`)),
  );
  failed.catch(() => undefined);
  const [suite] = (await Promise.race([once(child, 'message', { signal }), failed])) as [
    BenchSuite,
  ];
  over.abort();
  return suite;
}
