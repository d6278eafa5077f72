import { type BenchSuite } from '../harness/report.js';
import { budget, compare, timeOf } from '../harness/rounds.js';
import { openCompany } from '../support/company.js';
import { liveForTenYears } from '../support/ten-years.js';
import { pgbench } from './support/pgbench.js';
import { sentStatement } from './support/sent-statement.js';

const betaApps = 680;

/** Who registered a store in a beta app, and when; and what people see of a beta app and of a store. */
export async function measure(): Promise<BenchSuite> {
  const company = await openCompany();
  try {
    await liveForTenYears(company);
    const { core, sql, stores, database } = company;
    const [{ first }] = await sql<[{ first: number }]>`
      select min(id) as first from beta_app.beta_app`;
    const random = (below: number) => Math.floor(Math.random() * below);
    const id = () => first + random(betaApps);
    const store = () => stores[random(15_000)]!;
    const choices = `\\set store random(0, 14999)\n\\set app random(${first}, ${first + betaApps - 1})\n`;
    const input = `jsonb_build_object('words', '[]'::jsonb, 'zone', 'Asia/Jakarta', 'rows', 101,
      'store', 'T' || lpad((:store)::text, 5, '0'), 'betaApp', (:app)::integer)`;
    const asked = { store: store(), betaApp: id() };
    const ours = await sentStatement(sql, (each) => each.listStoreHistory(asked), input);
    const bare = `select * from beta_app.registration_past
      where beta_app_id = :app and store_id = (:store)::integer + 1;`;
    return {
      title: 'Histories',
      about:
        'The same company of ten years: 10,200,000 registrations that have ended, each made and ended by an event. pgbench ' +
        'runs the prepared statement that core sends; the pages go through core. Every store was in nearly all of 680 beta ' +
        'apps, and every event is about 15,000 stores.',
      rows: [
        await compare({
          what: 'when a store was added to a beta app, and by whom',
          rounds: 11,
          subject: () => pgbench(database.serviceUrl, `${choices}${ours}\n`),
          peer: () => pgbench(database.serviceUrl, `${choices}${bare}\n`),
          peerName: 'reading a registration by its primary key',
          goal: { atMost: 5 },
        }),
        await budget({
          what: 'the history of a beta app',
          subject: () => timeOf(() => core.listBetaAppHistory({ id: id() })),
          goal: { atMost: 100 },
        }),
        await budget({
          what: 'the history of a store in all beta apps',
          subject: () => timeOf(() => core.listStoreHistory({ store: store() })),
          goal: { atMost: 100 },
        }),
      ],
      limits:
        'The history of a store in all beta apps looks for it in each of them by the primary key: an index by store would ' +
        'spare that, and take as long again for each registration that is written.',
    };
  } finally {
    await company.close();
  }
}
