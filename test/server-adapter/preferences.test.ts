import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type ProblemBody } from '@beta-app/core/contract';
import { openApi, type TestApi } from './support/api.js';

let api: TestApi;
before(async () => {
  api = await openApi();
});
after(() => api.close());

describe('the language of messages', () => {
  const notFound = { id: 'Beta-app ini tidak ditemukan.', en: 'This beta app was not found.' };
  const wishes: [header: string, language: 'id' | 'en'][] = [
    ['', 'id'],
    ['en', 'en'],
    ['en-US,en;q=0.9,id;q=0.8', 'en'],
    ['id-ID,id;q=0.9,en-US;q=0.8', 'id'],
    ['de, en;q=0.3', 'en'],
    ['id;q=0, en;q=0.1', 'en'],
    ['in', 'id'],
    ['de, *;q=0.5', 'id'],
    [';;;,q=,en;q=x', 'id'],
  ];
  for (const [header, language] of wishes) {
    it(`is ${language} for “${header}”`, async () => {
      const headers: Record<string, string> = header === '' ? {} : { 'Accept-Language': header };
      const answer = await api.call('GET', '/api/beta-apps/999999', { headers });
      assert.equal(answer.error.message, notFound[language]);
      assert.equal(answer.headers.get('content-language'), language);
    });
  }

  it('covers the fields', async () => {
    const headers = { 'Accept-Language': 'en' };
    const { error } = await api.call('POST', '/api/beta-apps', { body: { name: 'A' }, headers });
    assert.equal(error.message, 'Some fields are not filled in: Start date, End date.');
    assert.equal(error.errors[0]?.message, 'Start date is not filled in.');
  });
});

describe('problem+json', () => {
  const asks = async (accept: string) => {
    const headers = { Accept: accept, 'Accept-Language': 'en' };
    return api.call('POST', '/api/beta-apps', { body: {}, headers });
  };

  it('is given to those who ask for it by name', async () => {
    for (const accept of [
      'application/problem+json',
      'application/json, application/problem+json',
      'application/json;q=0.5, application/problem+json;q=0.9',
    ]) {
      const answer = await asks(accept);
      assert.equal(answer.headers.get('content-type'), 'application/problem+json');
      const problem = answer.error as unknown as ProblemBody;
      assert.deepEqual(Object.keys(problem), [
        ...['type', 'title', 'status', 'detail', 'code', 'errors', 'details'],
      ]);
      assert.equal(problem.status, 400);
      assert.equal(problem.title, 'Bad Request');
      assert.match(problem.detail, /^Some fields are not filled in/u);
      assert.equal(problem.errors.length, 3);
    }
  });

  it('is not given to others', async () => {
    for (const accept of [
      '*/*',
      'application/*',
      'text/html',
      'application/problem+json;q=0',
      'application/json, application/problem+json;q=0.1',
    ]) {
      const answer = await asks(accept);
      assert.equal(answer.headers.get('content-type'), 'application/json');
      assert.equal(answer.error.status_code, 400);
    }
  });

  it('is for errors only', async () => {
    const headers = { Accept: 'application/problem+json' };
    const answer = await api.call('GET', '/api/branches', { headers });
    assert.equal(answer.headers.get('content-type'), 'application/json');
  });
});
