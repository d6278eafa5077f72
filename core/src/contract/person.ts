import { z } from 'zod';
import { line, textLimits } from './text.js';

/** Who did it, or whose it is: a name and an employee number (NIK). */
export interface Person {
  name: string;
  nik: string;
}

/** Checks that a value is a person, trimmed and in NFC: for what hosts say of their users. */
export const personSchema = z.strictObject({
  name: line(textLimits.personName),
  nik: line(textLimits.nik),
}) satisfies z.ZodType<Person>;
