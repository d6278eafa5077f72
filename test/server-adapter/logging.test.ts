import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Core, errorOf } from '@beta-app/core';
import { createHandler } from '@beta-app/server-adapter';
import { sari } from './support/directory.js';
import { recordingLogger } from './support/log.js';

async function answerTo(fault: unknown) {
  const { log, logger } = recordingLogger();
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- it is what is tested
  const listBranches = () => Promise.reject(fault);
  const core = { listBranches } as Partial<Core> as Core;
  const handler = createHandler({ core, logger, authenticate: () => sari });
  const headers = { 'X-Request-Id': 'r-7' };
  const answer = await handler(new Request('http://localhost/api/branches?q=rahasia', { headers }));
  return { status: answer.status, text: await answer.text(), log };
}

const databaseFault = Object.assign(new Error('duplicate key: (name)=(rahasia)'), {
  name: 'PostgresError',
  severity: 'ERROR',
  code: '23505',
  detail: 'Key (name)=(rahasia) already exists.',
  constraint_name: 'beta_app_name',
  parameters: ['rahasia'],
});

describe('the log', () => {
  it('keeps what people typed out of the faults of the database', async () => {
    for (const fault of [
      databaseFault,
      errorOf('DATABASE_UNAVAILABLE', { cause: databaseFault }),
    ]) {
      const { status, text, log } = await answerTo(fault);
      assert.ok(status >= 500);
      assert.doesNotMatch(text, /rahasia|23505|duplicate/u);
      const written = JSON.stringify(log);
      assert.doesNotMatch(written, /rahasia/u);
      assert.match(written, /"sqlState":"23505","constraint":"beta_app_name"/u);
      assert.ok(log.every(({ facts }) => facts['requestId'] === 'r-7'));
    }
  });

  it('tells an unexpected fault with its cause, and the client nothing', async () => {
    const fault = new Error('outer', { cause: new TypeError('inner') });
    const { status, text, log } = await answerTo(fault);
    assert.equal(status, 500);
    assert.equal((JSON.parse(text) as { code: string }).code, 'INTERNAL');
    assert.doesNotMatch(text, /outer|inner/u);
    const [line] = log.filter(({ level }) => level === 'error');
    assert.match(JSON.stringify(line), /"message":"outer".+"type":"TypeError","message":"inner"/u);
  });

  it('survives what is no error at all', async () => {
    const loop = new Error('loop');
    loop.cause = loop;
    for (const fault of ['text', undefined, null, 7, loop]) {
      assert.equal((await answerTo(fault)).status, 500);
    }
  });

  it('has no line of level error for what clients do', async () => {
    const { log } = await answerTo(errorOf('BETA_APP_NOT_FOUND'));
    assert.deepEqual(
      log.map(({ level, message }) => [level, message]),
      [['info', 'request']],
    );
  });
});
