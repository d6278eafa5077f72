import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BetaAppError, createCore, type Core } from '@beta-app/core';
import { type GetTimeline, type Timeline, type TimelineDays } from '@beta-app/core/contract';
import fc from 'fast-check';
import { makeBetaApp, register, withdraw } from './support/beta-apps.js';
import { day, openFixture, sari, stores, type Fixture } from './support/fixture.js';

const actor = sari;
const codes = stores.map(({ code }) => code);

describe('the timeline', () => {
  let fixture: Fixture;
  let core: Core;
  before(async () => {
    fixture = await openFixture();
    ({ core } = fixture);
  });
  after(() => fixture.close());

  const edit = async (id: number) => {
    const { detailsRevision } = await core.getBetaApp({ id });
    return { id, detailsRevision };
  };

  /** Cancels what a test has made, so that others don't see it hold anything. */
  const clear = async (...ids: number[]) => {
    for (const id of ids) await core.cancelBetaApp(await edit(id), { actor });
  };

  const of = async (code: string, from: number, to: number) => {
    const answer = await core.getTimeline({ application: code, from: day(from), to: day(to) });
    assert.deepEqual(
      answer.applications.map((each) => each.code),
      [code],
    );
    return answer.applications[0]!;
  };

  const days = (from: number, to: number): TimelineDays => ({
    startsOn: day(from),
    endsOn: day(to),
  });

  it('tells of each beta app all that a planner asks', async () => {
    const app = await makeBetaApp(core, {
      name: 'Uji Linimasa',
      period: [2, 9],
      applications: ['STK', 'POS'],
      stores: ['TB001', 'TM001', 'TP001'],
    });
    const empty = await makeBetaApp(core, { period: [1, 3] });
    const { items, today, applications } = await core.getTimeline();
    assert.equal(today, day(0));
    assert.deepEqual(
      items.map(({ id }) => id),
      [empty.id, app.id],
    );
    assert.deepEqual(items[1], {
      id: app.id,
      name: 'Uji Linimasa',
      startsOn: day(2),
      endsOn: day(9),
      owner: sari,
      state: 'scheduled',
      pause: 'none',
      applications: [
        { code: 'POS', name: 'Kasir Toko', version: `POS-beta-${app.id}` },
        { code: 'STK', name: 'Stok Toko', version: `STK-beta-${app.id}` },
      ],
      registeredStores: 3,
    });
    assert.deepEqual(items[0]!.applications, []);
    assert.deepEqual(
      applications.map(({ code, meetings }) => [code, meetings]),
      [
        ['POS', []],
        ['STK', []],
      ],
    );
    await clear(app.id, empty.id);
  });

  it('looks from three months ago to six months ahead, and else at nine months', async () => {
    const months = (from: string, by: number) => {
      const date = new Date(from);
      const wanted = date.getUTCMonth() + by;
      date.setUTCMonth(wanted);
      // A shorter month has its last day instead.
      if (date.getUTCMonth() !== ((wanted % 12) + 12) % 12) date.setUTCDate(0);
      return date.toISOString().slice(0, 10);
    };
    const { from, to } = await core.getTimeline();
    assert.deepEqual([from, to], [months(day(0), -3), months(from, 9)]);
    const after = await core.getTimeline({ from: '2030-05-31' });
    assert.deepEqual([after.from, after.to], ['2030-05-31', '2031-02-28']);
    const until = await core.getTimeline({ to: '2030-05-31' });
    assert.deepEqual([until.from, until.to], ['2029-08-31', '2030-05-31']);
    const one = await core.getTimeline({ from: '2030-05-31', to: '2030-05-31' });
    assert.deepEqual([one.from, one.to], ['2030-05-31', '2030-05-31']);
  });

  it('answers days that it takes itself, at both ends of the calendar', async () => {
    const [first, last] = ['1900-01-01', '9999-12-31'];
    const { id } = await core.createBetaApp(
      { name: 'Sampai Akhir', startsOn: '9999-12-01', endsOn: last },
      { actor },
    );
    await core.addApplication(
      { ...(await edit(id)), applicationCode: 'ABS', version: '2.0.0' },
      { actor },
    );
    for (const [asked, from, to] of [
      [{ from: last }, last, last],
      [{ from: '9999-04-01' }, '9999-04-01', last],
      [{ from: '9999-03-31' }, '9999-03-31', last],
      [{ from: '9999-03-30' }, '9999-03-30', '9999-12-30'],
      [{ to: first }, first, first],
      [{ to: '1900-09-30' }, first, '1900-09-30'],
      [{ to: '1900-10-02' }, '1900-01-02', '1900-10-02'],
    ] as const) {
      const answer = await core.getTimeline(asked);
      assert.deepEqual([answer.from, answer.to], [from, to]);
      const again = await core.getTimeline({ from: answer.from, to: answer.to });
      assert.deepEqual(again, answer);
    }
    const { items, applications } = await core.getTimeline({ from: last, application: 'ABS' });
    assert.deepEqual([items.map((item) => item.id), applications[0]!.free], [[id], []]);
    await clear(id);
    const { free } = (await core.getTimeline({ from: last, application: 'ABS' })).applications[0]!;
    assert.deepEqual(free, [{ startsOn: last, endsOn: last }]);
  });

  it('shows what touches a day at either end, whatever has become of it, and nothing else', async () => {
    const ids: number[] = [];
    for (const period of [
      [2, 5],
      [5, 7],
      [8, 12],
      [13, 14],
    ] as [number, number][]) {
      ids.push((await makeBetaApp(core, { period, applications: ['ABS'] })).id);
    }
    await core.cancelBetaApp(await edit(ids[1]!), { actor });
    const shown = async (input: GetTimeline) =>
      (await core.getTimeline(input)).items.map(({ id, state }) => [ids.indexOf(id), state]);
    const application = 'ABS';
    const at = (from: number, to: number) => ({ from: day(from), to: day(to), application });
    assert.deepEqual(await shown(at(5, 8)), [
      [0, 'scheduled'],
      [1, 'cancelled'],
      [2, 'scheduled'],
    ]);
    assert.deepEqual(await shown(at(6, 6)), [[1, 'cancelled']]);
    assert.deepEqual(await shown(at(15, 99)), []);
    await core.removeApplication({ ...(await edit(ids[3]!)), code: 'ABS' }, { actor });
    assert.deepEqual(await shown(at(13, 13)), []);
    await clear(ids[0]!, ids[2]!, ids[3]!);
  });

  it('has two meet on their common days, the first and the last included', async () => {
    const one = await makeBetaApp(core, { period: [0, 9], applications: ['POS', 'STK'] });
    const other = await makeBetaApp(core, { period: [9, 20], applications: ['POS'] });
    const after = await makeBetaApp(core, { period: [10, 12], applications: ['STK'] });
    const met = { betaApps: [one.id, other.id], ...days(9, 9) };
    // Plans meet before they have stores.
    assert.deepEqual((await of('POS', 0, 30)).meetings, [met]);
    await register(core, one.id, ['TB001']);
    await register(core, other.id, ['TB002']);
    assert.deepEqual((await of('POS', 0, 30)).meetings, [met]);
    // The days are those of both, wherever one looks from.
    assert.deepEqual((await of('POS', -10, 9)).meetings, [met]);
    assert.deepEqual((await of('POS', 10, 30)).meetings, []);
    assert.deepEqual((await of('STK', 0, 30)).meetings, []);
    await clear(one.id, other.id, after.id);
  });

  it('has days free from today on, up to both ends, and between two that touch none', async () => {
    assert.deepEqual((await of('POS', -5, 30)).free, [days(0, 30)]);
    assert.deepEqual((await of('POS', 3, 30)).free, [days(3, 30)]);
    assert.deepEqual((await of('POS', -9, -1)).free, []);
    const ids: number[] = [];
    for (const [index, period] of (
      [
        [-3, 2],
        [3, 4],
        [7, 9],
        [8, 8],
        [20, 40],
      ] as [number, number][]
    ).entries()) {
      const plan = { period, applications: ['POS'], stores: [codes[index]!] };
      ids.push((await makeBetaApp(core, plan)).id);
    }
    assert.deepEqual((await of('POS', -5, 30)).free, [days(5, 6), days(10, 19)]);
    assert.deepEqual((await of('POS', -5, 12)).free, [days(5, 6), days(10, 12)]);
    assert.deepEqual((await of('POS', 6, 60)).free, [days(6, 6), days(10, 19), days(41, 60)]);
    assert.deepEqual((await of('STK', -5, 30)).free, [days(0, 30)]);
    await clear(...ids);
  });

  it('counts who has it: paused and keeping, with stores or none, but not dropping, cancelled or promoted', async () => {
    const busy = async () => (await of('POS', 0, 9)).free.length === 0;
    const make = () =>
      makeBetaApp(core, { period: [0, 9], applications: ['POS'], stores: ['TB001'] });
    const { id } = await make();
    assert.equal(await busy(), true);
    await core.pauseBetaApp({ ...(await edit(id)), stores: 'keep' }, { actor });
    assert.equal(await busy(), true);
    await core.pauseBetaApp({ ...(await edit(id)), stores: 'drop' }, { actor });
    assert.equal(await busy(), false);
    const { items } = await core.getTimeline({ application: 'POS', from: day(0), to: day(9) });
    const shown = items.find((each) => each.id === id)!;
    assert.deepEqual([shown.state, shown.pause, shown.registeredStores], ['paused', 'drop', 1]);
    await core.resumeBetaApp(await edit(id), { actor });
    assert.equal(await busy(), true);
    await core.endBetaApp(await edit(id), { actor });
    assert.deepEqual((await of('POS', 0, 9)).free, [days(1, 9)]);
    // It has today; another one begins tomorrow.
    const next = await makeBetaApp(core, {
      period: [1, 9],
      applications: ['POS'],
      stores: ['TB001'],
    });
    assert.equal(await busy(), true);
    await withdraw(core, next.id, ['TB001']);
    assert.equal(await busy(), true);
    const promoted = await makeBetaApp(core, {
      period: [0, 9],
      applications: ['STK'],
      stores: ['TB003'],
    });
    await core.promoteBetaApp(await edit(promoted.id), { actor });
    assert.deepEqual((await of('STK', 0, 9)).free, [days(0, 9)]);
    await clear(id, next.id);
  });

  it('says where they stand in the zone of its options, and is free from the day of the last zone on', async () => {
    const { id } = await makeBetaApp(core, { period: [1, 9], applications: ['ABS'] });
    for (const zone of ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const) {
      const there = createCore({ sql: fixture.sql, zone });
      const { today, items, applications } = await there.getTimeline({
        application: 'ABS',
        from: day(-2),
        to: day(9),
      });
      const expected = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());
      assert.equal(today, expected);
      const { state } = await there.getBetaApp({ id });
      assert.equal(items.find((each) => each.id === id)!.state, state);
      assert.deepEqual(applications[0]!.free, [days(0, 0)]);
    }
    await clear(id);
  });

  it('refuses an application that nobody knows, and days that are none', async () => {
    const refused = (input: GetTimeline, code: string, path?: string) =>
      assert.rejects(core.getTimeline(input), (error: BetaAppError) => {
        assert.deepEqual([error.code, error.errors[0]?.path], [code, path]);
        return true;
      });
    await refused({ application: 'NIX' }, 'APPLICATION_NOT_FOUND');
    await refused({ from: '2026-02-30' }, 'VALIDATION_FAILED', 'from');
    await refused({ from: '2026-02-02', to: '2026-02-01' }, 'VALIDATION_FAILED', 'to');
    const { applications, items } = await core.getTimeline({
      application: 'abs',
      from: '2090-01-01',
      to: '2090-01-31',
    });
    assert.deepEqual(items, []);
    assert.deepEqual(applications, [
      {
        code: 'ABS',
        name: 'Absensi',
        meetings: [],
        free: [{ startsOn: '2090-01-01', endsOn: '2090-01-31' }],
      },
    ]);
  });

  it('is what looking at each day by itself gives, whatever happened', async () => {
    const plans = fc.array(
      fc.record({
        from: fc.integer({ min: -3, max: 8 }),
        length: fc.nat(6),
        applications: fc.uniqueArray(fc.constantFrom('POS', 'STK')),
        stores: fc.nat(2),
        then: fc.constantFrom('stays', 'stays', 'keep', 'drop', 'end', 'cancel', 'promote'),
      }),
      { minLength: 1, maxLength: 5 },
    );
    const window = fc.record({ from: fc.integer({ min: -4, max: 10 }), length: fc.nat(12) });
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(plans, window, async (made, { from, length }) => {
        const ids = new Map<number, (typeof made)[number]>();
        let place = 0;
        for (const { from: first, length: more, applications, stores: count, ...plan } of made) {
          const period: [number, number] = [first, Math.max(0, first + more)];
          const taken = codes.slice(place, (place += count));
          const { id } = await makeBetaApp(core, { period, applications, stores: taken });
          ids.set(id, { ...plan, from: first, length: more, applications, stores: count });
          await happen(id, plan.then);
        }
        compare(await core.getTimeline({ from: day(from), to: day(from + length) }), ids, seen);
        for (const id of ids.keys()) {
          // What can't be done any more is left out.
          await clear(id).catch((error: unknown) => {
            if (!(error instanceof BetaAppError)) throw error;
          });
        }
      }),
      { numRuns: 30 },
    );
    assert.deepEqual([...seen].sort(), ['free', 'held', 'met']);
  });

  async function happen(id: number, what: string): Promise<void> {
    try {
      const details = await edit(id);
      if (what === 'keep' || what === 'drop') {
        await core.pauseBetaApp({ ...details, stores: what }, { actor });
      } else if (what === 'end') await core.endBetaApp(details, { actor });
      else if (what === 'cancel') await core.cancelBetaApp(details, { actor });
      else if (what === 'promote') await core.promoteBetaApp(details, { actor });
    } catch (error) {
      if (!(error instanceof BetaAppError)) throw error;
    }
  }

  /** Looks at each day: who holds stores with an application on it, and does the timeline say so? */
  function compare(
    timeline: Timeline,
    made: ReadonlyMap<number, { applications: string[]; stores: number }>,
    seen: Set<string>,
  ): void {
    const items = timeline.items.filter(({ id }) => made.has(id));
    for (const { code, meetings, free } of timeline.applications) {
      const holds = ({ id, state, pause }: Timeline['items'][number]) =>
        made.get(id)!.applications.includes(code) &&
        state !== 'cancelled' &&
        state !== 'promoted' &&
        pause !== 'drop';
      for (let at = -5; at <= 30; at++) {
        const date = day(at);
        const isOn = ({ startsOn, endsOn }: TimelineDays) => startsOn <= date && date <= endsOn;
        const holders = items.filter((item) => isOn(item) && holds(item)).map(({ id }) => id);
        const pairs = holders
          .flatMap((one) => holders.filter((other) => other > one).map((other) => [one, other]))
          .map(String)
          .sort();
        const told = meetings.filter(isOn).map(({ betaApps }) => String(betaApps));
        assert.deepEqual(told.sort(), pairs, `${code} ${date}`);
        const isAsked = timeline.from <= date && date <= timeline.to && date >= timeline.today;
        assert.equal(free.some(isOn), isAsked && holders.length === 0, `${code} ${date}`);
        seen.add(holders.length > 1 ? 'met' : holders.length > 0 ? 'held' : 'free');
      }
      // Stretches are as long as they can be.
      for (const [index, { startsOn }] of free.entries()) {
        if (index > 0) assert.ok(startsOn > nextDay(free[index - 1]!.endsOn));
      }
    }
  }
});

function nextDay(date: string): string {
  const next = new Date(date);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
