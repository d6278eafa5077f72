import { createHash } from 'node:crypto';
import { z } from 'zod';
import { personSchema } from '../contract/person.js';
import { line, textLimits } from '../contract/text.js';
import { type Context } from '../context.js';
import { type WriteOptions } from '../core.js';
import { parseInput } from '../input/parse-input.js';

const optionsSchema = z.object({
  actor: personSchema,
  idempotencyKey: line(textLimits.idempotencyKey).optional(),
});

/**
 * Makes an operation that writes: it checks the input, translates it into what the database's function reads,
 * and calls that. The fingerprint by which a repeated key is told from a reused one covers everything that was
 * passed.
 */
export function writer<Parsed extends object, Answer, Options extends WriteOptions = WriteOptions>(
  { database, zone }: Context,
  operation: string,
  schema: z.ZodType<Parsed>,
  translate: (parsed: Parsed, options: Options) => object = (parsed) => parsed,
): (input: unknown, options: Options) => Promise<Answer> {
  return async (input, options) => {
    const parsed = parseInput(schema, input);
    const { actor, idempotencyKey } = parseInput(optionsSchema, options);
    const isDryRun = 'dryRun' in parsed && parsed.dryRun === true;
    const repeatable =
      idempotencyKey === undefined || isDryRun
        ? {}
        : { key: idempotencyKey, fingerprint: fingerprint(operation, parsed) };
    return database.write<Answer>(operation, {
      actor,
      input: translate(parsed, options),
      options: { zone, ...repeatable },
    });
  };
}

function fingerprint(operation: string, parsed: object): string {
  return createHash('sha256')
    .update(JSON.stringify([operation, parsed]))
    .digest('base64url');
}
