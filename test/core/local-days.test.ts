import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createCore, type Core } from '@beta-app/core';
import { register } from './support/beta-apps.js';
import { day, openFixture, sari, type Fixture } from './support/fixture.js';

const offsets = { TB001: '+07:00', TM001: '+08:00', TP001: '+09:00' } as const;
const actor = sari;

describe('a period, in the local days of each store', () => {
  let fixture: Fixture;
  let core: Core;
  before(async () => {
    fixture = await openFixture();
    ({ core } = fixture);
  });
  after(() => fixture.close());

  async function trial(name: string, startsOn: string, endsOn: string) {
    const { id, detailsRevision } = await core.createBetaApp({ name, startsOn, endsOn }, { actor });
    await core.addApplication(
      { id, detailsRevision, applicationCode: 'POS', version: name },
      { actor },
    );
    await register(core, id, Object.keys(offsets));
    return id;
  }

  async function channel(store: string, at: string) {
    const { stores } = await core.lookUpVersions({ store, application: 'POS', at });
    return stores[0]!.versions[0]!.channel;
  }

  for (const [name, first, last, next] of [
    ['Sehari', day(40), day(40), day(41)],
    ['Kabisat', '2028-02-29', '2028-02-29', '2028-03-01'],
    ['Bukan kabisat', '2027-02-27', '2027-02-28', '2027-03-01'],
    ['Abad', '2100-02-28', '2100-02-28', '2100-03-01'],
    ['Ganti tahun', '2031-12-31', '2032-01-01', '2032-01-02'],
  ] as const) {
    it(`lasts from midnight to midnight: ${name}`, async () => {
      await trial(name, first, last);
      for (const [store, offset] of Object.entries(offsets)) {
        assert.equal(await channel(store, `${first}T00:00:00${offset}`), 'beta', store);
        assert.equal(await channel(store, `${last}T23:59:59.999999${offset}`), 'beta', store);
        assert.equal(await channel(store, `${next}T00:00:00${offset}`), 'production', store);
        const justBefore = new Date(Date.parse(`${first}T00:00:00${offset}`) - 1).toISOString();
        assert.equal(await channel(store, justBefore), 'production', store);
      }
    });
  }

  it('has begun in Makassar while it is still the day before in Jakarta', async () => {
    await trial('Beda hari', '2030-03-01', '2030-03-02');
    const at = '2030-02-28T16:30:00Z';
    assert.equal(await channel('TB001', at), 'production');
    assert.equal(await channel('TM001', at), 'beta');
    assert.equal(await channel('TP001', at), 'beta');
  });

  it('lets another beta app follow on the next day, and none on the last', async () => {
    await trial('Pertama', '2040-05-01', '2040-05-10');
    await assert.rejects(trial('Kedua', '2040-05-10', '2040-05-20'), { code: 'STORES_OVERLAP' });
    await trial('Ketiga', '2040-05-11', '2040-05-20');
  });

  it('shows its state by the day of one zone', async () => {
    const today = day(0);
    const id = await trial('Keadaan', today, today);
    assert.equal((await core.getBetaApp({ id })).state, 'active');
    const inZone = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jayapura' });
    const elsewhere = createCore({ sql: fixture.sql, zone: 'Asia/Jayapura' });
    const expected = inZone.format(new Date()) > today ? 'ended' : 'active';
    assert.equal((await elsewhere.getBetaApp({ id })).state, expected);
    await core.cancelBetaApp({ id, detailsRevision: 2 }, { actor });
  });

  it('that is over everywhere no longer stands in the way', async () => {
    const id = await trial('Lewat', day(-5), day(0));
    await fixture.owner`
      update beta_app.beta_app_state
      set period = daterange(${day(-5)}::text::date, ${day(0)}::text::date)
      where beta_app_id = ${id}`;
    assert.equal((await core.getBetaApp({ id })).state, 'ended');
    const next = await trial('Menyusul', day(-5), day(3));
    assert.ok(next > id);
  });
});
