import { type BenchSuite } from '../harness/report.js';
import { compare, comparisonOf, inTurns, type Side } from '../harness/rounds.js';
import { medianOf } from '../harness/statistics.js';
import { type Company, openCompany } from '../support/company.js';
import { liveForTenYears, pastDays } from '../support/ten-years.js';
import { pgbench } from './support/pgbench.js';
import { sentStatement } from './support/sent-statement.js';

const lookups = 500;

/** Which version a store ran at a moment of the past: what the database needs for it, and what core adds. */
export async function measure(): Promise<BenchSuite> {
  const company = await openCompany();
  try {
    await liveForTenYears(company);
    const { serviceUrl } = company.database;
    const ours = await scriptOf(company);
    const measured = await inTurns({
      rounds: 11,
      subject: () => pgbench(serviceUrl, ours),
      peer: () => pgbench(serviceUrl, bare),
    });
    const more = medianOf(measured.subject) - medianOf(measured.peer);
    return {
      title: 'Versions at a moment of the past',
      about:
        'A company of 15,204 stores and 60 applications, each of them tried every 300 days for more than ten years: ' +
        '10,200,000 registrations that have ended. One application of one store at a random moment of that time, over one ' +
        'connection. pgbench runs prepared statements, of ours the one that core sends.',
      rows: [
        comparisonOf(measured, {
          what: 'the statement of one lookup',
          peerName: 'reading a row by its primary key',
          goal: { atMost: 3 },
        }),
        await compare({
          what: 'one lookup through core',
          subject: lookUp(company),
          peer: async () => (await readRow(company)()) + more,
          peerName:
            'reading a row by its primary key with the driver, and what the statement takes more',
          goal: { atMost: 1.5 },
        }),
      ],
      limits:
        'More than half of the time of the statement passes also where neither the store nor the application is known: in ' +
        'starting a plan that has a part for each kind of fact.',
    };
  } finally {
    await company.close();
  }
}

const bare = '\\set id random(1, 15204)\nselect * from beta_app.store where id = :id;\n';

/** A script with the statement that core sends, asked about random stores, applications and moments. */
async function scriptOf({ sql }: Company): Promise<string> {
  const input = `jsonb_build_object(
    'stores', jsonb_build_array('T' || lpad((:store)::text, 5, '0')),
    'applications', jsonb_build_array('APP' || (:application)::text),
    'at', now() - (:days)::integer * interval '1 day')`;
  const statement = await sentStatement(sql, (core) => core.lookUpVersions(randomLookup()), input);
  return `\\set store random(0, 15203)
\\set application random(0, 59)
\\set days random(1, ${String(pastDays)})
${statement}
`;
}

const lookUp =
  ({ core }: Company): Side =>
  async () => {
    const start = performance.now();
    for (let index = 0; index < lookups; index += 1) await core.lookUpVersions(randomLookup());
    return (performance.now() - start) / lookups;
  };

const readRow =
  ({ sql }: Company): Side =>
  async () => {
    const start = performance.now();
    for (let index = 0; index < lookups; index += 1) {
      await sql`select * from beta_app.store where id = ${1 + random(15_204)}`;
    }
    return (performance.now() - start) / lookups;
  };

const random = (below: number): number => Math.floor(Math.random() * below);

const randomLookup = () => ({
  store: `T${String(random(15_204)).padStart(5, '0')}`,
  application: `APP${String(random(60))}`,
  at: new Date(Date.now() - 86_400_000 * (1 + Math.random() * (pastDays - 1))).toISOString(),
});
