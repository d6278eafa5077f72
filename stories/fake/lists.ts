import type {
  ApplicationPage,
  BetaApp,
  BetaAppPage,
  BetaAppRef,
  BetaAppStore,
  BetaAppStorePage,
  BranchList,
  ListApplications,
  ListBetaApps,
  ListBetaAppStores,
  ListBranches,
  ListStores,
  Person,
  StoreHolder,
  StorePage,
} from '@beta-app/core/contract';
import { type BetaAppRecord, referenceOf, stateOn } from './beta-app-record.js';
import { findHolders } from './overlaps.js';
import { takePage } from './paging.js';
import { invalidField } from './refusal.js';
import { closenessTo, fold, searchFor } from './search.js';
import { documentOf, findBetaApp, type World } from './world.js';

export function getBetaApp(world: World, { id }: BetaAppRef): BetaApp {
  return documentOf(world, findBetaApp(world, id));
}

export function listBetaApps(world: World, input: ListBetaApps, { nik }: Person): BetaAppPage {
  const { q, state = [] } = input;
  const isFound = searchFor(q);
  const items = world.betaApps
    .map((record) => ({ ...referenceOf(record), state: stateOn(record, world.clock.today) }))
    .filter(
      ({ name, owner, ...betaApp }) =>
        (state.length === 0 || state.includes(betaApp.state)) &&
        isFound(name, owner.name, owner.nik),
    );
  return takePage(items, {
    query: input,
    filter: ['beta-apps', q, [...state].sort()],
    // One's own first, then by start, newest first.
    keyOf: ({ owner, startsOn, id }) => [owner.nik === nik ? 1 : 0, startsOn, id],
    descending: true,
  });
}

export function listBetaAppStores(world: World, input: ListBetaAppStores): BetaAppStorePage {
  const { directory } = world;
  const { id, branch, q, registered } = input;
  const record = findBetaApp(world, id);
  const { registrations, revision } = record;
  if (branch !== undefined && !directory.branches.has(branch)) {
    throw invalidField('branch', 'unknown');
  }
  const isFound = searchFor(q);
  const matching = directory
    .stores()
    .filter(
      ({ code, name, branchCode, open }) =>
        (branch === undefined || branchCode === branch) &&
        isFound(code, name) &&
        (open || registrations.has(code)),
    );
  const filtered = matching.filter(
    ({ code }) => registered === undefined || registrations.has(code) === registered,
  );
  const page = takePage(filtered, {
    query: input,
    filter: ['stores', id, branch, q, registered],
    keyOf: ({ code }) => [code],
  });
  const unregistered = page.items
    .map(({ code }) => code)
    .filter((code) => !registrations.has(code));
  const { holders, heldBy } = holdersOf(world, record, unregistered);
  return {
    ...page,
    items: page.items.map(({ code, name, branchCode }): BetaAppStore => {
      const held = heldBy.get(code);
      const registeredSince = registrations.get(code)?.since;
      const closedSince = directory.closedSince(code);
      return {
        code,
        name,
        branchCode,
        registered: registeredSince !== undefined,
        ...(registeredSince !== undefined && { registeredSince }),
        ...(closedSince !== undefined && { closedSince }),
        ...(held !== undefined && { heldBy: held }),
      };
    }),
    holders,
    total: filtered.filter(({ open }) => open).length,
    registeredTotal: matching.filter(({ code, open }) => open && registrations.has(code)).length,
    revision,
    directoryRevision: directory.revision,
  };
}

/** Who stands in the way of registering stores, and of which. */
function holdersOf(
  world: World,
  record: BetaAppRecord,
  stores: readonly string[],
): { holders: StoreHolder[]; heldBy: Map<string, number[]> } {
  const holders: StoreHolder[] = [];
  const heldBy = new Map<string, number[]>();
  const isOver = ['ended', 'promoted', 'cancelled'].includes(stateOn(record, world.clock.today));
  if (isOver || record.pause === 'drop') return { holders, heldBy };
  const trial = { ...record, applications: record.applications.keys() };
  for (const { other, holder } of findHolders(world, record, trial)) {
    const held = stores.filter((code) => other.registrations.has(code));
    if (held.length === 0) continue;
    for (const code of held) heldBy.set(code, [...(heldBy.get(code) ?? []), holders.length]);
    holders.push(holder);
  }
  return { holders, heldBy };
}

export function listBranches(world: World, { q, betaApp }: ListBranches): BranchList {
  const registrations =
    betaApp === undefined ? undefined : findBetaApp(world, betaApp).registrations;
  const open = world.directory.stores().filter((store) => store.open);
  const isFound = searchFor(q);
  const order = ({ code, name }: { code: string; name: string }) => `${fold(name)}\n${code}`;
  return {
    items: [...world.directory.branches.values()]
      .filter(({ code, name }) => isFound(code, name))
      .sort((one, other) => (order(one) < order(other) ? -1 : 1))
      .map((branch) => {
        const stores = open.filter(({ branchCode }) => branchCode === branch.code);
        const registered = stores.filter(({ code }) => registrations?.has(code)).length;
        return { ...branch, stores: stores.length, registered };
      }),
  };
}

export function listApplications(world: World, input: ListApplications): ApplicationPage {
  const isFound = searchFor(input.q);
  const items = [...world.directory.applications.values()];
  return takePage(
    items.filter(({ code, name }) => isFound(code, name)),
    { query: input, filter: ['applications', input.q], keyOf: ({ code }) => [code] },
  );
}

export function listStores(world: World, input: ListStores): StorePage {
  const isFound = searchFor(input.q);
  const closeness = closenessTo(input.q);
  const items = world.directory
    .stores()
    .filter(({ code, name }) => isFound(code, name) || closeness(code) !== undefined);
  return takePage(items, {
    query: input,
    filter: ['all-stores', input.q],
    keyOf: ({ code }) => [closeness(code) ?? 2, code],
  });
}
