import {
  type HistoryAction,
  type HistoryEvent,
  type HistoryPage,
  type HistoryQuery,
  type HistoryStore,
  type HistoryStorePage,
  historyStoresAtOnce,
  type HistoryValues,
  type ListBetaAppHistory,
  type ListHistoryStores,
  type ListStoreHistory,
  type Person,
} from '@beta-app/core/contract';
import { type BetaAppRecord, type RecordedEvent } from './beta-app-record.js';
import { historyValues } from './history-values.js';
import { takePage } from './paging.js';
import { invalidField, Refusal } from './refusal.js';
import { searchFor } from './search.js';
import { type Span } from './spans.js';
import { findBetaApp, type World } from './world.js';

/** An event with where it comes from. */
interface Happened {
  id: number;
  at: string;
  actor: Person;
  action: HistoryAction;
  /** Absent for a sync. */
  record?: BetaAppRecord;
  event?: RecordedEvent;
}

export function listBetaAppHistory(world: World, input: ListBetaAppHistory): HistoryPage {
  const record = findBetaApp(world, input.id);
  checkNames(world, input.application, input.store);
  const { store } = input;
  const first = record.events[0]?.at ?? '';
  const items = happened(world)
    .filter((each) => (each.record ?? record) === record && each.at >= first)
    .flatMap((each): HistoryEvent[] => {
      const all = storesOf(world, each, record);
      const stores = store === undefined ? all : all.filter(({ code }) => code === store);
      const isOfStores = each.record === undefined || store !== undefined;
      return isOfStores && stores.length === 0 ? [] : [told(each, all, stores)];
    });
  return page(items, world, input, ['beta-app-history', input.id, store]);
}

export function listStoreHistory(world: World, input: ListStoreHistory): HistoryPage {
  const { store, betaApp } = input;
  if (world.directory.store(store) === undefined) throw new Refusal('STORE_NOT_FOUND');
  checkNames(world, input.application);
  if (betaApp !== undefined) {
    const { items } = listBetaAppHistory(world, { id: betaApp, store, limit: 2_000 });
    return page(items, world, input, ['store-history', store, betaApp]);
  }
  const items = happened(world).flatMap((each): HistoryEvent[] => {
    const all = storesOf(world, each);
    const own = all.filter(({ code }) => code === store);
    return own.length === 0 ? [] : [told(each, each.record === undefined ? own : all, own)];
  });
  return page(items, world, input, ['store-history', store]);
}

export function listHistoryStores(
  world: World,
  { id, event, ...query }: ListHistoryStores,
): HistoryStorePage {
  const record = findBetaApp(world, id);
  const found = happened(world).find((each) => each.id === event);
  const isOwn = (found?.record ?? record) === record;
  if (found === undefined || !isOwn || found.at < (record.events[0]?.at ?? '')) {
    throw new Refusal('EVENT_NOT_FOUND');
  }
  return takePage(storesOf(world, found, record), {
    query,
    filter: ['history-stores', id, event],
    keyOf: ({ code }) => [code],
  });
}

/** All that ever happened, oldest first: the number of an event is its place. */
function happened({ betaApps, directory }: World): Happened[] {
  return [
    ...betaApps.flatMap((record) =>
      record.events.map((event) => ({ ...pick(event), action: event.action, record, event })),
    ),
    ...directory.syncs.map((sync) => ({ ...pick(sync), action: 'sync_directory' as const })),
  ]
    .sort((one, other) => (one.at < other.at ? -1 : 1))
    .map((each, index) => ({ ...each, id: index + 1 }));
}

const pick = ({ at, actor }: { at: string; actor: Person }) => ({ at, actor });

/** The stores of an event, in order of code; of a sync, those that a beta app had and it moved, closed or reopened. */
function storesOf(
  { directory }: World,
  { at, action, record }: Happened,
  of = record,
): HistoryStore[] {
  if (action === 'sync_directory') {
    return directory
      .stores()
      .flatMap(({ code }) => syncedStore(directory.storeStates(code), code, at) ?? [])
      .filter(({ code, changes }) => {
        if (of === undefined) return true;
        const matters = changes.some((change) => /^(?:moved|closed|reopened)$/u.test(change));
        return matters && spansOf(of, code).some(({ since, until }) => since <= at && at < until);
      });
  }
  if (action !== 'save_stores' || record === undefined) return [];
  const codes = new Set([
    ...record.registrations.keys(),
    ...record.history.registrations.map(({ code }) => code),
  ]);
  return [...codes].sort().flatMap((code): HistoryStore[] => {
    const spans = spansOf(record, code);
    const isRegistered = spans.some(({ since }) => since === at);
    if (!isRegistered && !spans.some(({ until }) => until === at)) return [];
    const state = directory.storeStates(code).find(({ since, until }) => since <= at && at < until);
    const changes = [isRegistered ? ('registered' as const) : ('withdrawn' as const)];
    return [{ code, name: state?.name ?? '', changes, before: null, after: null }];
  });
}

