import { z } from 'zod';
import { line, textLimits } from './text.js';

/** Who did it, or whose it is: a name and an employee number (NIK). */
export interface Person {
  name: string;
  nik: string;
}

export const personSchema = z.strictObject({
  name: line(textLimits.personName),
  nik: line(textLimits.nik),
}) satisfies z.ZodType<Person>;
