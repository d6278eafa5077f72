import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ErrorCode, errorStatuses } from '@beta-app/core/contract';
import { ApiError, createClient, NetworkError } from '@beta-app/widgets/client';

type Answer = () => Response | Promise<Response>;

/** A client that is given these answers one after the other, and the keys that it sent. */
function clientGiven(answers: readonly Answer[], options: { retries?: number } = {}) {
  const keys: (string | null)[] = [];
  const client = createClient({
    baseUrl: '/api',
    timeoutMs: 200,
    ...options,
    fetch: async (_, init = {}) => {
      const answer = answers[keys.length];
      keys.push(new Headers(init.headers).get('Idempotency-Key'));
      assert.ok(answer, 'a call more than expected');
      return await answer();
    },
  });
  return { client, keys };
}

const betaApp: Answer = () =>
  Response.json({ status_code: 200, status: 'Success', message: 'OK', data: { id: 1 } });
const lost: Answer = () => Promise.reject(new TypeError('Failed to fetch'));
const never: Answer = () => new Promise(() => undefined);
const refusal =
  (code: ErrorCode, headers: Record<string, string> = {}): Answer =>
  () =>
    Response.json({ code, message: code }, { status: errorStatuses[code], headers });
const proxy =
  (status: number): Answer =>
  () =>
    new Response('<h1>Bad gateway</h1>', { status });

const creation = { name: 'Uji Kasir', startsOn: '2026-12-01', endsOn: '2026-12-31' };

describe('A call that fails', () => {
  it('is made again after a lost connection, under the same key', async () => {
    const { client, keys } = clientGiven([lost, lost, betaApp]);
    assert.equal((await client.createBetaApp(creation)).id, 1);
    assert.equal(keys.length, 3);
    assert.equal(new Set(keys).size, 1);
  });

  it('keeps the key that the caller gave', async () => {
    const { client, keys } = clientGiven([lost, betaApp]);
    await client.createBetaApp(creation, { idempotencyKey: 'mine' });
    assert.deepEqual(keys, ['mine', 'mine']);
  });

  for (const [name, answer] of [
    ['a busy server', refusal('SERVER_BUSY', { 'Retry-After': '1' })],
    ['the first attempt still running', refusal('IDEMPOTENCY_IN_PROGRESS', { 'Retry-After': '1' })],
    ['a proxy without a server', proxy(502)],
  ] as const) {
    it(`is made again after ${name}`, async () => {
      const { client, keys } = clientGiven([answer, betaApp]);
      await client.createBetaApp(creation);
      assert.equal(keys.length, 2);
    });
  }

  for (const [name, answer] of [
    ['a refusal', refusal('VALIDATION_FAILED')],
    ['a conflict', refusal('NAME_TAKEN')],
    ['a fault of the server', refusal('INTERNAL')],
    ['a database that did not answer in time', refusal('DATABASE_TIMEOUT')],
    ['a server that will be away for long', refusal('SERVER_STOPPING', { 'Retry-After': '5' })],
  ] as const) {
    it(`is not made again after ${name}`, async () => {
      const { client, keys } = clientGiven([answer]);
      await assert.rejects(client.createBetaApp(creation), ApiError);
      assert.equal(keys.length, 1);
    });
  }

  it('is not made again after a wait without any answer', async () => {
    const { client, keys } = clientGiven([
      () => new Promise((_, reject) => setTimeout(reject, 250, new TypeError('aborted'))),
    ]);
    await assert.rejects(client.createBetaApp(creation), NetworkError);
    assert.equal(keys.length, 1);
  });

  it('tells the last failure when the retries are used up', async () => {
    const { client, keys } = clientGiven([lost, refusal('SERVER_BUSY')], { retries: 1 });
    await assert.rejects(client.getBetaApp({ id: 1 }), { code: 'SERVER_BUSY' });
    assert.equal(keys.length, 2);
  });

  it('is given up at once by its caller, also between two attempts', async () => {
    const controller = new AbortController();
    const { client, keys } = clientGiven([lost, never]);
    const call = client.getBetaApp({ id: 1 }, { signal: controller.signal });
    setTimeout(() => {
      controller.abort(new Error('left the page'));
    }, 50);
    await assert.rejects(call, { message: 'left the page' });
    assert.equal(keys.length, 1);
  });
});
