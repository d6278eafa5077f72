import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createCore } from '@beta-app/core';
import { makeBetaApp } from './support/beta-apps.js';
import { day, type Fixture, openFixture, sari } from './support/fixture.js';
import { withReplaced } from './support/replaced-function.js';

const actor = sari;

describe('a write at midnight', () => {
  let fixture: Fixture;
  before(async () => {
    fixture = await openFixture();
  });
  after(() => fixture.close());

  /** Has the database take for today what an expression says, of the zone and of how often it was asked in this write. */
  async function withToday(expression: string, work: () => Promise<unknown>): Promise<void> {
    const definition = `create or replace function beta_app.today_in(zone text) returns date
      language plpgsql volatile strict as $$
      declare asked integer := coalesce(nullif(current_setting('test.asked', true), '')::integer, 0) + 1;
      begin
        perform set_config('test.asked', asked::text, true);
        return (${expression});
      end $$`;
    await withReplaced(fixture.owner, 'beta_app.today_in(text)', definition, work);
  }

  it('ends a beta app on its last day, though that passes while it waits', async () => {
    const { core } = fixture;
    const { id, detailsRevision, endsOn } = await makeBetaApp(core, { period: [-3, 0] });
    const passes = `date '${day(0)}' + case when asked > 1 then 1 else 0 end`;
    await withToday(passes, () => core.endBetaApp({ id, detailsRevision }, { actor }));
    assert.equal((await core.getBetaApp({ id })).endsOn, endsOn);
  });

  it('moves a store out of a beta app that is over in the east, and not in the west', async () => {
    const core = createCore({ sql: fixture.sql, zone: 'Asia/Jayapura' });
    const plan = { applications: ['POS'] };
    const { id: from } = await makeBetaApp(fixture.core, {
      ...plan,
      period: [-3, 0],
      stores: ['TB001'],
    });
    const { id, revision } = await makeBetaApp(fixture.core, { ...plan, period: [0, 5] });
    const eastIsAhead = `date '${day(0)}' + case zone when 'Asia/Jakarta' then 0 else 1 end`;
    await withToday(eastIsAhead, async () => {
      const { directoryRevision } = await core.listBetaAppStores({ id, limit: 1 });
      const changes = [{ registered: true, codes: ['TB001'], from }];
      const input = { id, baseRevision: revision, directoryRevision, changes };
      const { added, moved } = await core.saveStores(input, { actor });
      assert.equal(added, 1);
      assert.deepEqual(
        moved.map(({ betaApp, stores }) => [betaApp.id, stores]),
        [[from, 1]],
      );
    });
  });
});
