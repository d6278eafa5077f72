import { type Core } from '@beta-app/core';
import { type BetaApp, type BetaAppState } from '@beta-app/core/contract';
import { type Sql } from 'postgres';
import { type BetaAppPlan, makeBetaApp, withdraw } from './beta-apps.js';
import { day } from './days.js';
import { sari } from './people.js';

/** A way of being of a beta app: the state that it shows, and how it comes to be so. */
export interface Standing {
  name: string;
  state: BetaAppState;
  make(core: Core, owner: Sql, plan: BetaAppPlan): Promise<BetaApp>;
}

type Change = (core: Core, app: BetaApp, owner: Sql) => Promise<unknown>;

const actor = sari;
const editOf = ({ id, detailsRevision }: BetaApp) => ({ id, detailsRevision });

const pause =
  (stores: 'keep' | 'drop'): Change =>
  (core, app) =>
    core.pauseBetaApp({ ...editOf(app), stores }, { actor });
const end: Change = (core, app) => core.endBetaApp(editOf(app), { actor });
const cancel: Change = (core, app) => core.cancelBetaApp(editOf(app), { actor });
const promote: Change = (core, app) => core.promoteBetaApp(editOf(app), { actor });
const putOff: Change = (core, app) =>
  core.updateBetaApp({ ...editOf(app), startsOn: day(4), endsOn: day(9) }, { actor });

/** Lets as many days pass for a beta app, as only the schema's owner can. */
const pass =
  (days: number): Change =>
  (_core, { id }, owner) => owner`
    update beta_app.beta_app_state
    set period = daterange(lower(period) - ${days}::integer, upper(period) - ${days}::integer)
    where beta_app_id = ${id}`;

function standing(
  name: string,
  state: BetaAppState,
  period: [number, number],
  ...changes: Change[]
): Standing {
  return {
    name,
    state,
    make: async (core, owner, plan) => {
      const { id } = await makeBetaApp(core, { ...plan, period, stores: ['TB001', 'TB002'] });
      await withdraw(core, id, ['TB002']);
      for (const change of changes) await change(core, await core.getBetaApp({ id }), owner);
      return core.getBetaApp({ id });
    },
  };
}

/** All of them: every beta app has been registered with TB001 and TB002, of which the second was withdrawn again. */
export const standings: readonly Standing[] = [
  standing('scheduled', 'scheduled', [4, 9]),
  standing('put off in a pause that keeps', 'scheduled', [0, 9], pause('keep'), putOff),
  standing('put off in a pause that drops', 'scheduled', [0, 9], pause('drop'), putOff),
  standing('active', 'active', [-3, 9]),
  standing('on its last day', 'active', [-3, 0]),
  standing('ended today', 'active', [-3, 9], end),
  standing('paused, keeping', 'paused', [-3, 9], pause('keep')),
  standing('paused, dropping', 'paused', [-3, 9], pause('drop')),
  standing('ended by its period', 'ended', [-3, 0], pass(1)),
  standing('ended yesterday', 'ended', [-3, 9], end, pass(1)),
  standing('ended in a pause', 'ended', [-3, 9], pause('drop'), end, pass(1)),
  standing('promoted', 'promoted', [-3, 9], promote),
  standing('promoted in a pause', 'promoted', [-3, 9], pause('drop'), promote),
  standing('cancelled', 'cancelled', [-3, 9], cancel),
  standing('cancelled before its first day', 'cancelled', [4, 9], cancel),
  standing('cancelled in a pause', 'cancelled', [-3, 9], pause('keep'), cancel),
];
