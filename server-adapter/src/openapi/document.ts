import {
  type JsonSchema,
  jsonSchemaOf,
  type OperationId,
  type Route,
  routes,
} from '@beta-app/core/contract';
import manifest from '../../package.json' with { type: 'json' };
import { errorAnswers, errorResponses, errorSchemas } from './error-answers.js';
import { describeInput } from './input.js';
import { operationTexts } from './operations.js';

const actions = Object.keys(routes) as OperationId[];

/** Describes the API in OpenAPI 3.1, out of the same schemas that check it. */
export function createDocument(basePath: string): JsonSchema {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const action of actions) {
    const { path, method } = routes[action];
    paths[path] = { ...paths[path], [method.toLowerCase()]: describeOperation(action) };
  }
  return {
    openapi: '3.1.1',
    info: { title: 'Beta apps', version: manifest.version },
    servers: [{ url: basePath === '' ? '/' : basePath }],
    paths,
    components: { schemas: { ...answerSchemas(), ...errorSchemas }, responses: errorResponses },
  };
}

function describeOperation(action: OperationId): JsonSchema {
  const route: Route = routes[action];
  const { summary, answer } = operationTexts[action];
  const { parameters, requestBody } = describeInput(route);
  return {
    operationId: action,
    summary,
    parameters,
    ...(requestBody === undefined ? {} : { requestBody }),
    responses: {
      [String(route.status)]: {
        description: 'OK',
        ...(answer === 'BetaApp' ? { headers: { ETag: revisionTag } } : {}),
        ...(route.keeps ? { headers: { ETag: contentTag } } : {}),
        content: {
          'application/json': { schema: envelopeOf(route.status, answer) },
          ...(route.watched ? { 'text/event-stream': { schema: { type: 'string' } } } : {}),
          ...(route.csv ? { 'text/csv': { schema: { type: 'string' } } } : {}),
        },
      },
      ...(route.keeps ? { '304': { description: 'Not Modified: the client has it.' } } : {}),
      ...errorAnswers(route),
    },
  };
}

const revisionTag: JsonSchema = {
  description: "The details' revision, for If-Match.",
  schema: { type: 'string' },
};

const contentTag: JsonSchema = {
  description: 'Of what was answered, for If-None-Match.',
  schema: { type: 'string' },
};

function envelopeOf(status: number, answer: string): JsonSchema {
  return {
    type: 'object',
    properties: {
      status_code: { const: status },
      status: { const: 'Success' },
      message: { const: 'OK' },
      data: { $ref: `#/components/schemas/${answer}` },
    },
    required: ['status_code', 'status', 'message', 'data'],
  };
}

function answerSchemas(): Record<string, JsonSchema> {
  return Object.fromEntries(
    actions.map((action) => [
      operationTexts[action].answer,
      jsonSchemaOf(routes[action].output, 'output'),
    ]),
  );
}
