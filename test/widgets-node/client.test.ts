import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { routes } from '@beta-app/core/contract';
import { ApiError, createClient, NetworkError, RetryKey } from '@beta-app/widgets/client';

interface Sent {
  url: string;
  method: string;
  headers: Headers;
  body: string | undefined;
  redirect: string | undefined;
}

/** A client whose requests are kept and answered by a function. */
function clientWith(answer: (sent: Sent, signal: AbortSignal) => Response | Promise<Response>) {
  const sent: Sent[] = [];
  const client = createClient({
    baseUrl: '/api/',
    lang: 'en',
    timeoutMs: 50,
    retries: 0,
    fetch: async (input, init = {}) => {
      const request = {
        url: input as string,
        method: init.method ?? 'GET',
        headers: new Headers(init.headers),
        body: init.body as string | undefined,
        redirect: init.redirect,
      };
      sent.push(request);
      assert.equal(init.credentials, 'same-origin');
      return await answer(request, init.signal!);
    },
  });
  return { client, sent };
}

const creation = { name: 'Uji Kasir', startsOn: '2026-12-01', endsOn: '2026-12-31' };

const success = (data: unknown, status = 200) =>
  Response.json({ status_code: status, status: 'Success', message: 'OK', data }, { status });

describe('The API client', () => {
  it('has a method for every route, with its method and path', async () => {
    const { client, sent } = clientWith(() => success({}));
    const methods = client as unknown as Record<string, (input: object) => Promise<unknown>>;
    const { lookUpManyVersions, ...named } = routes;
    assert.equal(methods['lookUpManyVersions'], undefined, lookUpManyVersions.path);
    const texts: Readonly<Record<string, string>> = {
      id: '7',
      code: 'POS',
      event: '9',
      store: 'T1',
    };
    for (const [id, route] of Object.entries(named)) {
      const params = Object.keys(route.params).map((name): [string, unknown] => [
        name,
        texts[name],
      ]);
      await methods[id]!({ ...Object.fromEntries<unknown>(params), detailsRevision: 3 });
      const { url, method, headers } = sent.at(-1)!;
      assert.equal(method, route.method, id);
      const path = route.path.replace(/\{(\w+)\}/gu, (_, name: string) => texts[name]!);
      assert.equal(url, `/api${path}`, id);
      assert.equal(headers.get('If-Match'), route.ifMatch ? '"3"' : null, id);
      assert.equal(headers.has('Idempotency-Key'), route.writes, id);
    }
  });

  it('spreads an input over address, headers and body', async () => {
    const { client, sent } = clientWith(() => success({}));
    await client.listBetaApps({ q: 'kasir & stok', state: ['active', 'paused'], limit: 50 });
    await client.changeApplication({ id: 1, code: 'A.B', detailsRevision: 2, version: '2.0' });
    assert.equal(sent[0]!.url, '/api/beta-apps?q=kasir+%26+stok&state=active%2Cpaused&limit=50');
    assert.equal(sent[0]!.headers.get('Accept-Language'), 'en');
    assert.deepEqual(JSON.parse(sent[1]!.body!), { version: '2.0' });
  });

  it('asks for the versions of few stores in the address, and of many in a body', async () => {
    const { client, sent } = clientWith(() => success({ at: null, stores: [] }));
    const stores = Array.from({ length: 101 }, (_, index) => `T${index}`);
    const at = '2026-12-01T14:05:00+07:00';
    await client.lookUpVersions({ store: 'T1', application: ['POS', 'STK'], at });
    await client.lookUpVersions({ store: stores.slice(1) });
    await client.lookUpVersions({ store: stores, at });
    await client.lookUpVersions({ store: 'T1', application: stores });
    assert.deepEqual(
      sent.map(({ method, url }) => [method, url.replace(/=T1%2C.*/u, '=…')]),
      [
        [
          'GET',
          '/api/versions?store=T1&application=POS%2CSTK&at=2026-12-01T14%3A05%3A00%2B07%3A00',
        ],
        ['GET', '/api/versions?store=…'],
        ['POST', '/api/versions'],
        ['POST', '/api/versions'],
      ],
    );
    assert.deepEqual(JSON.parse(sent[2]!.body!), { store: stores, at });
    // It can be sent again as it is.
    assert.equal(sent[2]!.headers.has('Idempotency-Key'), false);
  });

  it('throws what the server answers, with its code, fields and facts', async () => {
    const { client } = clientWith(() =>
      Response.json(
        {
          status_code: 412,
          status: 'Error',
          message: 'Beta-app ini sudah berubah.',
          code: 'DETAILS_STALE',
          errors: [],
          details: { detailsRevision: 9, changes: [] },
        },
        { status: 412 },
      ),
    );
    await assert.rejects(client.getBetaApp({ id: 1 }), (error) => {
      assert.ok(error instanceof ApiError);
      assert.equal(error.status, 412);
      assert.equal(error.detailsOf('DETAILS_STALE')?.detailsRevision, 9);
      assert.equal(error.detailsOf('NAME_TAKEN'), undefined);
      return true;
    });
  });

  it('understands a proxy that answers in its own words', async () => {
    const { client } = clientWith(
      () => new Response('<h1>Busy</h1>', { status: 503, headers: { 'Retry-After': '7' } }),
    );
    await assert.rejects(client.getBetaApp({ id: 1 }), (error) => {
      assert.ok(error instanceof ApiError);
      assert.deepEqual([error.code, error.retryAfter], ['SERVER_BUSY', 7]);
      return true;
    });
  });

  it('takes a redirect to a login page for the end of the session, and follows it nowhere', async () => {
    const { client, sent } = clientWith(() => Response.redirect('http://localhost/login', 302));
    await assert.rejects(client.createBetaApp(creation), {
      status: 401,
      code: 'AUTHENTICATION_REQUIRED',
    });
    assert.equal(sent[0]!.redirect, 'manual');
  });

  it('tells a lost connection, a cut answer and a timeout from a refusal', async () => {
    const lost = clientWith(() => Promise.reject(new TypeError('Failed to fetch')));
    await assert.rejects(lost.client.getBetaApp({ id: 1 }), NetworkError);
    const cut = clientWith(() => new Response('{"status_code":200,'));
    await assert.rejects(cut.client.getBetaApp({ id: 1 }), NetworkError);
    const slow = clientWith(
      (_, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    );
    await assert.rejects(slow.client.getBetaApp({ id: 1 }), (error) => {
      assert.ok(error instanceof NetworkError);
      assert.ok(error.timedOut);
      return true;
    });
  });

  it('gives up with the reason of its caller', async () => {
    const { client, sent } = clientWith(() => success({}));
    const controller = new AbortController();
    controller.abort();
    const call = client.getBetaApp({ id: 1 }, { signal: controller.signal });
    await assert.rejects(call, { name: 'AbortError' });
    assert.equal(sent.length, 0);
  });
});

describe('The key of a write that is tried again', () => {
  it('stays for the same input and changes with it', () => {
    const key = new RetryKey();
    const first = key.for({ name: 'Uji' });
    assert.equal(key.for({ name: 'Uji' }), first);
    assert.notEqual(key.for({ name: 'Uji 2' }), first);
  });

  it('is a new one once it was used', () => {
    const key = new RetryKey();
    const first = key.for({ name: 'Uji' });
    key.used();
    assert.notEqual(key.for({ name: 'Uji' }), first);
  });
});
