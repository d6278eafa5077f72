import { pathToFileURL } from 'node:url';
import { type BenchSuite } from './harness/report.js';

/** What a file `*.bench.ts` exports. */
interface BenchModule {
  measure: () => Promise<BenchSuite>;
}

/** Measures the file that is passed, in a process of its own, and sends the suite to the one that forked it. */
const [, , file = ''] = process.argv;
const { measure } = (await import(pathToFileURL(file).href)) as BenchModule;
const suite = await measure();
process.send?.(suite, () => {
  process.exit();
});