function spansOf({ registrations, history }: BetaAppRecord, code: string): Span[] {
  const current = registrations.get(code);
  return [
    ...history.registrations.filter((each) => each.code === code),
    ...(current === undefined ? [] : [{ since: current.since, until: 'infinity' }]),
  ];
}

type State = Span & { name: string; branchCode: string; open: boolean };

function syncedStore(states: readonly State[], code: string, at: string): HistoryStore | undefined {
  const place = states.findIndex(({ since }) => since === at);
  const [former, state] = [states[place - 1], states[place]];
  if (state === undefined) return undefined;
  const valuesOf = ({ name, branchCode, open }: State) => ({ name, branchCode, open });
  const changes: HistoryStore['changes'] = [];
  if (former === undefined) changes.push('added');
  else {
    if (former.name !== state.name) changes.push('renamed');
    if (former.branchCode !== state.branchCode) changes.push('moved');
    if (former.open && !state.open) changes.push('closed');
    if (!former.open && state.open) changes.push('reopened');
  }
  const before = former === undefined ? null : valuesOf(former);
  return { code, name: state.name, changes, before, after: valuesOf(state) };
}

/** An event as it is told: with the number of all of its stores, and some of those that were asked about. */
function told(
  { id, at, actor, action, record, event }: Happened,
  all: readonly HistoryStore[],
  asked: readonly HistoryStore[],
): HistoryEvent {
  const state = record?.history.states.find(({ since, until }) => since <= at && at < until);
  const count = (wanted: string) => all.filter(({ changes: [change] }) => change === wanted).length;
  const values =
    record === undefined || event === undefined
      ? { before: null, after: null }
      : historyValues(record, event);
  return {
    id,
    at,
    actor,
    action,
    revision: event?.revision ?? null,
    betaApp: record === undefined ? null : { id: record.id, name: state?.name ?? record.name },
    ...values,
    stores:
      action !== 'save_stores' && action !== 'sync_directory'
        ? null
        : {
            total: record === undefined ? asked.length : all.length,
            registered: count('registered'),
            withdrawn: count('withdrawn'),
            movedFrom: event?.movedFrom ?? [],
            movedTo: event?.movedTo ?? null,
            some: asked.slice(0, historyStoresAtOnce),
          },
  };
}

function page(
  items: readonly HistoryEvent[],
  world: World,
  query: HistoryQuery,
  list: unknown[],
): HistoryPage {
  const { application, actor, action = [], from, to } = query;
  const isFound = searchFor(actor);
  const wanted = items.filter(
    (event) =>
      (application === undefined || concerns(world, event, application)) &&
      isFound(event.actor.name, event.actor.nik) &&
      (action.length === 0 || action.includes(event.action)) &&
      (from === undefined || dayOf(event.at) >= from) &&
      (to === undefined || dayOf(event.at) <= to),
  );
  const { items: shown, nextCursor } = takePage(wanted, {
    query,
    filter: [...list, application, actor, [...action].sort(), from, to],
    keyOf: ({ id }) => [id],
    descending: true,
  });
  return { items: shown, nextCursor };
}

function concerns(world: World, event: HistoryEvent, code: string): boolean {
  const about: HistoryValues['application'] = (event.after ?? event.before)?.application;
  if (about !== undefined) return about.code === code;
  if (event.betaApp === null) return true;
  return findBetaApp(world, event.betaApp.id).history.applications.some(
    (taken) => taken.code === code && taken.since <= event.at && event.at <= taken.until,
  );
}

const dayOf = (at: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta' }).format(new Date(at));

function checkNames({ directory }: World, application?: string, store?: string): void {
  if (store !== undefined && directory.store(store) === undefined) {
    throw invalidField('store', 'unknown');
  }
  if (application !== undefined && !directory.applications.has(application)) {
    throw new Refusal('APPLICATION_NOT_FOUND');
  }
}
