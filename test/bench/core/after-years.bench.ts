import { makeBetaApp } from '../../core/support/beta-apps.js';
import { type BenchSuite } from '../harness/report.js';
import { compare, timeOf } from '../harness/rounds.js';
import { openCompany, type Company } from '../support/company.js';
import { saveNew, saveOf } from '../support/saves.js';

const otherBetaApps = 34;
const pastPerRegistration = 20;
/** Trials of the application itself, each over. */
const formerTrials = 400;

/** Saving stores when years of trials have gone by, against the first day. */
export async function measure(): Promise<BenchSuite> {
  const young = await openCompany();
  const old = await openCompany().catch(async (error: unknown) => {
    await young.close();
    throw error;
  });
  try {
    const stores = old.stores.slice(0, 15_000);
    const { current, past } = await liveForYears(old, stores);
    await young.settle();
    return {
      title: 'Saving stores after years',
      about:
        `Two companies of 15,204 stores, each with a server of its own: one with ${past} ended and ${current} current ` +
        `registrations of other beta apps and ${String(formerTrials)} former trials of the same application, and one without any.`,
      rows: [
        await compare({
          what: 'save 15,000 stores after years',
          subject: () => saveNew(old, stores, ['APP0']),
          peer: () => saveNew(young, stores, ['APP0']),
          peerName: 'a company without a past',
          goal: { atMost: 1.2 },
        }),
        await compare({
          what: 'save one box after years',
          rounds: 200,
          warmUp: 20,
          subject: await oneBoxOf(old),
          peer: await oneBoxOf(young),
          peerName: 'a company without a past',
          goal: { atMost: 1.2 },
        }),
      ],
    };
  } finally {
    await Promise.all([old.close(), young.close()]);
  }
}

/** Saves one store in a beta app of that application, and withdraws it the next time. */
async function oneBoxOf(company: Company): Promise<() => Promise<number>> {
  const { id } = await makeBetaApp(company.core, { applications: ['APP0'] });
  let registered = false;
  return async () => {
    registered = !registered;
    return timeOf(await saveOf(company, id, [company.stores[15_100]!], registered));
  };
}

/** Registers the stores in many beta apps, and gives each registration a past. */
async function liveForYears(company: Company, stores: readonly string[]) {
  const { core, owner } = company;
  for (let index = 1; index <= otherBetaApps; index += 1) {
    await makeBetaApp(core, { applications: [`APP${String(index)}`], stores: [...stores] });
  }
  await owner`
    insert into beta_app.registration_past (beta_app_id, store_id, since, until, event_id, end_event_id)
    select beta_app_id, store_id, since - period * interval '2 days', since - (period * 2 - 1) * interval '1 day',
      event_id, event_id
    from beta_app.registration cross join generate_series(1, ${pastPerRegistration}) as period`;
  for (let index = 0; index < formerTrials; index += 1) {
    await makeBetaApp(core, { applications: ['APP0'], stores: [stores[index]!] });
  }
  await owner`
    update beta_app.beta_app_state set period = daterange(lower(period) - 400, upper(period) - 400)
    where until = 'infinity' and beta_app_id in (
      select beta_app_id from beta_app.beta_app_application
      join beta_app.application on application.id = application_id and code = 'APP0')`;
  await company.settle();
  const [counted] = await owner<[{ current: string; past: string }]>`
    select (select count(*) from beta_app.registration) as current,
      (select count(*) from beta_app.registration_past) as past`;
  const told = (count: string) => Number(count).toLocaleString('en');
  return { current: told(counted.current), past: told(counted.past) };
}
