import type { BetaApp } from '@beta-app/core/contract';
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type Page } from 'playwright-core';
import { type NewBetaApp } from './support/api.js';
import { describeRows } from './support/rows.js';
import { confirmation, dialog, seeStatus } from './support/screen.js';

const words = {
  id: {
    more: 'Lainnya',
    yes: 'Ya',
    badge: { paused: /^❚❚\s?Dijeda$/u, active: /^●\s?Aktif$/u, promoted: /^★\s?Jadi produksi$/u },
    pause: 'Jeda…',
    pauseTitle: (name: string) => `Jeda beta-app “${name}”`,
    pauseSave: 'Jeda',
    drop: 'Toko kembali ke versi produksi untuk sementara',
    pausedKeep: (name: string) => `Beta-app “${name}” dijeda; toko tetap memakai versi beta.`,
    pausedDrop: (name: string) => `Beta-app “${name}” dijeda; toko kembali ke versi produksi.`,
    keeps:
      /dijeda pada .* oleh Sari Wulandari \(NIK 2015014321\); toko tetap memakai versi beta\./u,
    drops:
      /dijeda pada .* oleh Sari Wulandari \(NIK 2015014321\); toko kembali ke versi produksi\./u,
    resume: 'Lanjutkan',
    resumeTitle: (name: string) => `Lanjutkan beta-app “${name}”?`,
    resumed: (name: string) => `Beta-app “${name}” dilanjutkan.`,
    inBeta: /Terdaftar di beta-app/u,
    extend: 'Perpanjang…',
    weeks: '+2 minggu',
    extendSave: 'Perpanjang',
    extended: (name: string) => `Beta-app “${name}” diperpanjang sampai 14 Feb 2091.`,
    promote: 'Jadikan produksi…',
    promoteTitle: (name: string) => `Jadikan versi beta “${name}” versi produksi?`,
    promoted: (name: string) => `Versi beta “${name}” sudah menjadi versi produksi.`,
    promotedReason: /sudah menjadi produksi pada .* oleh Sari Wulandari/u,
    copy: 'Salin…',
    copyOf: (name: string) => `${name} (salinan)`,
    copied: (name: string) =>
      `Pembuatan beta-app “${name}” berhasil, dengan 2 aplikasi dan 1 toko.`,
    leaveOut: 'Simpan tanpa 1 toko ini',
    withdrawn: '1 toko dikeluarkan dari beta-app ini.',
    overlap: '1 toko sedang menguji aplikasi yang sama',
    openStores: 'Buka daftar toko',
  },
  en: {
    more: 'More',
    yes: 'Yes',
    badge: { paused: /^❚❚\s?Paused$/u, active: /^●\s?Active$/u, promoted: /^★\s?Promoted$/u },
    pause: 'Pause…',
    pauseTitle: (name: string) => `Pause beta app “${name}”`,
    pauseSave: 'Pause',
    drop: 'Stores go back to production meanwhile',
    pausedKeep: (name: string) => `Beta app “${name}” is paused; its stores keep the beta version.`,
    pausedDrop: (name: string) =>
      `Beta app “${name}” is paused; its stores are back on production.`,
    keeps: /paused .*Sari Wulandari \(2015014321\); the store keeps the beta version\./u,
    drops: /paused .*Sari Wulandari \(2015014321\); the store is back on production\./u,
    resume: 'Resume',
    resumeTitle: (name: string) => `Resume beta app “${name}”?`,
    resumed: (name: string) => `Beta app “${name}” was resumed.`,
    inBeta: /Registered in beta app/u,
    extend: 'Extend…',
    weeks: '+2 weeks',
    extendSave: 'Extend',
    extended: (name: string) => `Beta app “${name}” now runs until 14 Feb 2091.`,
    promote: 'Promote to production…',
    promoteTitle: (name: string) => `Promote beta app “${name}” to production?`,
    promoted: (name: string) => `The beta versions of “${name}” are now in production.`,
    promotedReason: /became production .*Sari Wulandari/u,
    copy: 'Copy…',
    copyOf: (name: string) => `${name} (copy)`,
    copied: (name: string) => `Beta app “${name}” was created, with 2 applications and 1 store.`,
    leaveOut: 'Save without this store',
    withdrawn: '1 store was withdrawn from this beta app.',
    overlap: '1 store is already testing the same application',
    openStores: 'Open the list of stores',
  },
};

