import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { lookupLimits, type Route, routes, versionReasons } from '@beta-app/core/contract';
import { root, samplesIn } from './support/documents.js';

const page = readFileSync(path.join(root, 'docs/http.md'), 'utf8');

describe('The version lookup in the documentation', () => {
  it('has all reasons, in their order', () => {
    const told = [...page.matchAll(/^\| `(\w+)` +\| [^|]+\|$/gmu)].map(([, code]) => code);
    assert.deepEqual(told, [...versionReasons]);
  });

  it('has the limits', () => {
    const { stores, applications, inAddress } = lookupLimits;
    const limits = [inAddress, inAddress, stores, applications].map((limit) =>
      limit.toLocaleString('en'),
    );
    const [, ...told] =
      /`GET` takes (\d+) stores and (\d+) applications, `POST` ([\d,]+) and (\d+)/u.exec(page) ??
      [];
    assert.deepEqual(told, limits);
  });

  it('is asked for as the routes take it', () => {
    const requests = samplesIn('sh')
      .flatMap(({ text }) => text.split('\n'))
      .map((line) => line.replace(/ +#.*/u, ''))
      .filter((line) => line.startsWith('curl '));
    assert.ok(requests.length > 0, 'Where are the requests?');
    for (const line of requests) {
      const route: Route | undefined = Object.values(routes).find(
        ({ method, path: place }) =>
          placeOf(place).test(line) && (method === 'GET') === line.startsWith('curl -G'),
      );
      assert.ok(route, line);
      const body = /-d '(.*)'/u.exec(line)?.[1];
      const fields = body === undefined ? fieldsOf(line, route) : (JSON.parse(body) as object);
      assert.ok(Object.keys(fields).length > 0, line);
      assert.deepEqual(route.input.parse(fields), fields);
    }
  });

  it('shows an answer as it is', () => {
    const [sample] = samplesIn('json').filter(({ text }) => text.includes('"reason"'));
    const version: unknown = JSON.parse(sample?.text ?? '{}');
    const answer = { at: null, stores: [{ code: 'TB0123', store: null, versions: [version] }] };
    assert.deepEqual(routes.lookUpVersions.output.parse(answer), answer);
  });
});

/** Where a route is, with whatever stands for its parameters. */
const placeOf = (place: string): RegExp =>
  new RegExp(`/api${place.replaceAll(/\{\w+\}/gu, '([^/ ]+)')} `, 'u');

/** What a request puts into its address. */
function fieldsOf(line: string, { path: place, params, query }: Route): object {
  const [, ...inPath] = placeOf(place).exec(line) ?? [];
  const given = [
    ...Object.keys(params).map((name, index) => ['', name, inPath[index]]),
    ...line.matchAll(/(?:-d|--data-urlencode) (\w+)=(\S+)/gu),
  ];
  const valueOf = (name: string, text: string) =>
    ({ ...params, ...query })[name] === 'integer' ? Number(text) : text;
  return Object.fromEntries(
    given.map(([, name = '', text = '']): [string, unknown] => [
      name,
      text.includes(',') ? text.split(',') : valueOf(name, text),
    ]),
  );
}
