import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { it } from 'node:test';
import postgres from 'postgres';
import { createTestDatabase } from '../support/database.js';
import { schemaSnapshot } from './support/schema-snapshot.js';

const file = new URL('./schema.snapshot.sql', import.meta.url);
const hint = `The migrations make another schema than test/core/schema.snapshot.sql says. If that is meant, run
UPDATE_SNAPSHOT=1 npm run test:node -- test/core/schema-snapshot.test.ts and commit the difference.`;

it('migrations make the schema that is written down', async () => {
  const database = await createTestDatabase();
  const sql = postgres(database.ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    const snapshot = `-- Written by test/core/schema-snapshot.test.ts: what the migrations add up to.\n\n${await schemaSnapshot(sql, 'beta_app')}\n`;
    if (process.env['UPDATE_SNAPSHOT'] === '1') writeFileSync(file, snapshot);
    assert.equal(snapshot, readFileSync(file, 'utf8'), hint);
  } finally {
    await sql.end();
    await database.drop();
  }
});
