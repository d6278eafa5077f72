import type {
  AddApplication,
  BetaApp,
  ChangeApplication,
  Person,
  RemoveApplication,
} from '@beta-app/core/contract';
import { recordEvent } from './beta-app-record.js';
import { editWithdrawing, holdStores } from './leaving-stores.js';
import { invalidField, Refusal } from './refusal.js';
import { documentOf, findForEdit, type World } from './world.js';

export function addApplication(world: World, input: AddApplication, actor: Person): BetaApp {
  return editWithdrawing(world, input, (record) => {
    const { applicationCode: code, version, notes = '', withdraw } = input;
    if (!world.directory.applications.has(code)) throw invalidField('applicationCode', 'unknown');
    if (record.applications.has(code)) {
      throw new Refusal('APPLICATION_TWICE', {}, [
        { path: 'applicationCode', code: 'application_twice' },
      ]);
    }
    if (record.pause !== 'drop') {
      const { startsOn, endsOn } = record;
      holdStores(world, record, { applications: [code], startsOn, endsOn }, { withdraw, actor });
    }
    record.applications.set(code, { version, notes });
    const at = world.clock.moment();
    recordEvent(record, { actor, at, action: 'add_application', subjects: [code] });
    return documentOf(world, record);
  });
}

export function changeApplication(world: World, input: ChangeApplication, actor: Person): BetaApp {
  const record = findForEdit(world, input);
  const { code } = input;
  const taken = record.applications.get(code);
  if (taken === undefined) throw new Refusal('APPLICATION_NOT_FOUND');
  const { version = taken.version, notes = taken.notes } = input;
  if (version !== taken.version || notes !== taken.notes) {
    record.applications.set(code, { version, notes });
    const at = world.clock.moment();
    recordEvent(record, { actor, at, action: 'change_application', subjects: [code] });
  }
  return documentOf(world, record);
}

export function removeApplication(world: World, input: RemoveApplication, actor: Person): BetaApp {
  const record = findForEdit(world, input);
  if (!record.applications.delete(input.code)) throw new Refusal('APPLICATION_NOT_FOUND');
  const at = world.clock.moment();
  recordEvent(record, { actor, at, action: 'remove_application', subjects: [input.code] });
  return documentOf(world, record);
}
