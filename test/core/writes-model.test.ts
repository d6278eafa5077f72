import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type SavedStores } from '@beta-app/core/contract';
import fc from 'fast-check';
import { faultsIn } from './support/end-state.js';
import { openFixture, type Fixture } from './support/fixture.js';
import { people, WriteWorld } from './support/model/write-world.js';
import { rivalStep, writeStep, type WriteStep } from './support/model/write-steps.js';

// WRITE_RUNS=500 tries more of them; WRITE_SEED brings those back that a run printed.
const runs = Number(process.env['WRITE_RUNS'] ?? 15);
const seed = Number(process.env['WRITE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** What writes answer here again and again; the rest comes up less often. */
const outcomes = [
  'APPLICATION_NOT_FOUND',
  'APPLICATION_TWICE',
  'BETA_APP_ENDED',
  'BETA_APP_NOT_PAUSED',
  'BETA_APP_NOT_STARTED',
  'CLOSURES_UNEXPECTED',
  'DETAILS_STALE',
  'NAME_TAKEN',
  'STORES_OVERLAP',
  'STORES_UNKNOWN',
  'VALIDATION_FAILED',
  'ok',
];

describe('all writes, beside a plain model of them', () => {
  let fixture: Fixture;
  const seen = new Map<string, number>();
  const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
  before(async () => {
    fixture = await openFixture();
  });
  after(() => fixture.close());

  it('answer as the model, one after the other, and end in its state', async (t) => {
    t.diagnostic(`WRITE_SEED=${String(seed)}`);
    const step = fc.oneof({ weight: 2, arbitrary: writeStep }, rivalStep);
    const steps = fc.array(step, { minLength: 60, maxLength: 80, size: 'max' });
    await fc.assert(fc.asyncProperty(steps, takeSteps), { numRuns: runs, seed });
    t.diagnostic(JSON.stringify(Object.fromEntries([...seen].sort())));
    if (runs >= 15) {
      for (const outcome of outcomes) assert.ok(seen.has(outcome), `no step led to ${outcome}`);
    }
  });

  /** Looks for a shorter way to a difference no longer than this. */
  let triesAfterFailure = 50;
  let hasFailed = false;

  async function takeSteps(steps: WriteStep[]): Promise<void> {
    if (hasFailed) triesAfterFailure -= 1;
    if (triesAfterFailure < 0) return;
    try {
      await takeAll(steps);
    } catch (error) {
      hasFailed = true;
      throw error;
    }
  }

  async function takeAll(steps: WriteStep[]): Promise<void> {
    const world = await WriteWorld.open(fixture);
    for (const [index, step] of steps.entries()) {
      if (step.deed.kind === 'age') await world.age(step);
      const write = world.writeOf(step);
      if (write !== undefined) {
        const answer = await world.take(write, people[step.person]!);
        count('ok' in answer ? 'ok' : answer.refused);
        if ('ok' in answer && (answer.ok as Partial<SavedStores>).moved?.length) count('moved');
      }
      if (index % 10 === 9) await world.compare();
    }
    await world.compare();
    assert.deepEqual(await faultsIn(fixture.owner), []);
  }
});
