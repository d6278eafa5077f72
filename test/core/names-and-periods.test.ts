import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import postgres, { type Sql } from 'postgres';
import { createCore } from '@beta-app/core';
import { makeBetaApp } from './support/beta-apps.js';
import { faultsIn } from './support/end-state.js';
import { budi, day, openFixture, sari, type Fixture } from './support/fixture.js';
import {
  barrier,
  closeAll,
  connections,
  isolationLevels,
  outcomeOf,
  rawWrite,
  writeInTransaction,
} from './support/raw-writes.js';

describe('names and periods', () => {
  let fixture: Fixture;
  let open: Sql[];
  before(async () => {
    fixture = await openFixture({ empty: true });
    open = connections(fixture.database.serviceUrl, 20);
  });
  after(async () => {
    await closeAll(open);
    await fixture.close();
  });

  const create = (name: string, from = 0, to = 9) => ({
    operation: 'createBetaApp',
    input: { name, startsOn: day(from), endsOn: day(to) },
  });

  it('belong to one beta app at a time, in any case and in any normal form', async () => {
    const { core } = fixture;
    const first = await makeBetaApp(core, { name: 'Café ÅΣ', period: [10, 20] });
    for (const name of ['café åσ', 'CAFÉ ÅΣ', 'Cafe\u0301 A\u030aΣ'.normalize('NFC')]) {
      await assert.rejects(makeBetaApp(core, { name, period: [20, 25] }), (error) => {
        const { code, details } = error as { code: string; details: object };
        assert.equal(code, 'NAME_TAKEN');
        const { id, owner, startsOn, endsOn } = first;
        assert.deepEqual(details, { betaApp: { id, name: 'Café ÅΣ', owner, startsOn, endsOn } });
        return true;
      });
    }
    await makeBetaApp(core, { name: 'Café ÅΣ', period: [21, 25] });
    const { id, detailsRevision } = await makeBetaApp(core, { name: 'CAFÉ åσ', period: [5, 9] });
    await assert.rejects(
      core.updateBetaApp({ id, detailsRevision, endsOn: day(10) }, { actor: sari }),
      { code: 'NAME_TAKEN' },
    );
    await core.cancelBetaApp({ id: first.id, detailsRevision: 1 }, { actor: sari });
    await core.updateBetaApp({ id, detailsRevision, endsOn: day(10) }, { actor: sari });
  });

  it('go to one of twenty, and the others learn to whom', async () => {
    const { core } = fixture;
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        makeBetaApp(core, { name: index % 2 ? 'Rebutan' : 'REBUTAN', actor: budi }),
      ),
    );
    const codes = outcomes.map((outcome) =>
      outcome.status === 'fulfilled' ? 'ok' : (outcome.reason as { code: string }).code,
    );
    assert.deepEqual(codes.sort(), [...Array<string>(19).fill('NAME_TAKEN'), 'ok']);
  });

  for (const level of isolationLevels) {
    it(`go to one of twenty transactions in ${level}`, async () => {
      const before = barrier(open.length);
      const outcomes = await Promise.all(
        open.map((sql, index) =>
          outcomeOf(writeInTransaction(sql, level, create(`Nama ${level}`, index % 5), { before })),
        ),
      );
      const lost = level === 'read committed' ? ['NAME_TAKEN'] : ['23P01', '40001'];
      assert.equal(outcomes.filter((outcome) => outcome === 'ok').length, 1);
      assert.deepEqual(
        outcomes.filter((outcome) => outcome !== 'ok' && !lost.includes(outcome)),
        [],
      );
      assert.deepEqual(await faultsIn(fixture.owner), []);
    });
  }

  it('answer the same on connections that look at one snapshot by default', async () => {
    for (const level of isolationLevels.slice(1)) {
      const sql = postgres(fixture.database.serviceUrl, {
        max: 10,
        onnotice: () => undefined,
        connection: { default_transaction_isolation: level },
      });
      await Promise.all(Array.from({ length: 10 }, () => sql`select pg_sleep(0.1)`));
      const outcomes = await Promise.allSettled(
        Array.from({ length: 10 }, () =>
          makeBetaApp(createCore({ sql }), { name: `Bawaan ${level}` }),
        ),
      );
      const codes = outcomes.map((outcome) =>
        outcome.status === 'fulfilled' ? 'ok' : (outcome.reason as { code: string }).code,
      );
      await sql.end();
      assert.deepEqual(codes.sort(), [...Array<string>(9).fill('NAME_TAKEN'), 'ok'], level);
    }
  });

  it('are checked by the database too', async () => {
    const [sql] = open;
    const outcome = (name: string, from = 0, to = 0) =>
      outcomeOf(rawWrite(sql!, create(name, from, to)));
    assert.equal(await outcome('Berakhir sebelum mulai', 3, 2), 'VALIDATION_FAILED');
    assert.equal(await outcome('Sudah lewat', -3, -1), 'VALIDATION_FAILED');
    assert.equal(await outcome('Mulai dulu', -3, 0), 'ok');
    for (const name of ['', ' ', ' x', 'x ', 'a\u200bb', 'a\tb', 'e\u0301', 'x'.repeat(201)]) {
      assert.equal(await outcome(name), '23514', JSON.stringify(name));
    }
    for (const input of [
      { name: 'Tanpa hari', endsOn: day(1) },
      { name: 'Tanpa hari', startsOn: day(1) },
      { name: 'Tanpa hari', startsOn: '-infinity', endsOn: day(1) },
      { name: 'Tanpa hari', startsOn: day(1), endsOn: 'infinity' },
      { startsOn: day(1), endsOn: day(1) },
    ]) {
      assert.match(
        await outcomeOf(rawWrite(sql!, { operation: 'createBetaApp', input })),
        /^23|^22/u,
        JSON.stringify(input),
      );
    }
    assert.deepEqual(await faultsIn(fixture.owner), []);
  });
});
