import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { describe, it } from 'node:test';
import { logOutput } from '../../server-adapter/src/command-line/log-output.js';

describe('the output of a log', () => {
  it('keeps no more than a megabyte for a reader who doesn’t read, and goes on once they do', () => {
    const taken: (() => void)[] = [];
    const stream = new Writable({ write: (_chunk, _encoding, done) => taken.push(done) });
    const output = logOutput(stream);
    const line = `${'x'.repeat(999)}\n`;
    for (let lines = 0; lines < 5_000; lines++) output.write(line);
    assert.equal(stream.writableLength, 1_000_000);
    taken[0]?.();
    output.write(line);
    assert.equal(stream.writableLength, 1_000_000);
  });
});
