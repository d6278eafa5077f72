import { type Core } from '@beta-app/core';
import { type BetaApp, type Person } from '@beta-app/core/contract';
import { type Sql, type TransactionSql } from 'postgres';
import { applications } from './applications.js';
import { backdateBetaApp, backdateDirectory } from './backdate.js';
import { type BetaAppPlan, betaApps } from './beta-apps.js';
import { branches } from './branches.js';
import { dayFromToday } from './days.js';
import { pauseOrPromote } from './later-states.js';
import { planStores, type StorePlan } from './stores.js';

const masterData: Person = { name: 'Data Induk', nik: 'SISTEM' };

/** How many days ago the last changes happened: stores that closed, beta apps that were stopped. */
const lately = 2;
const directoryAge = 120;

/**
 * Fills an empty database with the demo's branches, stores, applications and beta apps, all or nothing, and
 * tells whether it did. Needs the owner of the schema.
 */
export async function seedIfEmpty(
  sql: Sql,
  coreOver: (transaction: TransactionSql) => Core,
): Promise<boolean> {
  const plan = await planStores();
  return sql.begin(async (transaction) => {
    // Two that start at once: the second waits here, and then finds the first one's data.
    await transaction`select from beta_app.directory for update`;
    const core = coreOver(transaction);
    const { items } = await core.listBranches();
    if (items.length > 0) return false;
    await seed(transaction, core, plan);
    return true;
  });
}

async function seed(sql: TransactionSql, core: Core, plan: StorePlan): Promise<void> {
  const { revision } = await core.syncDirectory(
    {
      branches: {
        mode: 'full',
        rows: branches.map(({ code, name, timeZone }) => ({ code, name, timeZone })),
      },
      stores: { mode: 'full', rows: plan.rows },
      applications: { mode: 'full', rows: [...applications] },
    },
    { actor: masterData },
  );

  const oldestFirst = [...betaApps].sort((one, other) => other.age - one.age);
  for (const betaApp of oldestFirst) await addBetaApp(sql, core, plan, betaApp, revision);

  await core.syncDirectory(
    { stores: { mode: 'partial', rows: plan.closing } },
    { actor: masterData },
  );
  await backdateDirectory(sql, { first: directoryAge, later: lately });
  await sql`analyze`;
}

async function addBetaApp(
  sql: TransactionSql,
  core: Core,
  plan: StorePlan,
  { name, owner, age, period, applications: taken, stores = [], now }: BetaAppPlan,
  directoryRevision: number,
): Promise<void> {
  const as = { actor: owner };
  const [from, to] = period;
  const created = await core.createBetaApp(
    { name, startsOn: dayFromToday(from + age), endsOn: dayFromToday(to + age) },
    as,
  );
  const { id } = created;
  let betaApp: BetaApp = created;
  for (const [applicationCode, version, notes] of taken) {
    const { detailsRevision } = betaApp;
    betaApp = await core.addApplication(
      { id, detailsRevision, applicationCode, version, notes },
      as,
    );
  }
  const codes = stores.flatMap(([branch, count, first = 0]) =>
    (plan.codes.get(branch) ?? []).slice(first, first + count),
  );
  if (codes.length > 0) await registerStores(core, betaApp, codes, directoryRevision);
  if (now === undefined) {
    await backdateBetaApp(sql, id, age);
    return;
  }
  await backdateBetaApp(sql, id, age - lately);
  if (now === 'cancelled') {
    await core.cancelBetaApp({ id, detailsRevision: betaApp.detailsRevision }, as);
  } else {
    await pauseOrPromote(sql, betaApp, now, owner);
  }
  await backdateBetaApp(sql, id, lately);
}

async function registerStores(
  core: Core,
  betaApp: BetaApp,
  codes: string[],
  directoryRevision: number,
): Promise<void> {
  await core.saveStores(
    {
      id: betaApp.id,
      baseRevision: betaApp.revision,
      directoryRevision,
      changes: [{ registered: true, codes }],
    },
    { actor: betaApp.owner },
  );
}
