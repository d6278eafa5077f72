import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs npm scripts one after the other, stops at the first that fails, and tells the times. */
const scripts = process.argv.slice(2);
const times: string[] = [];
const start = performance.now();
let failed = false;

for (const script of scripts) {
  console.log(`\n━━━ ${script} ${'━'.repeat(Math.max(0, 72 - script.length))}`);
  const from = performance.now();
  const child = spawn('npm', ['run', '--silent', script], { stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  failed = code !== 0;
  times.push(`${failed ? '✗' : '✓'} ${script.padEnd(16)} ${seconds(from).padStart(8)}`);
  if (failed) break;
}

console.log(`\n━━━ total ${seconds(start)}\n${times.join('\n')}`);
if (times.length < scripts.length) {
  console.log(`not run: ${scripts.slice(times.length).join(', ')}`);
}
process.exitCode = failed || scripts.length === 0 ? 1 : 0;

function seconds(from: number): string {
  return `${((performance.now() - from) / 1000).toFixed(1)} s`;
}
