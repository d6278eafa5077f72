import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { createCore, type Core } from '@beta-app/core';
import { type BetaApp, type Person } from '@beta-app/core/contract';
import fc from 'fast-check';
import { type Sql } from 'postgres';
import { faultsIn } from './support/end-state.js';
import { type Fixture, openFixture } from './support/fixture.js';
import { type Answer, answerOf, type Write } from './support/model/answers.js';
import { type WriteModel } from './support/model/write-model.js';
import { rivalStep, twinSteps, type WriteStep, writeStep } from './support/model/write-steps.js';
import { numberIn, type Page, people, WriteWorld } from './support/model/write-world.js';
import { closeAll, connections } from './support/raw-writes.js';

// WRITE_RUNS=500 tries more of them; WRITE_SEED begins with those that a run printed.
const runs = Number(process.env['WRITE_RUNS'] ?? 8);
const seed = Number(process.env['WRITE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const stepsOfEach = 12;

describe('writes of several sessions at once', () => {
  let fixture: Fixture;
  let open: Sql[];
  let sessions: Core[];
  /** What core said of statements that it had to try again. */
  const retried: string[] = [];
  before(async () => {
    fixture = await openFixture();
    open = connections(fixture.database.serviceUrl, people.length);
    const logger = { warn: (_facts: object, message: string) => void retried.push(message) };
    sessions = open.map((sql) => createCore({ sql, logger }));
  });
  after(async () => {
    await closeAll(open);
    await fixture.close();
  });

  it('of two answer as in one of the two orders, and end in its state', async (t) => {
    t.diagnostic(`WRITE_SEED=${String(seed)}`);
    let mattered = 0;
    const ofOneApp = fc
      .tuple(writeStep, writeStep)
      .map(([one, other]): Pair => [one, { ...other, app: one.app, live: one.live }]);
    const ofRivals = fc
      .tuple(rivalStep, rivalStep)
      .map(([one, other]): Pair => [one, { ...other, app: 1 - one.app }]);
    const pair = fc.oneof(fc.tuple(writeStep, writeStep), ofOneApp, ofRivals, twinSteps);
    const pairs = fc.array(pair, { minLength: 30, maxLength: 30 });
    for (const run of fc.sample(pairs, { numRuns: runs, seed })) {
      const world = await WriteWorld.open(fixture);
      for (const [index, both] of run.entries()) {
        mattered += Number(await takeBoth(world, both));
        if (index % 10 === 9) await world.compare();
      }
      assert.deepEqual(await faultsIn(fixture.owner), []);
    }
    t.diagnostic(`${String(mattered)} pairs answer otherwise in the other order`);
    assert.ok(mattered > 0);
    assert.deepEqual(retried, [], 'nobody waited in a circle');
  });

  /** Says whether the order mattered. */
  async function takeBoth(world: WriteWorld, pair: Pair): Promise<boolean> {
    const writes = pair.flatMap((step, person) => {
      const write = world.writeOf({ ...step, person });
      return write === undefined ? [] : [{ write, actor: people[person]! }];
    });
    const actual = await Promise.all(
      writes.map(({ write, actor }, index) =>
        index === 0
          ? answerSlowly(open[index]!, write, actor)
          : answerOf(sessions[index]!, write, actor),
      ),
    );
    const orders = [writes, [...writes].reverse()].map((order) => {
      const model = world.model.clone();
      const answers = order.map((each) =>
        model.answer(each.write, each.actor, numberIn(actual[writes.indexOf(each)]!)),
      );
      return { model, answers: order === writes ? answers : answers.reverse() };
    });
    const possible = orders.filter(({ answers }) => isDeepStrictEqual(answers, actual));
    if (possible.length === 0) {
      console.log(`Neither order of ${JSON.stringify(writes)}`);
      assert.deepEqual(actual, orders[0]!.answers);
    }
    world.model = await onlyTrue(
      world,
      possible.map(({ model }) => model),
    );
    return !isDeepStrictEqual(orders[0]!.answers, orders[1]!.answers);
  }

  /** Of models in which everybody was answered the same, one that the database is like. */
  async function onlyTrue(world: WriteWorld, models: WriteModel[]): Promise<WriteModel> {
    const [one, other] = models;
    if (other === undefined || isDeepStrictEqual(one, other)) return one!;
    try {
      await world.compare(one);
      return one!;
    } catch {
      await world.compare(other);
      return other;
    }
  }

  it('of twenty end as if done one after the other, as they were recorded', async (t) => {
    t.diagnostic(`WRITE_SEED=${String(seed)}`);
    const step = fc.oneof(writeStep, rivalStep);
    const ofOne = fc.array(step, { minLength: stepsOfEach, maxLength: stepsOfEach });
    const all = { minLength: people.length, maxLength: people.length };
    const steps = fc.array(ofOne, all);
    const seen = new Map<string, number>();
    for (const run of fc.sample(steps, { numRuns: Math.ceil(runs / 2), seed })) {
      const world = await WriteWorld.open(fixture);
      const [last] = await fixture.owner<{ id: number }[]>`
        select max(id)::integer as id from beta_app.event`;
      const taken = await Promise.all(
        run.map((ofOne, person) =>
          takeAlone(world, { core: sessions[person]!, sql: open[person]!, person }, ofOne),
        ),
      );
      for (const { answer } of taken.flat()) {
        const outcome = 'ok' in answer ? 'ok' : answer.refused;
        seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
      }
      await replay(world, taken.flat(), last!.id);
      await world.compare();
      assert.deepEqual(await faultsIn(fixture.owner), []);
    }
    t.diagnostic(JSON.stringify(Object.fromEntries([...seen].sort())));
    for (const outcome of ['ok', 'DETAILS_STALE', 'STORES_OVERLAP', 'NAME_TAKEN']) {
      assert.ok(seen.has(outcome), outcome);
    }
    assert.ok(!seen.has('SERVER_BUSY'));
    assert.deepEqual(retried, [], 'nobody waited in a circle');
  });

  /** Does what was acknowledged in the model, in the order of its events, of which nobody else wrote any. */
  async function replay(world: WriteWorld, taken: readonly Taken[], since: number): Promise<void> {
    const events = await fixture.owner<{ place: string; nik: string; isOther: boolean }[]>`
      select concat_ws('/', beta_app_id, revision) as place, actor_nik as nik,
        coalesce(after ? 'to', false) as "isOther"
      from beta_app.event where id > ${since} order by at, id`;
    const writers = new Map(
      events.flatMap(({ place, nik, isOther }) => (isOther ? [] : [[place, nik]])),
    );
    const byPlace = new Map<string, Taken>();
    for (const each of taken) {
      const place = placeOf(each);
      // What changed nothing was answered with the revision that there was.
      const isNew = place !== undefined && !byPlace.has(place);
      if (isNew && writers.get(place) === each.actor.nik) byPlace.set(place, each);
    }
    for (const { place } of events) {
      const each = byPlace.get(place);
      // A copy writes several, of which the last stands for all; what is moved leaves an event in each beta app.
      if (each === undefined) continue;
      const expected = world.model.answer(each.write, each.actor, numberIn(each.answer));
      assert.deepEqual(withoutProduction(each.answer), withoutProduction(expected));
    }
  }
});

type Pair = [WriteStep, WriteStep];

interface Taken {
  write: Write;
  actor: Person;
  answer: Answer;
}

/** Takes steps one after the other, each from what the session reads just before. */
async function takeAlone(
  world: WriteWorld,
  { core, sql, person }: { core: Core; sql: Sql; person: number },
  steps: readonly WriteStep[],
): Promise<Taken[]> {
  const actor = people[person]!;
  const taken: Taken[] = [];
  for (const { app, live, deed } of steps) {
    const page = await readPage(core, world.mark, app, live);
    const write = world.writeFor(deed.kind === 'save' ? { ...deed, dryRun: false } : deed, page);
    if (write === undefined) continue;
    const isSlow = person % 4 === 0;
    const answer = await (isSlow ? answerSlowly(sql, write, actor) : answerOf(core, write, actor));
    taken.push({ write, actor, answer });
  }
  return taken;
}

/** In a transaction of the caller's, which stays open for a moment: whoever doesn't wait for it sees nothing of it. */
async function answerSlowly(sql: Sql, write: Write, actor: Person): Promise<Answer> {
  return sql.begin<Answer>(async (transaction) => {
    const answer = await answerOf(createCore({ sql: transaction }), write, actor);
    await transaction`select pg_sleep(0.01)`;
    return answer;
  });
}

async function readPage(
  core: Core,
  q: string,
  index: number,
  live: boolean,
): Promise<Page | undefined> {
  const state = live ? (['scheduled', 'active', 'paused'] as const) : undefined;
  const { items } = await core.listBetaApps({ q, state: state && [...state], limit: 8 });
  const { id } = items[index % items.length] ?? {};
  if (id === undefined) return undefined;
  const { detailsRevision } = await core.getBetaApp({ id });
  const { revision, directoryRevision } = await core.listBetaAppStores({ id, limit: 1 });
  return { id, detailsRevision, revision, directoryRevision };
}

/** Which event a write was answered with: the beta app, or nothing for the directory, and the revision. */
function placeOf({ write, answer }: Taken): string | undefined {
  if (!('ok' in answer)) return undefined;
  const { id, revision } = answer.ok as Partial<BetaApp>;
  const app = write.operation === 'saveStores' ? write.input.id : id;
  return [app, revision].filter((part) => part !== undefined).join('/');
}

/** What others promote while an answer is put together may stand in it already. */
function withoutProduction(answer: Answer): unknown {
  return JSON.parse(
    JSON.stringify(answer, (key, value: unknown) =>
      key === 'productionVersion' ? undefined : value,
    ),
  );
}
