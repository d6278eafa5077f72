import { type BetaApp, type Person } from '@beta-app/core/contract';
import { type Core } from '@beta-app/core';
import { day } from './days.js';
import { sari } from './people.js';

let made = 0;

export interface BetaAppPlan {
  name?: string;
  /** The first and the last day, counted from today in Jakarta. */
  period?: [number, number];
  applications?: string[];
  stores?: string[];
  actor?: Person;
}

/** Makes a beta app as a test needs it: by default from today for a month, with nothing in it. */
export async function makeBetaApp(core: Core, plan: BetaAppPlan = {}): Promise<BetaApp> {
  made += 1;
  const { period = [0, 30], applications = [], stores = [], actor = sari } = plan;
  const { name = `Uji ${String(made)}` } = plan;
  let app = await core.createBetaApp(
    { name, startsOn: day(period[0]), endsOn: day(period[1]) },
    { actor },
  );
  for (const applicationCode of applications) {
    const { id, detailsRevision } = app;
    app = await core.addApplication(
      { id, detailsRevision, applicationCode, version: `${applicationCode}-beta-${String(id)}` },
      { actor },
    );
  }
  if (stores.length > 0) {
    await register(core, app.id, stores, actor);
    app = await core.getBetaApp({ id: app.id });
  }
  return app;
}

/** Cancels all that haven't ended, so that they hold neither stores nor names. */
export async function cancelAll(core: Core): Promise<void> {
  const { items } = await core.listBetaApps({
    state: ['scheduled', 'active', 'paused'],
    limit: 2_000,
  });
  for (const { id } of items) {
    const { detailsRevision } = await core.getBetaApp({ id });
    await core.cancelBetaApp({ id, detailsRevision }, { actor: sari });
  }
}

/** Registers stores as of now. */
export async function register(core: Core, id: number, codes: string[], actor = sari) {
  return setRegistered(core, id, true, codes, actor);
}

/** Withdraws stores as of now. */
export async function withdraw(core: Core, id: number, codes: string[], actor = sari) {
  return setRegistered(core, id, false, codes, actor);
}

async function setRegistered(
  core: Core,
  id: number,
  registered: boolean,
  codes: string[],
  actor: Person,
) {
  const { revision, directoryRevision } = await core.listBetaAppStores({ id, limit: 1 });
  return core.saveStores(
    { id, baseRevision: revision, directoryRevision, changes: [{ registered, codes }] },
    { actor },
  );
}
