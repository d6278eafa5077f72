import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BenchSuite, reportOf, told } from './harness/report.js';

/** What a file `*.bench.ts` exports: it tells its rows as it goes, and gives them all at the end. */
interface BenchModule {
  measure: () => Promise<BenchSuite>;
}

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
  const { measure } = (await import(path.join(import.meta.dirname, file))) as BenchModule;
  const suite = await measure();
  console.log(`\n${suite.title}\n${suite.rows.map(told).join('\n')}`);
  suites.push(suite);
}

if (wanted.length === 0) {
  const page = path.join(import.meta.dirname, '../../docs/benchmarks.md');
  await writeFile(page, reportOf(suites, new Date()));
  console.log('\nWritten to docs/benchmarks.md');
}
