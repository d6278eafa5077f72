import { createVersionResolver } from '@beta-app/core';
import postgres from 'postgres';
import { type Question, type ResolverReport } from './other-resolver.js';

/** A resolver in a process of its own: it tells its events, and answers what it is asked. */
const [databaseUrl = '', maxAgeMs = ''] = process.argv.slice(2);
const sql = postgres(databaseUrl, { max: 2, fetch_types: false, onnotice: () => undefined });
const resolver = createVersionResolver({ sql, pollMs: 60_000, maxAgeMs: Number(maxAgeMs) });
const tell = (report: ResolverReport) => process.send?.(report);

process.on('message', (store: Question) => tell({ answer: resolver.lookUp({ store }) }));
process.on('disconnect', () => {
  void resolver.close().then(() => sql.end({ timeout: 1 }));
});
resolver.subscribe(({ type }) => tell({ event: type }));
await resolver.ready();
