import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { isBetaAppError } from '@beta-app/core';
import { type LookUpVersions, type VersionLookup } from '@beta-app/core/contract';
import fc from 'fast-check';
import { versionLookupSchema } from '../../../core/src/contract/version-lookup.js';
import { makeBetaApp, register, withdraw } from '../support/beta-apps.js';
import { applications, day, type Fixture, openFixture, sari, stores } from '../support/fixture.js';

const actor = sari;
const store = 'TB001';
const application = 'POS';

describe('what is asked of the version lookup', () => {
  let fixture: Fixture;
  before(async () => {
    fixture = await openFixture();
    await makeBetaApp(fixture.core, {
      period: [-40, 40],
      applications: ['POS', 'STK'],
      stores: ['TB001', 'TM001', 'TP001'],
    });
  });
  after(() => fixture.close());

  const ask = (input: LookUpVersions) => fixture.core.lookUpVersions(input);
  const codesOf = ({ stores: found }: VersionLookup) => found.map(({ code }) => code);
  const now = async () => {
    const [row] = await fixture.owner<{ at: string }[]>`
      select beta_app.moment_text(clock_timestamp()) as at`;
    return row!.at;
  };

  it('may be one store or a list, and is answered in the order asked, each once', async () => {
    const at = await now();
    const one = await ask({ store, at });
    assert.deepEqual(await ask({ store: [store], at }), one);
    assert.deepEqual(await ask({ store: ` ${store.toLowerCase()} `, at }), one);
    const several = await ask({ store: ['TP001', store, 'tp001', 'TM001', store], at });
    assert.deepEqual(codesOf(several), ['TP001', store, 'TM001']);
    assert.deepEqual(several.stores[1], one.stores[0]);
  });

  it('may be one application, a list or all of them, and is answered in order of code, each once', async () => {
    const at = await now();
    const applicationsOf = async (input: Omit<LookUpVersions, 'store'>) => {
      const { stores: found } = await ask({ store, at, ...input });
      return found[0]!.versions;
    };
    const all = await applicationsOf({});
    assert.deepEqual(
      all.map(({ application: { code } }) => code),
      applications.map(({ code }) => code).sort(),
    );
    assert.deepEqual(await applicationsOf({ application: ['stk', 'ABS', 'POS', 'STK'] }), all);
    assert.deepEqual(await applicationsOf({ application }), [all[1]]);
    assert.deepEqual(await applicationsOf({ application: undefined }), all);
  });

  it('may name a thousand stores', async () => {
    const codes = [
      ...stores.map(({ code }) => code),
      ...Array.from({ length: 1_000 - stores.length }, (_, index) => `X${String(index)}`),
    ];
    const answer = await ask({ store: codes });
    assert.deepEqual(codesOf(answer), codes);
    const reasons = answer.stores.map(({ versions }) => versions[1]!.reason.code);
    assert.equal(reasons.filter((code) => code === 'in_beta').length, 3);
    assert.equal(reasons.filter((code) => code === 'no_beta').length, stores.length - 3);
    assert.equal(reasons.filter((code) => code === 'store_unknown').length, 1_000 - stores.length);
  });

  it('may name what nobody knows, which is answered as such', async () => {
    const answer = await ask({ store: ['X', store], application: ['X', application] });
    assert.deepEqual(
      answer.stores.map(({ code, store: found, versions }) => [
        code,
        found?.name ?? null,
        ...versions.map((version) => [version.application.name, version.reason.code]),
      ]),
      [
        ['X', null, ['Kasir Toko', 'store_unknown'], [null, 'store_unknown']],
        [store, 'Toko BDG1 1', ['Kasir Toko', 'in_beta'], [null, 'application_unknown']],
      ],
    );
  });

  it('may be of a moment with any offset, which is told in UTC', async () => {
    const at = `${day(3)}T05:30:00.123456Z`;
    const asked = await ask({ store, at });
    assert.equal(asked.at, at);
    for (const [hours, offset] of [
      ['12:30', '+07:00'],
      ['01:00', '-04:30'],
      ['05:30', '-00:00'],
      ['19:30', '+14:00'],
    ] as const) {
      const same = `${day(3)}T${hours}:00.123456${offset}`;
      assert.deepEqual(await ask({ store, at: same }), asked, same);
    }
    assert.equal((await ask({ store })).at, null);
    const finer = `${day(3)}T05:30:00.123456400Z`;
    assert.deepEqual(await ask({ store, at: finer }), asked);
  });

  it('may be of a moment to come, and is answered as planned', async () => {
    const reasonsAt = async (at: string) => {
      const { stores: found } = await ask({ store: ['TB001', 'TP001'], application, at });
      return found.map(({ versions }) => [versions[0]!.channel, versions[0]!.reason.code]);
    };
    const during = ['beta', 'in_beta'];
    const over = ['production', 'ended'];
    assert.deepEqual(await reasonsAt(`${day(40)}T14:59:59.999999Z`), [during, during]);
    assert.deepEqual(await reasonsAt(`${day(40)}T15:00:00Z`), [during, over]);
    assert.deepEqual(await reasonsAt(`${day(40)}T17:00:00Z`), [over, over]);
    const never = ['production', 'no_beta'];
    assert.deepEqual(await reasonsAt('9999-12-31T23:59:59Z'), [never, never]);
  });

  it('may be of a moment before the first record', async () => {
    for (const at of ['1900-01-01T00:00:00Z', `${day(-400)}T00:00:00Z`]) {
      const [found] = (await ask({ store, application, at })).stores;
      assert.equal(found?.store, null);
      const [version] = found.versions;
      assert.equal(version?.reason.code, 'no_record');
      const [first] = (await ask({ store, application, at: version.reason.at! })).stores;
      assert.equal(first?.store?.name, 'Toko BDG1 1');
    }
  });

  for (const [what, input] of Object.entries({
    'without a store': {},
    'no store': { store: [] },
    'an empty code': { store: '' },
    'a code of a wrong form': { store: 'TB 001' },
    'one of a wrong form in a list': { store: [store, 'ä'] },
    'a code that is too long': { store: 'A'.repeat(33) },
    'more stores than allowed': { store: Array(1_001).fill(store) },
    'a list in a list': { store: [[store]] },
    'no application': { store, application: [] },
    'an application of a wrong form': { store, application: '-POS' },
    'more applications than allowed': { store, application: Array(201).fill('POS') },
    'a moment without an offset': { store, at: '2026-12-01T14:05:00' },
    'a day': { store, at: '2026-12-01' },
    'a moment that is none': { store, at: '2026-02-29T00:00:00Z' },
    'a moment after all': { store, at: '10000-01-01T00:00:00Z' },
    'a moment as a number': { store, at: 1_764_572_700_000 },
    'something else besides': { store, limit: 5 },
    nothing: undefined,
  })) {
    it(`is refused for ${what}`, async () => {
      await assert.rejects(ask(input as never), (error) => {
        assert.ok(isBetaAppError(error, 'VALIDATION_FAILED'), String(error));
        assert.equal(error.errors.length, 1);
        return true;
      });
    });
  }

  it('is answered in the shape of the contract or refused, whatever it is', async () => {
    const code = fc.oneof(fc.constantFrom(store, 'TP001', 'X', 'POS', 'STK'), fc.string());
    const milliseconds = { min: new Date('1890-01-01'), max: new Date('9999-12-31') };
    const moment = fc.oneof(
      fc.date({ ...milliseconds, noInvalidDate: true }).map((date) => date.toISOString()),
      fc.string(),
    );
    const anything = fc.oneof(
      fc.record(
        {
          store: fc.oneof(code, fc.array(code)),
          application: fc.oneof(code, fc.array(code)),
          at: moment,
        },
        { requiredKeys: ['store'] },
      ),
      fc.record({ store: fc.anything(), application: fc.anything(), at: fc.anything() }),
      fc.anything(),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (input) => {
        try {
          const answer = await ask(input as never);
          assert.deepEqual(versionLookupSchema.parse(answer), answer);
        } catch (error) {
          assert.ok(isBetaAppError(error, 'VALIDATION_FAILED'), String(error));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is answered the same for ever, once the moment is past', async () => {
    const { core } = fixture;
    const all = stores.filter((_, index) => index % 10 === 0).map(({ code }) => code);
    const asked: { at: string; answer: VersionLookup }[] = [];
    const remember = async () => {
      const at = await now();
      asked.push({ at, answer: await ask({ store: all, at }) });
    };
    await remember();
    const app = await makeBetaApp(core, { period: [0, 5], applications: ['ABS'], stores: all });
    const later = await makeBetaApp(core, { period: [6, 9], applications: ['ABS'], stores: all });
    await remember();
    const edit = async (id: number) => ({
      id,
      detailsRevision: (await core.getBetaApp({ id })).detailsRevision,
    });
    const sync = (change: Parameters<typeof core.syncDirectory>[0]) =>
      core.syncDirectory(
        { expectedClosures: change.stores === undefined ? undefined : all.length, ...change },
        { actor },
      );
    const rows = stores.filter(({ code }) => all.includes(code));
    const changes: (() => Promise<unknown>)[] = [
      async () =>
        core.changeApplication({ ...(await edit(app.id)), code: 'ABS', version: 'b2' }, { actor }),
      async () =>
        core.updateBetaApp(
          { ...(await edit(app.id)), name: 'Lain', owner: { name: 'Rina', nik: '3' } },
          { actor },
        ),
      () => withdraw(core, app.id, all.slice(0, 5)),
      () => register(core, app.id, all.slice(0, 3)),
      async () => core.endBetaApp(await edit(app.id), { actor }),
      async () => core.cancelBetaApp(await edit(later.id), { actor }),
      () =>
        sync({
          applications: {
            mode: 'partial',
            rows: applications.map((row) => ({ ...row, productionVersion: '99' })),
          },
        }),
      () =>
        sync({
          branches: {
            mode: 'partial',
            rows: [{ code: 'BDG1', name: 'Bandung Satu', timeZone: 'Asia/Jayapura' }],
          },
        }),
      () =>
        sync({
          stores: {
            mode: 'partial',
            rows: rows.map((row) => ({
              ...row,
              name: `${row.name} baru`,
              branchCode: 'MKS1',
              open: false,
            })),
          },
        }),
      () => core.syncDirectory({ stores: { mode: 'partial', rows } }, { actor }),
    ];
    for (const change of changes) {
      await change();
      await remember();
    }
    for (const { at, answer } of asked) assert.deepEqual(await ask({ store: all, at }), answer);
    const kinds = new Set(asked.map(({ answer }) => JSON.stringify(answer.stores)));
    assert.equal(kinds.size, asked.length, 'every change changed an answer');
  });
});
