import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { dialog, eventually, seeStatus } from './support/screen.js';
import { openStage, type Stage } from './support/stage.js';
import { openStores } from './support/store-page.js';
import { openLine, type UnsteadyLine } from './support/unsteady-line.js';

/** A crash must lose nothing here. */
const durable = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };

describe('Basis data yang pergi', () => {
  let server: TestServer;
  let line: UnsteadyLine;
  let stage: Stage;

  before(async () => {
    server = await startTestServer(durable);
    line = await openLine({ host: '127.0.0.1', port: server.port });
    const throughLine = new URL(server.url());
    throughLine.port = String(line.port);
    stage = await openStage({
      name: 'postgres',
      ownerUrl: throughLine.href,
      serviceUrl: throughLine.href,
      superuserUrl: server.url(),
      drop: () => Promise.resolve(),
    });
  });

  after(async () => {
    await stage.close();
    await line.close();
    await server.dispose();
  });
  afterEach(() => stage.closePages());

  it('loses nothing when the database crashes and comes back, and saves once', async () => {
    const { id } = await stage.api.createBetaApp({ name: 'Uji Mogok' });
    const { page, tick, find, saveAll } = await openStores(stage, id);
    page.setDefaultTimeout(30_000);
    await tick('TB0123');
    await server.kill();
    await saveAll();
    const retry = page.getByRole('alert').getByRole('button', { name: 'Coba lagi' });
    await retry.first().waitFor();
    await server.restart();
    await eventually(async () => (await fetch(`${stage.url}/readyz`)).ok, 'ready again');
    await retry.first().click();
    await seeStatus(page, 'Daftar toko berhasil diperbarui: 1 ditambahkan, 0 dikeluarkan.');
    assert.ok(await (await find('TB0123')).isChecked());
    assert.deepEqual(await stage.api.registered(id, 'BDG1'), ['TB0123']);
  });

  it('gives up a database that freezes in time, and keeps what was typed', async () => {
    const page = await stage.open('/beta-app');
    page.setDefaultTimeout(30_000);
    await page.getByRole('button', { name: 'Tambah', exact: true }).click();
    const form = dialog(page, 'Tambah beta-app');
    await form.getByLabel('Nama beta-app').fill('Uji Basis Data Beku');
    await form.getByLabel('Tanggal mulai').fill('2094-03-01');
    await form.getByLabel('Tanggal selesai').fill('2094-03-31');
    line.freeze();
    await form.getByRole('button', { name: 'Simpan', exact: true }).click();
    const retry = form.getByRole('alert').getByRole('button', { name: 'Coba lagi' });
    await retry.waitFor();
    assert.equal(await form.getByLabel('Nama beta-app').inputValue(), 'Uji Basis Data Beku');
    line.thaw();
    await eventually(async () => (await fetch(`${stage.url}/readyz`)).ok, 'ready again');
    await retry.click();
    await seeStatus(page, 'Pembuatan beta-app “Uji Basis Data Beku” berhasil.');
    const stored = await stage.sql`
      select from beta_app.beta_app_state where name = 'Uji Basis Data Beku'`;
    assert.equal(stored.length, 1);
  });
});
