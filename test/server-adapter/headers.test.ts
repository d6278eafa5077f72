import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type BetaApp } from '@beta-app/core/contract';
import { openApi, type TestApi } from './support/api.js';
import { budi, day } from './support/directory.js';

let api: TestApi;
before(async () => {
  api = await openApi();
});
after(() => api.close());

describe('If-Match', () => {
  it('is required, and * is not enough', async () => {
    const { id } = await api.create('Wajib');
    for (const headers of [{}, { 'If-Match': '*' }, { 'If-Match': ' ' }]) {
      const answer = await api.call('PATCH', `/api/beta-apps/${id}`, { body: {}, headers });
      assert.equal(answer.status, 428);
      assert.equal(answer.error.code, 'IF_MATCH_REQUIRED');
    }
  });

  it('of another revision is told who changed what since', async () => {
    const betaApp = await api.create('Basi');
    const path = `/api/beta-apps/${betaApp.id}`;
    const tag = `"${betaApp.detailsRevision}"`;
    const changed = await api.call<BetaApp>('PATCH', path, {
      body: { endsOn: day(30) },
      headers: { 'If-Match': tag },
      actor: budi,
    });
    for (const stale of [
      tag,
      `W/"${changed.data.detailsRevision}"`,
      '"x"',
      'x',
      '"007"',
      '"1", "2"',
    ]) {
      const headers = { 'If-Match': stale };
      const answer = await api.call('PATCH', path, { body: { name: 'Lain' }, headers });
      assert.equal(answer.status, 412, stale);
      assert.equal(answer.error.code, 'DETAILS_STALE');
      const { changes, detailsRevision } = answer.error.details as {
        changes: { actor: object; action: string }[];
        detailsRevision: number;
      };
      assert.equal(detailsRevision, changed.data.detailsRevision);
      assert.deepEqual(changes.at(-1)?.actor, budi);
      assert.match(
        answer.error.message,
        /^Budi Santoso \(NIK 2017020002\) mengubah tanggal selesai pada .+ WIB\. Isian Anda belum disimpan\.$/u,
      );
    }
    const read = await api.call<BetaApp>('GET', path);
    assert.deepEqual(read.data, changed.data);
  });
});

describe('Idempotency-Key', () => {
  const body = { name: 'Sekali', startsOn: day(0), endsOn: day(9) };

  it('gives a repeated write the effect and the answer of one', async () => {
    const headers = { 'Idempotency-Key': 'kunci-1' };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        api.call<BetaApp>('POST', '/api/beta-apps', { body, headers }),
      ),
    );
    const made = answers.filter(({ status }) => status === 201);
    assert.ok(made.length > 0);
    assert.equal(new Set(made.map(({ data }) => data.id)).size, 1);
    for (const { status, error } of answers) {
      if (status !== 201) assert.equal(error.code, 'IDEMPOTENCY_IN_PROGRESS');
    }
    const other = { ...body, name: 'Lain' };
    const reused = await api.call('POST', '/api/beta-apps', { body: other, headers });
    assert.equal(reused.status, 422);
    assert.equal(reused.error.code, 'IDEMPOTENCY_KEY_REUSED');
  });

  it('has 1 to 200 visible characters', async () => {
    for (const [key, fault] of [
      ['a b', 'format'],
      ['', 'format'],
      ['é', 'format'],
      ['x'.repeat(201), 'too_long'],
    ] as const) {
      const headers = { 'Idempotency-Key': key };
      const answer = await api.call('POST', '/api/beta-apps', { body, headers });
      assert.equal(answer.status, 400);
      const [field] = answer.error.errors;
      assert.deepEqual([field?.path, field?.code], ['Idempotency-Key', fault]);
    }
  });
});

describe('X-Request-Id', () => {
  it('comes back, or a new one does', async () => {
    const id = 'sih-4711:a.b_c';
    const mine = await api.call('GET', '/api/branches', { headers: { 'X-Request-Id': id } });
    assert.equal(mine.headers.get('x-request-id'), id);
    assert.ok(api.log.some(({ facts }) => facts['requestId'] === id && facts['status'] === 200));
    for (const bad of ['', 'a b', 'x'.repeat(129), '<script>']) {
      const headers = { 'X-Request-Id': bad };
      const { headers: given } = await api.call('GET', '/api/branches', { headers });
      assert.match(given.get('x-request-id') ?? '', /^[\da-f-]{36}$/u);
    }
  });
});
