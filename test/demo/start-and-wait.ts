import { once } from 'node:events';
import { startEmbeddedPostgres } from '@beta-app/stories/demo/embedded-postgres';

const server = await startEmbeddedPostgres({
  directory: process.argv[2] ?? '',
  log: console.error,
});
console.log(server.pid);
process.stdin.resume();
await once(process.stdin, 'end');
