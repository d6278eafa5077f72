import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type Authenticate } from '@beta-app/server-adapter';
import { samplesIn } from './support/documents.js';

const modules = samplesIn('js').filter(({ text }) => text.startsWith('// auth.js'));
assert.ok(modules.length > 0, 'Where is the module?');

for (const { file: page, text } of modules) {
  describe(`The module of ${page} that asks SIH who is signed in`, () => {
    let folder: string;
    let sih: Server;
    let authenticate: Authenticate;

    before(async () => {
      sih = createServer((request, response) => {
        const answers: Record<string, () => void> = {
          'session=sari': () => response.end('{"nama":"Sari Wulandari","nik":"2015014321"}'),
          'session=': () => response.writeHead(302, { location: '/login' }).end(),
          'session=ill': () => response.writeHead(500).end(),
        };
        const answer = answers[request.headers.cookie ?? ''];
        if (request.url === '/saya' && answer) answer();
        else response.writeHead(401).end();
      });
      sih.listen(0, '127.0.0.1');
      await once(sih, 'listening');
      process.env['SIH_URL'] = `http://127.0.0.1:${(sih.address() as AddressInfo).port}`;
      folder = await mkdtemp(path.join(tmpdir(), 'auth-sample-'));
      const file = path.join(folder, 'auth.mjs');
      await writeFile(file, text);
      const module = (await import(pathToFileURL(file).href)) as { authenticate: Authenticate };
      ({ authenticate } = module);
    });

    after(async () => {
      sih.close();
      await rm(folder, { recursive: true });
    });

    const ask = async (cookie?: string) =>
      authenticate(new Request('http://sih.example/api', { headers: cookie ? { cookie } : {} }));

    it('gives the person of the session', async () => {
      assert.deepEqual(await ask('session=sari'), { name: 'Sari Wulandari', nik: '2015014321' });
    });

    it('gives nobody without a session, also where SIH leads to its login page', async () => {
      assert.equal(await ask(), null);
      assert.equal(await ask('session='), null);
    });

    it('takes no fault of SIH for the end of the session', async () => {
      await assert.rejects(ask('session=ill'), /500/u);
    });
  });
}
