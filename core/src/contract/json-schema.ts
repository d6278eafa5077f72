import { z } from 'zod';

/** A schema in JSON Schema 2020-12, the dialect of OpenAPI 3.1. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Describes what a schema takes in, or what it gives out, for documents such as OpenAPI. */
export function jsonSchemaOf(schema: z.ZodType, side: 'input' | 'output'): JsonSchema {
  const described = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: side,
    unrepresentable: 'any',
  });
  // The document that it becomes a part of names the dialect.
  return Object.fromEntries(Object.entries(described).filter(([key]) => key !== '$schema'));
}
