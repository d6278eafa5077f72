import { type z } from 'zod';
import { checkInput } from '../contract/check-input.js';
import { errorOf } from '../errors.js';

/** Checks an input, and throws `VALIDATION_FAILED` with every field that is wrong. */
export function parseInput<Output>(schema: z.ZodType<Output>, input: unknown): Output {
  const result = check(schema, input);
  if (result.success) return result.data;
  throw errorOf('VALIDATION_FAILED', { errors: result.errors });
}

/** Zod passes its findings on as arguments, and more than some 100,000 of them don't fit on the stack. */
function check<Output>(schema: z.ZodType<Output>, input: unknown) {
  try {
    return checkInput(schema, input);
  } catch (cause) {
    if (cause instanceof RangeError) throw errorOf('VALIDATION_FAILED', { cause });
    throw cause;
  }
}
