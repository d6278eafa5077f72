import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { type BetaApp } from '@beta-app/core/contract';
import { openApi, type TestApi } from './support/api.js';
import { day } from './support/directory.js';
import { type Refused, refusedBy } from './support/refused.js';

let api: TestApi;
let betaApp: BetaApp;
let refused: Refused;
before(async () => {
  api = await openApi();
  refused = refusedBy(api);
  betaApp = await api.create('Sudah ada');
});
after(() => api.close());

const create = (change: object) => ({
  body: { name: 'Baru', startsOn: day(0), endsOn: day(9), ...change },
});

describe('bodies', () => {
  const post = (raw: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) => ({
    raw,
    headers,
  });
  const path = '/api/beta-apps';

  it('refuse what is no JSON', async () => {
    for (const raw of ['{', '{"name":}', 'name=a', '{"a":1}x', "{'a':1}", '\u0000']) {
      await refused('BODY_MALFORMED', [], 'POST', path, post(raw));
    }
    await refused('BODY_MALFORMED', [], 'POST', path, post(new Uint8Array([0x7b, 0xff, 0x7d])));
  });

  it('refuse 200,000 levels at once', async () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const start = performance.now();
      const raw = `${open.repeat(200_000)}1${close.repeat(200_000)}`;
      const code = raw.length > 1_048_576 ? 'BODY_TOO_LARGE' : 'BODY_MALFORMED';
      await refused(code, [], 'POST', path, post(raw));
      await refused('BODY_MALFORMED', [], 'POST', path, post(open.repeat(150_000)));
      assert.ok(performance.now() - start < 1_000);
    }
  });

  it('take brackets in texts for what they are', async () => {
    const name = `${'[{"'.repeat(30)}\\`;
    const answer = await api.call('POST', path, create({ name }));
    assert.equal(answer.status, 201);
  });

  it('refuse what is no object', async () => {
    for (const raw of ['[]', '"a"', '1', 'null', 'true']) {
      await refused('VALIDATION_FAILED', ['body type'], 'POST', path, post(raw));
    }
  });

  it('refuse keys that are unknown, belong elsewhere, or are dangerous', async () => {
    await refused('VALIDATION_FAILED', ['color unknown_key'], 'POST', path, create({ color: 1 }));
    const { id } = betaApp;
    const headers = { 'If-Match': `"${betaApp.detailsRevision}"` };
    const patch = (body: object) => ({ body, headers });
    const one = `/api/beta-apps/${id}`;
    await refused('VALIDATION_FAILED', ['id unknown_key'], 'PATCH', one, patch({ id: 2 }));
    const revision = patch({ detailsRevision: 1 });
    await refused('VALIDATION_FAILED', ['detailsRevision unknown_key'], 'PATCH', one, revision);
    await refused('VALIDATION_FAILED', ['dryRun unknown_key'], 'PATCH', `${one}/stores`, {
      body: { dryRun: true, baseRevision: 1, directoryRevision: 1, changes: [] },
    });
    for (const [raw, field] of [
      ['{"__proto__":{"polluted":1}}', '__proto__'],
      ['{"name":"a","\\u005f_proto__":1}', '__proto__'],
      ['{"owner":{"__proto__":{"polluted":1}}}', 'owner.__proto__'],
      ['{"changes":[{"select":{"__proto__":{}}}]}', 'changes.0.select.__proto__'],
    ] as const) {
      await refused('VALIDATION_FAILED', [`${field} unknown_key`], 'POST', path, post(raw));
    }
    const keys = post('{"constructor":{"prototype":{"polluted":1}}}');
    await refused('VALIDATION_FAILED', undefined, 'POST', path, keys);
    assert.equal('polluted' in {}, false);
  });

  it('refuse very many faults at once', async () => {
    const many = (length: number, value: unknown) => Array.from({ length }, () => value);
    const save = (changes: unknown) => ({
      body: { baseRevision: 1, directoryRevision: 1, changes },
    });
    const stores = `/api/beta-apps/${betaApp.id}/stores`;
    for (const changes of [
      [{ registered: true, codes: many(240_000, '!') }],
      [{ registered: true, codes: many(400_000, 1) }],
      [{ registered: true, select: {}, except: many(240_000, '!') }],
      many(400_000, 1),
      many(90_000, { a: 1 }),
    ]) {
      const answer = await refused('VALIDATION_FAILED', undefined, 'PATCH', stores, save(changes));
      assert.ok(answer.text.length < 100_000);
    }
    const keys = Object.fromEntries(many(60_000, 0).map((_, index) => [`k${index}`, 1]));
    await refused('VALIDATION_FAILED', undefined, 'POST', path, { body: keys });
    await refused('VALIDATION_FAILED', undefined, 'POST', path, create({ owner: keys }));
    const long = 'k'.repeat(500_000);
    const dangerous = post(`{"${long}":[${many(30_000, '{"__proto__":1}').join(',')}]}`);
    const answer = await refused('VALIDATION_FAILED', undefined, 'POST', path, dangerous);
    assert.equal(answer.error.errors.length, 1);
  });

  it('refuse other media types', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/json5',
      '',
    ]) {
      const call = post('{}', { 'Content-Type': type });
      await refused('MEDIA_TYPE_UNSUPPORTED', [], 'POST', path, call);
    }
    const latin = post('{}', { 'Content-Type': 'application/json; charset=iso-8859-1' });
    await refused('MEDIA_TYPE_UNSUPPORTED', [], 'POST', path, latin);
    const utf8 = post('{}', { 'Content-Type': 'Application/JSON; charset=UTF-8' });
    await refused('VALIDATION_FAILED', undefined, 'POST', path, utf8);
  });

  it('refuse compression, whatever is in them', async () => {
    const { total } = await api.core.listBetaApps({});
    const raw = JSON.stringify({ name: 'Mampat', startsOn: day(0), endsOn: day(9) });
    for (const encoding of ['gzip', 'BR', 'identity, gzip', 'unknown']) {
      for (const body of [raw, new Uint8Array(gzipSync(raw))]) {
        const call = post(body, { 'Content-Encoding': encoding });
        await refused('MEDIA_TYPE_UNSUPPORTED', [], 'POST', path, call);
      }
    }
    assert.equal((await api.core.listBetaApps({})).total, total);
    const plain = await api.call('POST', path, post(raw, { 'Content-Encoding': 'Identity' }));
    assert.equal(plain.status, 201);
  });

  it('name every field that a missing body leaves out', async () => {
    const fields = ['name required', 'startsOn required', 'endsOn required'];
    const answer = await refused('VALIDATION_FAILED', fields, 'POST', path);
    assert.equal(
      answer.error.message,
      'Masih ada isian yang belum terisi: Nama beta-app, Tanggal mulai, Tanggal selesai.',
    );
    assert.equal(answer.error.errors[1]?.message, 'Tanggal mulai belum diisi.');
  });
});
