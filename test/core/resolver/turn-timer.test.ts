import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import { TurnTimer } from '../../../core/src/versions/resolver/turn-timer.js';

const day = 24 * 60 * 60 * 1_000;

describe('A timer for the next turn', () => {
  let now: number;
  let reached: number[];
  let timer: TurnTimer;
  beforeEach((context) => {
    mock.timers.enable({ apis: ['setTimeout'] });
    (context as { after(done: () => void): void }).after(() => mock.timers.reset());
    now = 1_000;
    reached = [];
    timer = new TurnTimer(
      () => now,
      () => reached.push(now),
    );
  });
  const pass = (milliseconds: number) => {
    now += milliseconds;
    mock.timers.tick(milliseconds);
  };

  it('calls back once, when the time has come', () => {
    timer.set(1_500);
    pass(499);
    assert.deepEqual(reached, []);
    pass(1);
    assert.deepEqual(reached, [1_500]);
    pass(10_000);
    assert.deepEqual(reached, [1_500]);
  });

  it('waits longer than a timer can, and for ever', () => {
    timer.set(now + 100 * day);
    for (let passed = 0; passed < 99; passed += 1) pass(day);
    assert.deepEqual(reached, []);
    pass(day);
    assert.equal(reached.length, 1);
    timer.set(Infinity);
    pass(100 * day);
    assert.equal(reached.length, 1);
  });

  it('is late by no more than a look at the clock where time has passed without it', () => {
    timer.set(5_000);
    now += 3_000;
    timer.lookAgain();
    assert.deepEqual(reached, []);
    pass(1_000);
    assert.deepEqual(reached, [5_000]);
    timer.set(9_000);
    now += 10_000;
    timer.lookAgain();
    assert.deepEqual(reached, [5_000, 15_000]);
    timer.lookAgain();
    pass(10_000);
    assert.deepEqual(reached, [5_000, 15_000]);
  });

  it('waits on if the clock was set back meanwhile', () => {
    timer.set(2_000);
    now -= 500;
    pass(1_000);
    assert.deepEqual(reached, []);
    pass(500);
    assert.deepEqual(reached, [2_000]);
  });

  it('calls back at once for a time that is past, and not after it was stopped', () => {
    timer.set(0);
    pass(0);
    assert.equal(reached.length, 1);
    timer.set(now + 5);
    timer.stop();
    pass(10);
    assert.equal(reached.length, 1);
  });
});
