import assert from 'node:assert/strict';
import { type ErrorCode, errorStatuses } from '@beta-app/core/contract';
import { type Answer, type Call, type TestApi } from './api.js';

export type Refused = (
  code: ErrorCode,
  fields: string[] | undefined,
  method: string,
  path: string,
  call?: Call,
) => Promise<Answer>;

/** Sends a request, and expects that error with its own status and, if named, these field errors. */
export function refusedBy(api: TestApi): Refused {
  return async (code, fields, method, path, call = {}) => {
    const answer = await api.call(method, path, call);
    const told = answer.error.errors.map((field) => `${field.path} ${field.code}`);
    assert.equal(answer.error.code, code, answer.text.slice(0, 500));
    assert.equal(answer.status, errorStatuses[code]);
    assert.equal(answer.error.status_code, answer.status);
    assert.equal(answer.error.status, 'Error');
    assert.ok(answer.error.message.length > 0);
    if (fields) assert.deepEqual(told, fields);
    return answer;
  };
}
