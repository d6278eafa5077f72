/** Quotes a name for SQL text that can't take it as a parameter. */
export function quoteIdentifier(name: string): string {
  if (name === '' || name.includes('\0') || Buffer.byteLength(name) > 63) {
    throw new RangeError('A name in the database has 1 to 63 bytes');
  }
  return `"${name.replaceAll('"', '""')}"`;
}

/** The schema that holds everything, unless another is asked for. */
export const defaultSchema = 'beta_app';
