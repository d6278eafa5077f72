import type {
  BetaApp,
  BetaAppEdit,
  PauseBetaApp,
  Person,
  WithdrawingEdit,
} from '@beta-app/core/contract';
import { type BetaAppRecord } from './beta-app-record.js';
import { change } from './details.js';
import { editWithdrawing, holdStores } from './leaving-stores.js';
import { type Trial } from './overlaps.js';
import { Refusal } from './refusal.js';
import { documentOf, findForEdit, type World } from './world.js';

export function pauseBetaApp(world: World, input: PauseBetaApp, actor: Person): BetaApp {
  return editWithdrawing(world, input, (record) => {
    const { stores: pause = 'keep', withdraw } = input;
    refuseBeforeStart(world, record);
    if (record.pause === 'drop' && pause === 'keep') {
      holdStores(world, record, trialOf(record), { withdraw, actor });
    }
    return change(world, record, { pause }, { actor, action: 'pause' });
  });
}

export function resumeBetaApp(world: World, input: WithdrawingEdit, actor: Person): BetaApp {
  return editWithdrawing(world, input, (record) => {
    if (record.pause === 'none') throw new Refusal('BETA_APP_NOT_PAUSED');
    if (record.pause === 'drop') {
      holdStores(world, record, trialOf(record), { withdraw: input.withdraw, actor });
    }
    return change(world, record, { pause: 'none' }, { actor, action: 'resume' });
  });
}

function trialOf({ startsOn, endsOn, applications }: BetaAppRecord): Trial {
  return { startsOn, endsOn, applications: applications.keys() };
}

export function endBetaApp(world: World, input: BetaAppEdit, actor: Person): BetaApp {
  const record = findForEdit(world, input);
  refuseBeforeStart(world, record);
  return change(world, record, { endsOn: world.clock.today }, { actor, action: 'end' });
}

export function cancelBetaApp(world: World, input: BetaAppEdit, actor: Person): BetaApp {
  const record = findForEdit(world, input);
  return change(world, record, { closed: 'cancelled' }, { actor, action: 'cancel' });
}

export function promoteBetaApp(world: World, input: BetaAppEdit, actor: Person): BetaApp {
  const record = findForEdit(world, input);
  refuseBeforeStart(world, record);
  if (record.applications.size === 0) throw new Refusal('BETA_APP_EMPTY');
  change(world, record, { closed: 'promoted' }, { actor, action: 'promote' });
  const since = record.events.at(-1)?.at ?? world.clock.moment();
  for (const [code, { version }] of record.applications) {
    world.directory.promote(code, version, since);
  }
  return documentOf(world, record);
}

function refuseBeforeStart({ clock }: World, { startsOn }: BetaAppRecord): void {
  if (startsOn > clock.today) throw new Refusal('BETA_APP_NOT_STARTED', { startsOn });
}
