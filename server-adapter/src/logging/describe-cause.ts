const deepest = 5;

/**
 * Tells what is known of an error for the log. What the database says may quote what people typed, so of
 * its errors only the SQLSTATE and the names of constraint and routine are kept.
 */
export function describeCause(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const cause =
    error.cause === undefined || depth >= deepest
      ? {}
      : { cause: describeCause(error.cause, depth + 1) };
  const { code } = error as { code?: unknown };
  if (isFromDatabase(error)) {
    const { constraint_name: constraint, routine } = error as Record<string, unknown> & Error;
    return { type: error.name, sqlState: code, constraint, routine, at: frames(error), ...cause };
  }
  return { type: error.name, code, message: error.message, at: frames(error), ...cause };
}

function isFromDatabase(error: Error): boolean {
  return error.name === 'PostgresError' || 'severity' in error;
}

/** The stack without its first lines, which repeat the message. */
function frames({ stack = '' }: Error): string[] {
  return stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '));
}
