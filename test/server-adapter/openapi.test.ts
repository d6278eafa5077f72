import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Core } from '@beta-app/core';
import { errorStatuses, type OperationId, type Route, routes } from '@beta-app/core/contract';
import { createHandler } from '@beta-app/server-adapter';

interface Operation {
  operationId: string;
  summary: string;
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: {
    content: Record<string, { schema: { properties: object; required?: string[] } }>;
  };
  responses: Record<string, object>;
}

interface Document {
  openapi: string;
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; responses: Record<string, object> };
}

const handler = createHandler({ core: {} as Core, basePath: '/sih' });
const response = await handler(new Request('http://localhost/sih/openapi.json'));
const document = (await response.json()) as Document;
const operations = Object.keys(routes) as OperationId[];

function operationOf(id: OperationId): Operation {
  const { path, method } = routes[id];
  const operation = document.paths[path]?.[method.toLowerCase()];
  assert.ok(operation, id);
  return operation;
}

function resolve(reference: string): unknown {
  assert.match(reference, /^#\//u);
  return reference
    .slice(2)
    .split('/')
    .reduce<unknown>(
      (value, key) => (value as Record<string, unknown> | undefined)?.[key],
      document,
    );
}

function* valuesOf(key: string, value: unknown): Generator {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (name === key) yield inner;
    yield* valuesOf(key, inner);
  }
}

describe('the OpenAPI document', () => {
  it('is served below the base path without authentication', () => {
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'application/json');
    assert.match(document.openapi, /^3\.1\.\d$/u);
    assert.deepEqual(document.servers, [{ url: '/sih' }]);
  });

  it('has every route once, under its own name', () => {
    const ids = [...valuesOf('operationId', document)];
    assert.deepEqual([...ids].sort(), [...operations].sort());
    for (const id of operations) assert.equal(operationOf(id).operationId, id);
  });

  it('refers only to what is there, and to all of it', () => {
    const references = new Set(valuesOf('$ref', document) as Iterable<string>);
    assert.ok(references.size > 0);
    for (const reference of references) assert.ok(resolve(reference), reference);
    for (const name of Object.keys(document.components.schemas)) {
      assert.ok(references.has(`#/components/schemas/${name}`), name);
    }
  });

  it('gives every part of the input one place', () => {
    for (const id of operations) {
      const route: Route = routes[id];
      const { parameters, requestBody, responses } = operationOf(id);
      const inPath = parameters.filter((parameter) => parameter.in === 'path');
      assert.deepEqual(
        inPath.map(({ name }) => `{${name}}`),
        route.path.match(/\{\w+\}/gu) ?? [],
      );
      assert.ok(inPath.every(({ required }) => required));
      const inQuery = parameters.filter((parameter) => parameter.in === 'query');
      assert.deepEqual(
        inQuery.map(({ name }) => name),
        Object.keys(route.query),
      );
      assert.ok(parameters.every(({ schema }) => Object.keys(schema).length > 0));
      const inBody = Object.keys(requestBody?.content['application/json']?.schema.properties ?? {});
      const elsewhere = [
        ...Object.keys(route.params),
        ...Object.keys(route.query),
        'detailsRevision',
      ];
      assert.ok(inBody.every((name) => !elsewhere.includes(name)));
      const isEdit = parameters.some(({ name, required }) => name === 'If-Match' && required);
      assert.equal(isEdit, route.ifMatch);
      const isWrite = parameters.some(({ name }) => name === 'Idempotency-Key');
      assert.equal(isWrite, route.writes);
      const isKept = parameters.some(({ name }) => name === 'If-None-Match');
      assert.deepEqual([isKept, '304' in responses], [route.keeps === true, route.keeps === true]);
    }
    const create = operationOf('createBetaApp').requestBody?.content['application/json']?.schema;
    assert.deepEqual(create?.required, ['name', 'startsOn', 'endsOn']);
  });

  it('tells every answer, in its envelope', () => {
    const told = new Set<string>();
    for (const id of operations) {
      const { responses } = operationOf(id);
      assert.ok(responses[String(routes[id].status)], id);
      for (const status of Object.keys(responses)) told.add(status);
    }
    // An answer to no operation.
    const everywhere = new Set(Object.values(errorStatuses).map(String));
    everywhere.delete('405');
    for (const status of everywhere) assert.ok(told.has(status), status);
  });
});
