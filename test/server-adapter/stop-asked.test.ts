import assert from 'node:assert/strict';
import { afterEach, describe, it, mock } from 'node:test';
import { stopAsked } from '../../server-adapter/src/command-line/stop-asked.js';

describe('a stop that is asked for', () => {
  afterEach(() => {
    mock.timers.reset();
    for (const signal of ['SIGINT', 'SIGTERM']) process.removeAllListeners(signal);
  });

  it('ends the process by itself where it takes longer than 20 s', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const ended: number[] = [];
    const asked = stopAsked((code) => ended.push(code));
    process.emit('SIGTERM', 'SIGTERM');
    assert.equal(await asked, 'SIGTERM');
    mock.timers.tick(19_999);
    assert.deepEqual(ended, []);
    mock.timers.tick(1);
    assert.deepEqual(ended, [1]);
  });
});
