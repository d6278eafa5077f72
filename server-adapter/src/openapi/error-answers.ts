import { STATUS_CODES } from 'node:http';
import {
  type ErrorCode,
  errorStatuses,
  type JsonSchema,
  type Route,
} from '@beta-app/core/contract';

const codes = Object.keys(errorStatuses) as ErrorCode[];

const fieldErrors: JsonSchema = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      path: { type: 'string' },
      code: { type: 'string' },
      message: { type: 'string' },
      max: { type: 'integer' },
    },
    required: ['path', 'code', 'message'],
  },
};

const facts: Readonly<Record<string, JsonSchema>> = {
  code: { type: 'string', enum: codes },
  errors: fieldErrors,
  details: { type: 'object', description: 'Facts by code.' },
};

/** Both shapes that an error comes in. */
export const errorSchemas: Readonly<Record<string, JsonSchema>> = {
  Error: objectOf({
    status_code: { type: 'integer' },
    status: { const: 'Error' },
    message: { type: 'string', description: 'For people, in the language of the request.' },
    ...facts,
  }),
  Problem: objectOf({
    type: { const: 'about:blank' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'For people, in the language of the request.' },
    ...facts,
  }),
};

/** An answer for each status that an error can have. */
export const errorResponses: Readonly<Record<string, JsonSchema>> = Object.fromEntries(
  [...new Set(Object.values(errorStatuses))].map((status) => [
    componentOf(status),
    {
      description: `${STATUS_CODES[status] ?? ''}: ${codes.filter((code) => errorStatuses[code] === status).join(', ')}`,
      content: {
        'application/json': { schema: { $ref: '#/components/schemas/Error' } },
        'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
      },
    },
  ]),
);

/** The errors that a route can answer, by status. */
export function errorAnswers(route: Route): Record<string, JsonSchema> {
  const statuses = [
    ...[400, 401, 403],
    ...(namesOne(route) ? [404] : []),
    ...(route.method === 'GET' ? [] : [413, 415]),
    ...(route.writes ? [409, 422] : []),
    ...(route.ifMatch ? [412, 428] : []),
    ...[500, 503, 504],
  ];
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      { $ref: `#/components/responses/${componentOf(status)}` },
    ]),
  );
}

/** Whether an address or a query names one thing, which may not be there. */
function namesOne({ params, query }: Route): boolean {
  return (
    Object.keys(params).length > 0 ||
    query['betaApp'] === 'integer' ||
    query['application'] === 'text'
  );
}

function componentOf(status: number): string {
  return `Error${status}`;
}

function objectOf(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { type: 'object', properties, required: Object.keys(properties) };
}
