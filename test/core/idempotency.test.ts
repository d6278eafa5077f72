import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { isBetaAppError, type Core } from '@beta-app/core';
import { type BetaApp } from '@beta-app/core/contract';
import { makeBetaApp } from './support/beta-apps.js';
import { faultsIn } from './support/end-state.js';
import { budi, day, openFixture, sari, type Fixture } from './support/fixture.js';
import {
  closeAll,
  connections,
  isolationLevels,
  outcomeOf,
  rawWrite,
  writeInTransaction,
} from './support/raw-writes.js';

describe('a write with an idempotency key', () => {
  let fixture: Fixture;
  let core: Core;
  before(async () => {
    fixture = await openFixture({ max: 50 });
    ({ core } = fixture);
  });
  after(() => fixture.close());

  const period = { startsOn: day(0), endsOn: day(3) };
  const count = async (name: string) => (await core.listBetaApps({ q: name })).total;

  /** Tries again for as long as another request with the key is running. */
  async function untilAnswered<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    for (;;) {
      try {
        return await ask();
      } catch (error) {
        if (!isBetaAppError(error, 'IDEMPOTENCY_IN_PROGRESS')) throw error;
      }
    }
  }

  it('has one effect and one answer for a hundred requests at once', async () => {
    const create = () =>
      core.createBetaApp(
        { name: 'Seratus', ...period },
        { actor: sari, idempotencyKey: 'seratus-1' },
      );
    const first = await Promise.allSettled(Array.from({ length: 100 }, create));
    const answers: BetaApp[] = [];
    for (const outcome of first) {
      if (outcome.status === 'fulfilled') answers.push(outcome.value);
      else assert.ok(isBetaAppError(outcome.reason, 'IDEMPOTENCY_IN_PROGRESS'));
    }
    assert.ok(answers.length > 0);
    const all = await Promise.all(Array.from({ length: 100 }, () => untilAnswered(create)));
    for (const answer of [...answers, ...all]) assert.deepEqual(answer, answers[0]);
    assert.equal(await count('Seratus'), 1);
  });

  it('saves stores once, and repeats the first answer after others have saved', async () => {
    const { id, revision } = await makeBetaApp(core);
    const save = (codes: string[]) =>
      untilAnswered(() =>
        core.saveStores(
          {
            id,
            baseRevision: revision,
            directoryRevision: 1,
            changes: [{ registered: true, codes }],
          },
          { actor: sari, idempotencyKey: `simpan-${codes.join()}` },
        ),
      );
    const first = await Promise.all(Array.from({ length: 20 }, () => save(['TB001', 'TB002'])));
    await save(['TJ001']);
    const again = await save(['TB001', 'TB002']);
    for (const answer of [...first, again]) assert.deepEqual(answer, first[0]);
    assert.equal(again.revision, revision + 1);
    assert.equal((await core.getBetaApp({ id })).revision, revision + 2);
    assert.deepEqual(await faultsIn(fixture.owner), []);
  });

  it('refuses the key for another body and for another operation', async () => {
    const options = { actor: sari, idempotencyKey: 'dipakai' };
    const app = await core.createBetaApp({ name: 'Dipakai', ...period }, options);
    const edit = { id: app.id, detailsRevision: app.detailsRevision };
    for (const ask of [
      () => core.createBetaApp({ name: 'Dipakai 2', ...period }, options),
      () => core.cancelBetaApp(edit, options),
      () => core.endBetaApp(edit, options),
    ]) {
      await assert.rejects(ask, { code: 'IDEMPOTENCY_KEY_REUSED' });
    }
    assert.deepEqual(await core.createBetaApp({ ...period, name: ' Dipakai ' }, options), app);
    assert.equal((await core.getBetaApp({ id: app.id })).state, 'active');
  });

  it('refuses the key for the same change from another revision', async () => {
    const app = await makeBetaApp(core);
    const options = { actor: sari, idempotencyKey: 'revisi' };
    const edit = { id: app.id, detailsRevision: app.detailsRevision };
    const ended = await core.endBetaApp(edit, options);
    assert.deepEqual(await core.endBetaApp(edit, options), ended);
    await assert.rejects(
      core.endBetaApp({ id: app.id, detailsRevision: ended.detailsRevision }, options),
      { code: 'IDEMPOTENCY_KEY_REUSED' },
    );
  });

  it('is the own affair of each actor', async () => {
    const asked = { name: 'Milik masing-masing', ...period };
    await core.createBetaApp(asked, { actor: sari, idempotencyKey: 'sama' });
    await assert.rejects(core.createBetaApp(asked, { actor: budi, idempotencyKey: 'sama' }), {
      code: 'NAME_TAKEN',
    });
    const other = { ...asked, name: 'Milik Budi' };
    assert.deepEqual(
      (await core.createBetaApp(other, { actor: budi, idempotencyKey: 'sama' })).owner,
      budi,
    );
  });

  it('judges an error anew', async () => {
    const blocker = await makeBetaApp(core, { name: 'Penghalang' });
    const asked = { name: 'Penghalang', ...period };
    const options = { actor: sari, idempotencyKey: 'galat' };
    await assert.rejects(core.createBetaApp(asked, options), { code: 'NAME_TAKEN' });
    const { id, detailsRevision } = blocker;
    await core.cancelBetaApp({ id, detailsRevision }, { actor: sari });
    assert.equal((await core.createBetaApp(asked, options)).name, 'Penghalang');
  });

  it('is taken for a dry run, which neither uses it nor keeps it', async () => {
    const { id, revision } = await makeBetaApp(core);
    const save = (codes: string[], dryRun?: boolean) =>
      core.saveStores(
        {
          id,
          baseRevision: revision,
          directoryRevision: 1,
          changes: [{ registered: true, codes }],
          dryRun,
        },
        { actor: sari, idempotencyKey: 'coba' },
      );
    assert.equal((await save(['TB001'], true)).added, 1);
    assert.equal((await save(['TB001', 'TB002'], true)).added, 2);
    assert.equal((await save(['TB003'])).added, 1);
    assert.equal((await save(['TB001', 'TB002'], true)).added, 2);
    assert.equal((await save(['TB003'])).added, 1);
  });

  it('counts again after 24 hours, and old answers are swept away', async () => {
    const ask = (name: string) =>
      core.createBetaApp({ name, ...period }, { actor: sari, idempotencyKey: 'kemarin' });
    await ask('Kemarin');
    const age = (hours: number) => fixture.owner`
      update beta_app.idempotency set created_at = now() - make_interval(mins => ${hours * 60})
      where key in ('kemarin', 'sama')`;
    await age(23.9);
    await assert.rejects(ask('Hari ini'), { code: 'IDEMPOTENCY_KEY_REUSED' });
    await age(24.1);
    const today = await ask('Hari ini');
    assert.equal(today.name, 'Hari ini');
    assert.deepEqual(await ask('Hari ini'), today);
    const left = await fixture.owner`select from beta_app.idempotency where key = 'sama'`;
    assert.equal(left.length, 0);
  });

  it('reads none of the answers that others are repeated, however many are kept', async () => {
    await fixture.owner`
      insert into beta_app.idempotency (actor_nik, key, fingerprint, answer, created_at)
        select 'lain', 'lain-' || number, '', '{}', now() - interval '1 hour'
        from generate_series(1, 20000) as number`;
    const write = { operation: 'createBetaApp', input: { name: 'Banyak kunci', ...period } };
    const read = await fixture.sql.begin(async (transaction) => {
      const { error } = await rawWrite(transaction, { ...write, key: 'banyak' });
      assert.equal(error, undefined);
      const [counts] = await transaction<{ rows: number }[]>`
        select (seq_tup_read + idx_tup_fetch)::integer as rows from pg_stat_xact_user_tables
        where schemaname = 'beta_app' and relname = 'idempotency'`;
      return counts!.rows;
    });
    assert.ok(read < 100, String(read));
  });

  it('has one effect too where the second began with a snapshot from before', async () => {
    const pair = connections(fixture.database.serviceUrl, 2);
    for (const level of isolationLevels) {
      const write = {
        operation: 'createBetaApp',
        input: { name: `Kunci ${level}`, ...period },
        key: `kunci-${level}`,
      };
      let first = '';
      const outcome = await outcomeOf(
        writeInTransaction(pair[1]!, level, write, {
          before: async () => {
            first = await outcomeOf(writeInTransaction(pair[0]!, level, write));
          },
        }),
      );
      assert.equal(first, 'ok');
      assert.ok(level === 'read committed' ? outcome === 'ok' : outcome !== 'ok', outcome);
      assert.equal(await count(`Kunci ${level}`), 1);
    }
    await closeAll(pair);
  });

  it('is checked like any text', async () => {
    for (const idempotencyKey of ['', '  ', 'a\u0000', '\ud800', 'x'.repeat(201)]) {
      await assert.rejects(
        core.createBetaApp({ name: 'Kunci buruk', ...period }, { actor: sari, idempotencyKey }),
        { code: 'VALIDATION_FAILED' },
      );
    }
  });
});