const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

describeRows('The life of a beta app', (rows) => {
  const { hand } = rows;
  const text = words[rows.words.lang as keyof typeof words];

  /** A beta app that has begun, with a version of POS of its own. */
  const begun = (wanted: NewBetaApp): Promise<BetaApp> =>
    rows.stage.api.createBetaApp({ startsOn: today, ...wanted });

  const show = ({ id }: BetaApp): Promise<Page> => rows.open(`/beta-app?beta-app=${id}`);

  const choose = (page: Page, name: string): Promise<void> =>
    hand.chooseFromMenu(page.getByRole('button', { name: text.more, exact: true }), name);

  const press = (page: Page, name: string): Promise<void> =>
    hand.press(page.getByRole('button', { name, exact: true }));

  /** What the page of versions says of POS in a store. */
  async function lookedUp(store: string): Promise<string> {
    const page = await rows.open(`/versi-toko?toko=${store}`);
    return await page.getByRole('row', { name: /^Kasir Toko POS/u }).innerText();
  }

  it('is paused, the stores keeping the beta version, and resumed', async () => {
    const name = 'Uji Jeda';
    const applications: NewBetaApp['applications'] = [['POS', '4.31.0-beta.1']];
    const betaApp = await begun({ name, applications, stores: ['TB0430'] });
    const page = await show(betaApp);
    await choose(page, text.pause);
    await dialog(page, text.pauseTitle(name)).waitFor();
    await press(page, text.pauseSave);
    await seeStatus(page, text.pausedKeep(name));
    await page.getByText(text.badge.paused).waitFor();
    const paused = await lookedUp('TB0430');
    assert.match(paused, /4\.31\.0-beta\.1/u);
    assert.match(paused, text.keeps);

    await choose(page, text.resume);
    await confirmation(page, text.resumeTitle(name)).waitFor();
    await press(page, text.yes);
    await seeStatus(page, text.resumed(name));
    await page.getByText(text.badge.active).waitFor();
    assert.match(await lookedUp('TB0430'), text.inBeta);
  });

  it('is paused with the stores on production, and not resumed while another has one', async () => {
    const name = 'Uji Jeda Lepas';
    const applications: NewBetaApp['applications'] = [['POS', '4.32.0-beta.1']];
    const betaApp = await begun({ name, applications, stores: ['TB0433', 'TB0436'] });
    const page = await show(betaApp);
    await choose(page, text.pause);
    await hand.choose(page.getByRole('radio', { name: text.drop }));
    await press(page, text.pauseSave);
    await seeStatus(page, text.pausedDrop(name));
    const paused = await lookedUp('TB0433');
    assert.doesNotMatch(paused.split('\n').slice(0, 3).join('\n'), /4\.32\.0-beta\.1/u);
    assert.match(paused, text.drops);

    const other = await begun({
      name: 'Uji Sela',
      applications: [['POS', '4.33.0-beta.1']],
      stores: ['TB0433'],
    });
    await choose(page, text.resume);
    await press(page, text.yes);
    const overlap = confirmation(page, text.overlap);
    await overlap.getByText(/4\.33\.0-beta\.1 .*“Uji Sela”.*: TB0433/u).waitFor();
    await hand.press(overlap.getByRole('link', { name: text.openStores }));
    await page.waitForURL(new RegExp(`/beta-app-store\\?.*beta-app=${betaApp.id}`, 'u'));

    await rows.stage.api.saveStores(other.id, [{ registered: false, codes: ['TB0433'] }]);
    const again = await show(betaApp);
    await choose(again, text.resume);
    await press(again, text.yes);
    await seeStatus(again, text.resumed(name));
    assert.match(await lookedUp('TB0433'), /4\.32\.0-beta\.1/u);
  });

  it('is resumed without a store that another one has by then', async () => {
    const name = 'Uji Tanpa';
    const { api } = rows.stage;
    const applications: NewBetaApp['applications'] = [['POS', '4.37.0-beta.1']];
    const betaApp = await begun({ name, applications, stores: ['TB0431', 'TB0434'] });
    await api.pause(betaApp, 'drop');
    await begun({
      name: 'Uji Pengambil',
      applications: [['POS', '4.38.0-beta.1']],
      stores: ['TB0431'],
    });
    const page = await show(betaApp);
    await choose(page, text.resume);
    await press(page, text.yes);
    await confirmation(page, text.overlap)
      .getByText(/4\.38\.0-beta\.1 .*“Uji Pengambil”.*: TB0431/u)
      .waitFor();
    await press(page, text.leaveOut);
    await seeStatus(page, `${text.resumed(name)} ${text.withdrawn}`);
    await page.getByText(text.badge.active).waitFor();
    assert.deepEqual(await api.registered(betaApp.id, 'BDG1'), ['TB0434']);
    assert.match(await lookedUp('TB0431'), /4\.38\.0-beta\.1/u);
    assert.match(await lookedUp('TB0434'), /4\.37\.0-beta\.1/u);
  });

  it('is extended by two weeks', async () => {
    const name = 'Uji Perpanjang';
    const betaApp = await rows.stage.api.createBetaApp({ name });
    const page = await show(betaApp);
    await choose(page, text.extend);
    await press(page, text.weeks);
    await press(page, text.extendSave);
    await seeStatus(page, text.extended(name));
    assert.equal((await rows.stage.api.getBetaApp(betaApp.id)).endsOn, '2091-02-14');
  });

  it('is copied with applications and stores, without one that another has by then', async () => {
    const name = 'Uji Asal';
    const { api } = rows.stage;
    const betaApp = await api.createBetaApp({
      name,
      applications: [
        ['POS', '4.35.0-beta.1', 'Struk baru'],
        ['STK', '2.9.0-rc1'],
      ],
      stores: ['TB0445', 'TB0448'],
    });
    await api.createBetaApp({
      name: 'Uji Maret',
      startsOn: '2091-03-10',
      endsOn: '2091-04-10',
      applications: [['POS', '4.36.0-beta.1']],
      stores: ['TB0448'],
    });
    const page = await show(betaApp);
    await choose(page, text.copy);
    const form = dialog(page, rows.words.addBetaApp);
    const nameField = form.getByLabel(rows.words.name);
    await nameField.waitFor();
    assert.equal(await nameField.inputValue(), text.copyOf(name));
    await hand.fillDate(form.getByLabel(rows.words.startsOn), '2091-03-01');
    await hand.fillDate(form.getByLabel(rows.words.endsOn), '2091-03-31');
    await press(page, rows.words.save);
    const overlap = confirmation(page, text.overlap);
    await overlap.getByText(/4\.36\.0-beta\.1 .*“Uji Maret”.*TB0448/u).waitFor();
    await press(page, text.leaveOut);
    await seeStatus(page, text.copied(text.copyOf(name)));
    await page.getByRole('heading', { name: text.copyOf(name), exact: true }).waitFor();
    const id = Number(new URL(page.url()).searchParams.get('beta-app'));
    assert.notEqual(id, betaApp.id);
    const { applications, startsOn, endsOn } = await api.getBetaApp(id);
    assert.deepEqual(
      applications.map((each) => [each.code, each.version, each.notes]),
      [
        ['POS', '4.35.0-beta.1', 'Struk baru'],
        ['STK', '2.9.0-rc1', ''],
      ],
    );
    assert.deepEqual([startsOn, endsOn], ['2091-03-01', '2091-03-31']);
    assert.deepEqual(await api.registered(id, 'BDG1'), ['TB0445']);
  });

  it('is promoted, and its version is that of other stores from then on', async () => {
    const name = 'Uji Promosi';
    const applications: NewBetaApp['applications'] = [['POS', '4.34.0-beta.1']];
    const betaApp = await begun({ name, applications, stores: ['TB0439'] });
    const page = await show(betaApp);
    await choose(page, text.promote);
    const question = confirmation(page, text.promoteTitle(name));
    await question.getByText('Kasir Toko: 4.18.2 → 4.34.0-beta.1').waitFor();
    await press(page, text.yes);
    await seeStatus(page, text.promoted(name));
    await page.getByText(text.badge.promoted).waitFor();
    assert.match(await lookedUp('TB0439'), text.promotedReason);
    assert.match(await lookedUp('TB0442'), /4\.34\.0-beta\.1/u);
  });
});
