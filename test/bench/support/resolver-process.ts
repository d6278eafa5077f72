import { setTimeout as pause } from 'node:timers/promises';
import { createVersionResolver } from '@beta-app/core';
import postgres from 'postgres';

/** Loads everything, tells what that took, and then tells each change. */
const [databaseUrl = ''] = process.argv.slice(2);
const sql = postgres(databaseUrl, { max: 2, fetch_types: false, onnotice: () => undefined });
await sql`select 1`;

async function memory(): Promise<number> {
  // What was freed goes back to the system a little later.
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.();
    await pause(100);
  }
  return process.memoryUsage().rss / 1e6;
}

const before = await memory();
const start = performance.now();
const resolver = createVersionResolver({ sql });
await resolver.ready();
const ms = performance.now() - start;
const megabytes = (await memory()) - before;
resolver.subscribe(({ type }) => {
  if (type === 'changed') process.send?.(performance.timeOrigin + performance.now());
});
process.on('disconnect', () => {
  void resolver.close().then(() => sql.end({ timeout: 1 }));
});
process.send?.({ ms, megabytes });
