import { type Check } from './check.js';

/** People compare what they see with their watches, to the minute at best. */
const toleratedMs = 2_000;

export const checkClock: Check = {
  name: 'clock',
  look: async ({ sql }) => {
    const before = Date.now();
    const [row] = await sql`
      select (extract(epoch from clock_timestamp()) * 1000)::float8::text`.values();
    const after = Date.now();
    const difference = Number(row?.[0]) - (before + after) / 2;
    const seconds = (Math.abs(difference) / 1000).toFixed(1);
    // Nobody knows at which moment of the round trip the database looked at its clock.
    if (Math.abs(difference) <= toleratedMs + (after - before) / 2) {
      return { status: 'ok', message: `This machine and the database differ by ${seconds} s` };
    }
    return {
      status: 'warning',
      message: `The database's clock is ${seconds} s ${difference > 0 ? 'ahead of' : 'behind'} this machine's`,
      advice: 'Set both by one time server (NTP). What is recorded follows the database.',
    };
  },
};
