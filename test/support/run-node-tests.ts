import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { startTestServer } from './test-server.js';

/**
 * Runs the test files in the named folders below test/, or the files named instead, under node's own
 * runner, with one database server for all of them. Options for node come through: --test-name-pattern=….
 */
const words = process.argv.slice(2);
const options = words.filter((word) => word.startsWith('-'));
const namedFiles = words.filter((word) => word.endsWith('.ts'));
const folders = words.filter((word) => !options.includes(word) && !namedFiles.includes(word));
const files = namedFiles.length > 0 ? namedFiles : folders.flatMap(testFilesIn).sort();

if (files.length === 0) {
  console.error(`No test files in: ${folders.join(', ')}`);
  process.exitCode = 1;
} else {
  process.exitCode = await runTests(files);
}

function testFilesIn(folder: string): string[] {
  const root = path.join(import.meta.dirname, '..', folder);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => path.join(root, name));
}

async function runTests(testFiles: string[]): Promise<number> {
  const server = await startTestServer();
  try {
    const child = spawn(
      process.execPath,
      [
        '--conditions=@beta-app/source',
        '--import=tsx',
        '--test',
        '--test-concurrency=2',
        '--test-reporter=spec',
        ...options,
        ...testFiles,
      ],
      { stdio: 'inherit', env: { ...process.env, TEST_DATABASE_URL: server.url() } },
    );
    const [code] = (await once(child, 'exit')) as [number | null];
    return code ?? 1;
  } finally {
    await server.dispose();
  }
}
