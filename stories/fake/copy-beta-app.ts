import type { BetaApp, CopyBetaApp, Person } from '@beta-app/core/contract';
import { recordEvent } from './beta-app-record.js';
import { addBetaApp, checkNew } from './details.js';
import { refuseOverlaps } from './overlaps.js';
import { Refusal } from './refusal.js';
import { registerStores } from './save-stores.js';
import { documentOf, findBetaApp, type World } from './world.js';

export function copyBetaApp(world: World, input: CopyBetaApp, actor: Person): BetaApp {
  const source = findBetaApp(world, input.id);
  const { directory, clock } = world;
  const { except = [], startsOn, endsOn } = input;
  const unknown = except.filter((code) => directory.store(code) === undefined);
  if (unknown.length > 0) throw new Refusal('STORES_UNKNOWN', { stores: unknown.sort() });
  checkNew(world, input);
  const applications = input.applications ? [...source.applications].sort() : [];
  const stores = input.stores ? [...source.registrations.keys()].sort() : [];
  const copied = stores.filter(
    (code) => directory.store(code)?.open === true && !except.includes(code),
  );
  const codes = applications.map(([code]) => code);
  refuseOverlaps(world, undefined, { applications: codes, startsOn, endsOn, stores: copied });
  const record = addBetaApp(world, input, actor);
  for (const [code, taken] of applications) {
    record.applications.set(code, { ...taken });
    recordEvent(record, { actor, at: clock.moment(), action: 'add_application', subjects: [code] });
  }
  if (copied.length > 0) registerStores(record, { actor, at: clock.moment() }, copied, []);
  return documentOf(world, record);
}
