import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Core, createCore, isBetaAppError } from '@beta-app/core';
import { type SaveStores } from '@beta-app/core/contract';
import fc from 'fast-check';
import { type Sql } from 'postgres';
import { makeBetaApp } from './support/beta-apps.js';
import { faultsIn } from './support/end-state.js';
import { budi, type Fixture, openFixture, sari, stores } from './support/fixture.js';
import { closeAll, connections } from './support/raw-writes.js';

// CLASH_SEED brings back the pairs that a run printed; who of two is first isn't in it.
const seed = Number(process.env['CLASH_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const pairs = 1_000;
const branches = ['BDG1', 'JKT1', 'MKS1', 'JAP1'];
const people = [sari, budi] as const;

/** By code, whether a store is to be registered. */
type Wishes = Map<string, boolean>;

/** What both tick the opposite of each other, and what each ticks besides, by places in the branch's stores. */
interface Pair {
  fought: { place: number; wish: boolean }[];
  own: { place: number; wish: boolean }[][];
  first: 0 | 1;
}

const ticks = (from: number, to: number, least: number) =>
  fc.uniqueArray(fc.record({ place: fc.integer({ min: from, max: to }), wish: fc.boolean() }), {
    minLength: least,
    maxLength: 6,
    selector: ({ place }) => place,
  });
const pair: fc.Arbitrary<Pair> = fc.record({
  fought: ticks(0, 9, 2),
  own: fc.tuple(ticks(10, 29, 0), ticks(30, 49, 0)),
  first: fc.constantFrom(0, 1),
});

describe('two people who tick the opposite from one page', () => {
  let fixture: Fixture;
  let open: Sql[];
  before(async () => {
    fixture = await openFixture();
    open = connections(fixture.database.serviceUrl, branches.length * people.length);
  });
  after(async () => {
    await closeAll(open);
    await fixture.close();
  });

  it(`never overrule each other, in ${String(pairs)} pairs`, async (t) => {
    t.diagnostic(`CLASH_SEED=${String(seed)}`);
    const won = await Promise.all(
      branches.map(async (branch, lane) => {
        const numRuns = pairs / branches.length;
        const cores = people.map((_, index) => createCore({ sql: open[lane * 2 + index]! }));
        return fight(branch, cores, fc.sample(pair, { numRuns, seed: seed + lane }));
      }),
    );
    const wins = people.map((_, person) => won.flat().filter((winner) => winner === person).length);
    t.diagnostic(`won: ${wins.join(' and ')}`);
    assert.ok(wins.every((each) => each > 0));
    assert.deepEqual(await faultsIn(fixture.owner), []);
  });

  /** Fights pair after pair in one beta app of a branch's stores, and says who won each. */
  async function fight(branch: string, cores: Core[], rounds: Pair[]): Promise<(0 | 1)[]> {
    const codes = stores.filter(({ branchCode }) => branchCode === branch).map(({ code }) => code);
    const app = await makeBetaApp(fixture.core, { applications: ['POS'] });
    const isRegistered = new Map(codes.map((code) => [code, false]));
    let { revision } = app;
    const winners: (0 | 1)[] = [];
    for (const { fought, own, first } of rounds) {
      const [mine, opposite] = wishesOf(fought.map(({ place, wish }) => [codes[place]!, wish]));
      const wanted = [mine, opposite].map((wishes, person): Wishes => {
        const besides = own[person]!.map(({ place, wish }) => [codes[place]!, wish] as const);
        return new Map([...wishes, ...besides]);
      });
      const inputs = wanted.map((wishes) => inputOf(app.id, revision, wishes));

      const outcomes: ('saved' | string[])[] = [];
      const send = async (person: 0 | 1) => {
        outcomes[person] = await outcomeOf(cores[person]!, inputs[person]!, person);
      };
      await Promise.all([send(first), send(first === 0 ? 1 : 0)]);

      const winner = outcomes[0] === 'saved' ? 0 : 1;
      const loser = winner === 0 ? 1 : 0;
      const clashing = [...mine.keys()]
        .filter((code) => wanted[winner]!.get(code) !== isRegistered.get(code))
        .sort();
      assert.equal(outcomes[winner], 'saved');
      assert.deepEqual(outcomes[loser], clashing, 'told precisely what the other one set');
      revision += 1;
      const rest = new Map([...wanted[loser]!].filter(([code]) => !clashing.includes(code)));
      for (const [code, wish] of wanted[winner]!) isRegistered.set(code, wish);

      // What the page offers: to save without them, still from where it was.
      const hasRest = [...rest].some(([code, wish]) => isRegistered.get(code) !== wish);
      const saved = await cores[loser]!.saveStores(inputOf(app.id, inputs[0]!.baseRevision, rest), {
        actor: people[loser],
      });
      revision += Number(hasRest);
      for (const [code, wish] of rest) isRegistered.set(code, wish);
      assert.equal(saved.revision, revision);
      assert.deepEqual(
        saved.others.map(({ actor }) => actor),
        [people[winner]],
      );
      assert.deepEqual(
        await registeredIn(app.id),
        codes.filter((code) => isRegistered.get(code)),
      );
      winners.push(winner);
    }
    return winners;

    /** One wants something that isn't so in at least one store, and so does the other. */
    function wishesOf(wishes: [string, boolean][]): [Wishes, Wishes] {
      const mine = new Map(wishes);
      const [[one], [other]] = wishes as [[string, boolean], [string, boolean]];
      mine.set(one, !isRegistered.get(one)).set(other, isRegistered.get(other)!);
      return [mine, new Map([...mine].map(([code, wish]) => [code, !wish]))];
    }
  }

  async function registeredIn(id: number): Promise<string[]> {
    const { items } = await fixture.core.listBetaAppStores({ id, registered: true, limit: 200 });
    return items.map(({ code }) => code);
  }
});

function inputOf(id: number, baseRevision: number, wishes: Wishes): SaveStores {
  const changes = [true, false].map((registered) => ({
    registered,
    codes: [...wishes].filter(([, wish]) => wish === registered).map(([code]) => code),
  }));
  return { id, baseRevision, directoryRevision: 1, changes };
}

/** Saved, or the stores that clashed, all by the other person. */
async function outcomeOf(
  core: Core,
  input: SaveStores,
  person: 0 | 1,
): Promise<'saved' | string[]> {
  try {
    await core.saveStores(input, { actor: people[person] });
    return 'saved';
  } catch (error) {
    assert.ok(isBetaAppError(error, 'STORES_CHANGED'), String(error));
    const [clash, ...others] = error.details.clashes;
    assert.deepEqual(others, []);
    assert.deepEqual(clash!.actor, people[person === 0 ? 1 : 0]);
    return clash!.stores;
  }
}
