import { type TimeZone, timeZones } from '@beta-app/core/contract';
import { type Check } from './check.js';

const hoursAhead: Readonly<Record<TimeZone, number>> = {
  'Asia/Jakarta': 7,
  'Asia/Makassar': 8,
  'Asia/Jayapura': 9,
};

export const checkTimeZones: Check = {
  name: 'time zones',
  look: async ({ sql }) => {
    const rows = await sql`
      select name, (extract(epoch from utc_offset) / 3600)::float8::text from pg_timezone_names
      where name in (select jsonb_array_elements_text(${JSON.stringify(timeZones)}::text::jsonb))
      `.values();
    const known = new Map(rows.map(([name, hours]) => [String(name), Number(hours)]));
    const wrong = timeZones.filter((zone) => known.get(zone) !== hoursAhead[zone]);
    if (wrong.length === 0) {
      return { status: 'ok', message: `PostgreSQL knows ${timeZones.join(', ')}` };
    }
    return {
      status: 'failure',
      message: `PostgreSQL doesn't know, or knows otherwise: ${wrong.join(', ')}`,
      advice: "Install the system's time zone data (tzdata) on the database's machine.",
    };
  },
};
