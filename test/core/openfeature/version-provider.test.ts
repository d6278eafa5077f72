import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Core, createVersionResolver, type VersionResolver } from '@beta-app/core';
import { createVersionProvider } from '@beta-app/core/openfeature';
import { type Client, OpenFeature, ProviderEvents, ProviderStatus } from '@openfeature/server-sdk';
import postgres, { type Sql } from 'postgres';
import {
  type FreezingProxy,
  startFreezingProxy,
} from '../../server-adapter/support/freezing-proxy.js';
import { eventually } from '../resolver/support/eventually.js';
import { makeBetaApp, register, withdraw } from '../support/beta-apps.js';
import { openFixture, type Fixture } from '../support/fixture.js';

describe('Versions as OpenFeature flags', () => {
  let fixture: Fixture;
  let core: Core;
  let proxy: FreezingProxy;
  let sql: Sql;
  let resolver: VersionResolver;
  let client: Client;
  let id: number;
  let version: string;
  before(async () => {
    fixture = await openFixture();
    ({ core } = fixture);
    const made = await makeBetaApp(core, { applications: ['POS'], stores: ['TB001'] });
    id = made.id;
    version = made.applications[0]!.version;
    proxy = await startFreezingProxy(fixture.database.serviceUrl);
    sql = postgres(proxy.url, {
      max: 2,
      fetch_types: false,
      backoff: () => 0.05,
      onnotice: () => undefined,
    });
    resolver = createVersionResolver({ sql, pollMs: 50, maxAgeMs: 400 });
    await OpenFeature.setProviderAndWait('versions', createVersionProvider(resolver));
    client = OpenFeature.getClient('versions');
  });
  after(async () => {
    await OpenFeature.close();
    await resolver.close();
    await sql.end({ timeout: 1 });
    await proxy.close();
    await fixture.close();
  });

  const inStore = (targetingKey: string) => ({ targetingKey });

  describe('resolve values', () => {
    it('of a store in a beta app, because it was targeted', async () => {
      const details = await client.getStringDetails('POS', '?', inStore('TB001'));
      const { since, ...flagMetadata } = details.flagMetadata;
      assert.deepEqual(
        { ...details, flagMetadata },
        {
          flagKey: 'POS',
          value: version,
          variant: 'beta',
          reason: 'TARGETING_MATCH',
          flagMetadata: {
            reason: 'in_beta',
            previousVersion: '4.18.2',
            betaAppId: id,
            betaAppName: 'Uji 1',
          },
        },
      );
      assert.ok(typeof since === 'string');
    });

    it('of any other store, by default', async () => {
      const { value, variant, reason } = await client.getStringDetails(
        'POS',
        '?',
        inStore('TB002'),
      );
      assert.deepEqual([value, variant, reason], ['4.18.2', 'production', 'DEFAULT']);
    });

    it('by the context of the moment, not by that of another question', async () => {
      const values = await Promise.all(
        ['TB001', 'TB002', 'TB001'].map((store) =>
          client.getStringValue('POS', '?', inStore(store)),
        ),
      );
      assert.deepEqual(values, [version, '4.18.2', version]);
    });

    it('by codes in small letters, too', async () => {
      assert.equal(await client.getStringValue('pos', '?', inStore('tb001')), version);
    });

    it('with the default value where no version has been recorded', async () => {
      const applications = { mode: 'partial' as const, rows: [{ code: 'NEW', name: 'Baru' }] };
      await core.syncDirectory({ applications }, { actor: { name: 'Sari', nik: '1' } });
      await eventually(() => assert.equal(resolver.resolve('TB001', 'NEW').reason.code, 'no_beta'));
      const details = await client.getStringDetails('NEW', 'tidak tahu', inStore('TB001'));
      assert.deepEqual(
        [details.value, details.reason, details.errorCode],
        ['tidak tahu', 'DEFAULT', undefined],
      );
    });
  });

  describe('answer the default value with an error', () => {
    it('FLAG_NOT_FOUND for an application that nobody knows', async () => {
      const details = await client.getStringDetails('TIADA', 'bye', inStore('TB001'));
      const { value, reason, errorCode } = details;
      assert.deepEqual([value, reason, errorCode], ['bye', 'ERROR', 'FLAG_NOT_FOUND']);
    });

    it('INVALID_CONTEXT for a store that nobody knows', async () => {
      const details = await client.getStringDetails('POS', 'bye', inStore('TIADA'));
      const { value, reason, errorCode } = details;
      assert.deepEqual([value, reason, errorCode], ['bye', 'ERROR', 'INVALID_CONTEXT']);
    });

    for (const [what, context] of [
      ['no context', undefined],
      ['an empty one', {}],
      ['an empty key', { targetingKey: '' }],
      ['another key', { email: 'x@y' }],
    ] as const) {
      it(`TARGETING_KEY_MISSING for ${what}`, async () => {
        const details = await client.getStringDetails('POS', 'bye', context);
        const { value, reason, errorCode } = details;
        assert.deepEqual([value, reason, errorCode], ['bye', 'ERROR', 'TARGETING_KEY_MISSING']);
      });
    }

    it('TYPE_MISMATCH for a version asked for as anything but a string', async () => {
      const context = inStore('TB001');
      for (const details of [
        await client.getBooleanDetails('POS', false, context),
        await client.getNumberDetails('POS', 0.1, context),
        await client.getObjectDetails('POS', { a: 1 }, context),
      ]) {
        assert.deepEqual([details.reason, details.errorCode], ['ERROR', 'TYPE_MISMATCH']);
      }
      assert.equal(await client.getBooleanValue('POS', false, context), false);
      assert.equal(await client.getNumberValue('POS', 0.1, context), 0.1);
      assert.deepEqual(await client.getObjectValue('POS', { a: 1 }, context), { a: 1 });
    });

    it('PROVIDER_NOT_READY before everything is loaded', async () => {
      await proxy.cut();
      const late = createVersionResolver({ sql, pollMs: 50 });
      OpenFeature.setProvider('late', createVersionProvider(late));
      const waiting = OpenFeature.getClient('late');
      const details = await waiting.getStringDetails('POS', 'bye', inStore('TB001'));
      assert.deepEqual(
        [details.value, details.reason, details.errorCode],
        ['bye', 'ERROR', 'PROVIDER_NOT_READY'],
      );
      assert.equal(waiting.providerStatus, ProviderStatus.NOT_READY);
      await proxy.open();
      await eventually(() => assert.equal(waiting.providerStatus, ProviderStatus.READY));
      assert.equal(await waiting.getStringValue('POS', 'bye', inStore('TB001')), version);
      await late.close();
    });
  });

  describe('tell', () => {
    it('which flags have changed', async () => {
      // Once this is known, so is all that was done before.
      await register(core, id, ['TB004']);
      await eventually(async () =>
        assert.equal(await client.getStringValue('POS', '?', inStore('TB004')), version),
      );
      const heard: string[][] = [];
      client.addHandler(ProviderEvents.ConfigurationChanged, (details) => {
        heard.push((details as { flagsChanged: string[] }).flagsChanged);
      });
      await register(core, id, ['TB003']);
      await eventually(() => assert.ok(heard.some((flags) => flags.includes('POS'))));
      assert.ok(heard.every((flags) => !flags.includes('STK')));
      assert.equal(await client.getStringValue('POS', '?', inStore('TB003')), version);
      await withdraw(core, id, ['TB003']);
      await eventually(async () =>
        assert.equal(await client.getStringValue('POS', '?', inStore('TB003')), '4.18.2'),
      );
    });

    it('that they are stale, and ready again', async () => {
      await eventually(() => assert.equal(client.providerStatus, ProviderStatus.READY));
      proxy.freeze();
      await eventually(() => assert.equal(client.providerStatus, ProviderStatus.STALE));
      const { value, reason } = await client.getStringDetails('POS', '?', inStore('TB001'));
      assert.deepEqual([value, reason], [version, 'STALE']);
      proxy.thaw();
      await eventually(() => assert.equal(client.providerStatus, ProviderStatus.READY));
      // On a slow machine, it may be stale once more meanwhile.
      await eventually(async () => {
        const { reason: again } = await client.getStringDetails('POS', '?', inStore('TB001'));
        assert.equal(again, 'TARGETING_MATCH');
      });
    });
  });
});
