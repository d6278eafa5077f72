import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answerAsHost } from '@beta-app/stories/demo/host-pages';
import { html } from '@beta-app/stories/demo/pages/html';
import { signedInUser } from '@beta-app/stories/demo/signed-in-user';

const get = async (path: string, headers: Record<string, string> = {}) =>
  answerAsHost(new Request(`http://localhost:8080${path}`, { headers }));

describe("the demo's pages", () => {
  it('escape what is not markup', () => {
    const name = `<b>"Toko" & 'Kios'</b>`;
    const escaped = '&lt;b&gt;&quot;Toko&quot; &amp; &#39;Kios&#39;&lt;/b&gt;';
    const item = html`<i>${name}</i>`;
    assert.equal(html`<p title="${name}"></p>`.toString(), `<p title="${escaped}"></p>`);
    assert.equal(html`${[item, item]}`.toString(), `<i>${escaped}</i><i>${escaped}</i>`);
    assert.equal(html`${false}${null}${0}`.toString(), '0');
  });

  it('are Indonesian by default and English on request, with links that stay so', async () => {
    const page = await (await get('/beta-app'))?.text();
    assert.match(page ?? '', /<html lang="id">/);
    assert.match(page ?? '', /stores-url="\/beta-app-store"/);
    const english = await (await get('/beta-app?lang=en'))?.text();
    assert.match(english ?? '', /<html lang="en">/);
    assert.match(english ?? '', /stores-url="\/beta-app-store\?lang=en"/);
  });

  it('leave everything else to the API', async () => {
    assert.equal(await get('/api/beta-apps'), undefined);
    assert.equal(await get('/assets/../package.json'), undefined);
    assert.equal(await get('/assets/constructor'), undefined);
    assert.equal(await get('/constructor'), undefined);
  });

  it('send the root to the first page', async () => {
    assert.equal((await get('/?lang=en'))?.headers.get('location'), '/beta-app?lang=en');
  });

  it('switch the user by a cookie, and lead back into the demo only', async () => {
    const answer = await get('/masuk?nik=2012007788&to=/beta-app-store%3Flang%3Den');
    assert.equal(answer?.headers.get('location'), '/beta-app-store?lang=en');
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    const request = new Request('http://localhost/', { headers: { cookie: `a=b; ${cookie}` } });
    assert.equal(signedInUser(request).name, 'Budi Santoso');
    assert.equal(signedInUser(new Request('http://localhost/')).name, 'Sari Wulandari');
    for (const to of ['//evil.example/x', 'https://evil.example/', '/\\evil.example']) {
      const led = await get(`/masuk?nik=1&to=${encodeURIComponent(to)}`);
      assert.equal(led?.headers.get('location'), '/');
    }
  });

  it('bring their static files with types', async () => {
    for (const [path, type] of [
      ['/assets/bootstrap.min.css', 'text/css; charset=utf-8'],
      ['/assets/jquery.min.js', 'text/javascript; charset=utf-8'],
      ['/assets/host.js', 'text/javascript; charset=utf-8'],
      ['/assets/fonts/bootstrap-icons.woff2', 'font/woff2'],
    ] as const) {
      const answer = await get(path);
      assert.equal(answer?.headers.get('content-type'), type);
      assert.ok((await answer.arrayBuffer()).byteLength > 500);
    }
  });
});
