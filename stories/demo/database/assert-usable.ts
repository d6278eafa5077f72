import postgres from 'postgres';

/** An address that was given leads to no database. */
export class DatabaseUnusableError extends Error {
  /** @param variable What named the address, which itself may hold a password and isn't told. */
  constructor(variable: string, reason: string) {
    super(`${variable} leads to no database: ${reason}`);
    this.name = 'DatabaseUnusableError';
  }
}

/** Throws `DatabaseUnusableError` if nobody could work with a database at that address now. */
export async function assertUsable(variable: string, url: string): Promise<void> {
  const sql = connectionTo(url);
  if (sql === undefined) {
    const reason = 'an address looks like postgres://user:password@host:5432/database';
    throw new DatabaseUnusableError(variable, reason);
  }
  try {
    await sql`select`;
  } catch (error) {
    throw new DatabaseUnusableError(variable, reasonOf(error));
  } finally {
    await sql.end({ timeout: 0 });
  }
}

/** Gives undefined for what is no address. */
function connectionTo(url: string): postgres.Sql | undefined {
  // The driver looks on this machine where an address begins with anything else.
  if (!/^postgres(?:ql)?:\/\//u.test(url)) return undefined;
  try {
    return postgres(url, { max: 1, connect_timeout: 10 });
  } catch {
    return undefined;
  }
}

/** What Node says of a name with several addresses has a code only. */
function reasonOf(error: unknown): string {
  const { message, code } = error as NodeJS.ErrnoException;
  return message === '' ? String(code) : message;
}
