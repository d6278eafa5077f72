import { type JsonSchema, jsonSchemaOf, type Route, textLimits } from '@beta-app/core/contract';

/** Where an operation's flat input comes from over HTTP. */
export interface DescribedInput {
  parameters: JsonSchema[];
  /** Undefined for an operation that takes nothing from a body. */
  requestBody: JsonSchema | undefined;
}

const ifMatch: JsonSchema = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'The ETag of the beta app that the edit started from.',
  schema: { type: 'string', examples: ['"7"'] },
};

const ifNoneMatch: JsonSchema = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'The ETags of answers that the client has.',
  schema: { type: 'string' },
};

const idempotencyKey: JsonSchema = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Repeating a request with the same key has its effect and its answer once, for 24 h.',
  schema: { type: 'string', pattern: `^[\\x21-\\x7e]{1,${textLimits.idempotencyKey}}$` },
};

/** Splits the input's schema into the parameters and the body of a request. */
export function describeInput(route: Route): DescribedInput {
  const schema = jsonSchemaOf(route.input, 'input');
  const properties = (schema['properties'] ?? {}) as Record<string, JsonSchema>;
  const required = new Set((schema['required'] ?? []) as string[]);
  const parameterIn = (place: 'path' | 'query') => (name: string) => ({
    name,
    in: place,
    required: place === 'path' || required.has(name),
    schema: properties[name] ?? {},
    // Lists are separated by commas.
    ...(place === 'query' && route.query[name] === 'list' ? { style: 'form', explode: false } : {}),
  });

  const params = Object.keys(route.params);
  const query = Object.keys(route.query);
  const elsewhere = new Set([...params, ...query, 'detailsRevision']);
  const body = Object.entries(properties).filter(([name]) => !elsewhere.has(name));
  const bodyRequired = [...required].filter((name) => !elsewhere.has(name));
  return {
    parameters: [
      ...params.map(parameterIn('path')),
      ...query.map(parameterIn('query')),
      ...(route.ifMatch ? [ifMatch] : []),
      ...(route.keeps ? [ifNoneMatch] : []),
      ...(route.writes ? [idempotencyKey] : []),
    ],
    requestBody: body.length === 0 ? undefined : bodyOf(Object.fromEntries(body), bodyRequired),
  };
}

function bodyOf(properties: Readonly<Record<string, JsonSchema>>, required: string[]): JsonSchema {
  const schema = {
    type: 'object',
    properties,
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
  return { required: required.length > 0, content: { 'application/json': { schema } } };
}
