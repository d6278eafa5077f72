import { type Check } from './check.js';

/** The oldest that core is made for. */
const oldestVersion = 150_000;

export const checkDatabase: Check = {
  name: 'database',
  look: async ({ sql }) => {
    const [row] = await sql`
      select current_setting('server_version'), current_setting('server_version_num'),
        current_setting('server_encoding'), pg_is_in_recovery(),
        current_setting('default_transaction_read_only')`.values();
    const [version, number, encoding, isStandby, readOnly] = (row ?? []) as unknown[];
    const message = `PostgreSQL ${String(version)} answers`;
    if (Number(number) < oldestVersion) {
      return { status: 'failure', message, advice: 'Use PostgreSQL 15 or later.' };
    }
    if (encoding !== 'UTF8') {
      return {
        status: 'failure',
        message: `The database is encoded in ${String(encoding)}`,
        advice: "Make a database with encoding 'UTF8' and use that.",
      };
    }
    if (isStandby === true || readOnly === 'on') {
      return {
        status: 'failure',
        message: `${message}, but takes no writes`,
        advice: 'Name the primary server, and a role whose default_transaction_read_only is off.',
      };
    }
    return { status: 'ok', message };
  },
};
