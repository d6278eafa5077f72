import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeBetaApp, register, withdraw } from '../support/beta-apps.js';
import { openFixture, type Fixture, stores } from '../support/fixture.js';
import { eventually } from './support/eventually.js';
import { type OtherResolver, startOtherResolver } from './support/other-resolver.js';

/** How long one process is frozen, in milliseconds: `FROZEN_MS=60000` for a minute. */
const frozenMs = Number(process.env['FROZEN_MS'] ?? 3_000);
const maxAgeMs = frozenMs / 3;

const store = stores.map(({ code }) => code);

describe('Two processes with a resolver, one of them frozen', () => {
  let fixture: Fixture;
  let awake: OtherResolver;
  let frozen: OtherResolver;
  before(async () => {
    fixture = await openFixture();
    const url = fixture.database.serviceUrl;
    [awake, frozen] = [startOtherResolver(url, maxAgeMs), startOtherResolver(url, maxAgeMs)];
    for (const { events } of [awake, frozen])
      await eventually(() => assert.equal(events[0], 'ready'));
  });
  after(async () => {
    await awake.close();
    await frozen.close();
    await fixture.close();
  });

  it('go different ways while it is, and the same again soon after', async () => {
    const { core } = fixture;
    const { id } = await makeBetaApp(core, { applications: ['POS'], stores: ['TB001'] });
    const agrees = async (resolver: OtherResolver) => {
      const expected = await core.lookUpVersions({ store });
      await eventually(async () => assert.deepEqual(await resolver.lookUp(store), expected));
    };
    await agrees(frozen);
    const before = await frozen.lookUp(store);
    frozen.freeze();
    const asked = frozen.lookUp(store);
    await withdraw(core, id, ['TB001']);
    await register(core, id, ['TB002']);
    await makeBetaApp(core, { applications: ['STK'], stores: ['TB003'] });
    await agrees(awake);
    await sleep(frozenMs);
    frozen.thaw();
    assert.deepEqual(await asked, before);
    await agrees(frozen);
    await eventually(() => assert.equal(frozen.events.at(-1), 'fresh'));
    assert.ok(frozen.events.includes('stale'), frozen.events.join());
    // The database wasn’t held up by the one that listens to nothing.
    await register(core, id, ['TB004']);
    await Promise.all([agrees(awake), agrees(frozen)]);
  });
});
