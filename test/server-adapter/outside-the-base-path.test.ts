import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { type Core } from '@beta-app/core';
import { createHandler } from '@beta-app/server-adapter';

const core = { checkHealth: () => Promise.resolve() } as Partial<Core> as Core;
const script = 'customElements.define("x-y", class extends HTMLElement {}); // “é”';

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Request(`http://localhost${path}`, { headers, method });

describe('the widgets’ script', () => {
  it('is served from text or bytes, and again only if it has changed', async () => {
    for (const widgets of [script, new TextEncoder().encode(script)]) {
      const handler = createHandler({ core, widgets });
      const answer = await handler(get('/widgets.js'));
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('content-type'), 'text/javascript; charset=utf-8');
      assert.equal(answer.headers.get('cache-control'), 'no-cache');
      assert.equal(await answer.text(), script);
      const tag = answer.headers.get('etag') ?? '';
      for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
        const again = await handler(get('/widgets.js', { 'If-None-Match': known }));
        assert.equal(again.status, 304);
        assert.equal(await again.text(), '');
      }
      const changed = await createHandler({ core, widgets: `${script} ` })(
        get('/widgets.js', { 'If-None-Match': tag }),
      );
      assert.equal(changed.status, 200);
      const head = await handler(get('/widgets.js', {}, 'HEAD'));
      assert.equal(await head.text(), '');
    }
  });

  it('is not found where there is none', async () => {
    assert.equal((await createHandler({ core })(get('/widgets.js'))).status, 404);
  });
});

describe('the probes', () => {
  it('tell whether the process lives and whether it can serve', async () => {
    const stop = new AbortController();
    const handler = createHandler({ core, stopping: stop.signal });
    assert.equal((await handler(get('/healthz'))).status, 200);
    assert.equal((await handler(get('/readyz'))).status, 200);
    stop.abort();
    assert.equal((await handler(get('/healthz'))).status, 200);
    for (const path of ['/readyz', '/api/branches']) {
      const answer = await handler(get(path));
      assert.equal(answer.status, 503);
      assert.equal(answer.headers.get('connection'), 'close');
      assert.ok(answer.headers.get('retry-after'));
      assert.equal(((await answer.json()) as { code: string }).code, 'SERVER_STOPPING');
    }
  });

  it('ask the database once, however many ask', async () => {
    let asked = 0;
    const frozen = { checkHealth: () => (asked++, new Promise<void>(() => undefined)) };
    const handler = createHandler({ core: frozen as Partial<Core> as Core });
    const start = performance.now();
    const answers = await Promise.all([handler(get('/readyz')), handler(get('/readyz'))]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [503, 503],
    );
    assert.ok(performance.now() - start < 5_000);
    assert.equal(asked, 1);
  });

  it('ask the database again where a connection has died away without a word', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      let asked = 0;
      const never = new Promise<void>(() => undefined);
      const checkHealth = () => ((asked += 1) === 1 ? never : Promise.resolve());
      const handler = createHandler({ core: { checkHealth } as Partial<Core> as Core });
      const probe = async (passed: number) => {
        const answer = handler(get('/readyz'));
        // It is asked by then.
        await new Promise((resolve) => setImmediate(resolve));
        mock.timers.tick(passed);
        return (await answer).status;
      };
      assert.deepEqual([await probe(2_000), asked], [503, 1]);
      assert.deepEqual([await probe(8_000), asked], [503, 1]);
      assert.deepEqual([await probe(0), asked], [200, 2]);
    } finally {
      mock.timers.reset();
    }
  });
});
