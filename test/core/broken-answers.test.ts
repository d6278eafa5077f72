import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createCore, isBetaAppError } from '@beta-app/core';
import postgres, { type Sql } from 'postgres';
import { makeBetaApp } from './support/beta-apps.js';
import { type BreakingLine, openBreakingLine } from './support/breaking-line.js';
import { type Fixture, openFixture, sari } from './support/fixture.js';

describe('a connection that breaks between the row and the end of an answer', () => {
  let fixture: Fixture;
  let line: BreakingLine;
  let sql: Sql;
  before(async () => {
    fixture = await openFixture();
    line = await openBreakingLine(fixture.database.serviceUrl);
    sql = postgres(line.url, { max: 1, fetch_types: false, backoff: () => 0.01 });
  });
  after(async () => {
    await sql.end({ timeout: 1 });
    await line.close();
    await fixture.close();
  });

  it('fails as one, and the next answers are whole', async () => {
    const core = createCore({ sql });
    const { id, name } = await makeBetaApp(core, { applications: ['POS'] });
    const read = () => core.getBetaApp({ id });
    const write = async () => {
      const { detailsRevision } = await fixture.core.getBetaApp({ id });
      return core.updateBetaApp({ id, detailsRevision, name }, { actor: sari });
    };
    for (const broken of [read, write]) {
      for (const next of [read, write]) {
        line.breakAfterRow();
        await assert.rejects(broken(), (error) => isBetaAppError(error, 'DATABASE_UNAVAILABLE'));
        assert.equal((await next()).name, name);
      }
    }
    assert.equal((await sql`select 1 as one`).length, 1);
  });
});
