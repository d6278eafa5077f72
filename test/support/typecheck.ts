import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Checks every project's types, two at a time, and prints what the compiler says. */
const projects = [
  'core',
  'server-adapter',
  'widgets',
  'widgets/build',
  'stories',
  'test',
  'test/widgets',
  'test/bench/widgets/page',
];
const queue = [...projects];

await Promise.all([work(), work()]);

async function work(): Promise<void> {
  for (let project = queue.shift(); project !== undefined; project = queue.shift()) {
    try {
      await promisify(execFile)('node_modules/.bin/tsc', ['--project', project]);
      console.log(`✓ ${project}`);
    } catch (error) {
      process.exitCode = 1;
      const { stdout = '' } = error as { stdout?: string };
      console.log(`✗ ${project}\n${stdout || String(error)}`);
    }
  }
}
