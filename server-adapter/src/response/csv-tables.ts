import {
  type BetaAppStore,
  type BetaAppStorePage,
  type HistoryEvent,
  type HistoryStore,
  type HistoryValues,
  type ListBetaAppHistory,
  type ListBetaAppStores,
  type ListHistoryStores,
  type ListStoreHistory,
  type ListStoresOfVersion,
  type OperationId,
  type StoreHolder,
  type StoreOfVersion,
} from '@beta-app/core/contract';
import { type CsvTable } from './csv-response.js';

const betaAppStores: CsvTable<ListBetaAppStores, BetaAppStore, BetaAppStorePage> = {
  columns: [
    ...['code', 'name', 'branchCode', 'registered'],
    ...['registeredSince', 'closedSince', 'heldBy'],
  ],
  rowOf: (store, { holders }) => [
    store.code,
    store.name,
    store.branchCode,
    String(store.registered),
    store.registeredSince ?? null,
    store.closedSince ?? null,
    store.heldBy
      ?.flatMap((place) => holders[place] ?? [])
      .map(holderText)
      .join('; ') ?? null,
  ],
  fileName: ({ id, branch }) =>
    `stores-${id}${branch === undefined ? '' : `-${safe(branch.toUpperCase())}`}`,
};

const storesOfVersion: CsvTable<ListStoresOfVersion, StoreOfVersion> = {
  columns: ['code', 'name', 'branchCode', 'branchName', 'channel', 'betaAppId', 'betaAppName'],
  rowOf: ({ code, name, branchCode, branchName, channel, betaApp }) => [
    code,
    name,
    branchCode,
    branchName,
    channel,
    betaApp?.id ?? null,
    betaApp?.name ?? null,
  ],
  fileName: ({ application, version }) =>
    `stores-${safe(application.toUpperCase())}-${safe(version)}`,
};

const events: Omit<CsvTable<never, HistoryEvent>, 'fileName'> = {
  columns: [
    ...['event', 'at', 'actorName', 'actorNik', 'action', 'betaAppId', 'betaAppName'],
    ...['before', 'after', 'stores', 'registered', 'withdrawn'],
    ...['movedFrom', 'movedTo', 'someStores'],
  ],
  rowOf: ({ id, at, actor, action, betaApp, before, after, stores }) => [
    id,
    at,
    actor.name,
    actor.nik,
    action,
    betaApp?.id ?? null,
    betaApp?.name ?? null,
    valuesText(before),
    valuesText(after),
    stores?.total ?? null,
    stores?.registered ?? null,
    stores?.withdrawn ?? null,
    stores?.movedFrom.map(({ id, name, stores: n }) => `${n} from ${id} ${name}`).join('; ') ??
      null,
    stores?.movedTo ? `${stores.movedTo.id} ${stores.movedTo.name}` : null,
    stores?.some.map(storeText).join('; ') ?? null,
  ],
};

const betaAppHistory: CsvTable<ListBetaAppHistory, HistoryEvent> = {
  ...events,
  fileName: ({ id }) => `history-${id}`,
};

const storeHistory: CsvTable<ListStoreHistory, HistoryEvent> = {
  ...events,
  fileName: ({ store }) => `history-${safe(store.toUpperCase())}`,
};

const historyStores: CsvTable<ListHistoryStores, HistoryStore> = {
  columns: [
    ...['code', 'name', 'changes', 'nameBefore', 'branchBefore', 'openBefore'],
    ...['branchAfter', 'openAfter'],
  ],
  rowOf: ({ code, name, changes, before, after }) => [
    code,
    name,
    changes.join(' '),
    before?.name ?? null,
    before?.branchCode ?? null,
    before === null ? null : String(before.open),
    after?.branchCode ?? null,
    after === null ? null : String(after.open),
  ],
  fileName: ({ id, event }) => `history-${id}-${event}`,
};

/** The lists that there are as CSV, too. */
export const csvTables: Partial<Record<OperationId, CsvTable>> = {
  listBetaAppStores: betaAppStores as unknown as CsvTable,
  listStoresOfVersion: storesOfVersion as CsvTable,
  listBetaAppHistory: betaAppHistory as CsvTable,
  listStoreHistory: storeHistory as CsvTable,
  listHistoryStores: historyStores as CsvTable,
};

/** Texts are anything, and a header takes only some. */
const safe = (text: string): string => text.trim().replaceAll(/[^\w.-]+/gu, '-');

/** Who holds a store, in one cell: `POS 4.20.0 in 7 Uji Struk, 2026-12-01 to 2026-12-31, Budi (2012007788)`. */
function holderText({ betaApp, application, version }: StoreHolder): string {
  const { id, name, startsOn, endsOn, owner } = betaApp;
  const period = `${startsOn} to ${endsOn}`;
  return `${application.code} ${version} in ${id} ${name}, ${period}, ${owner.name} (${owner.nik})`;
}

/** What an event changed, in one cell: `name: Uji Kasir; endsOn: 2026-12-31`. */
function valuesText(values: HistoryValues | null): string | null {
  if (values === null) return null;
  const { owner, application, ...others } = values;
  const told = {
    ...others,
    ...(owner && { owner: `${owner.name} (${owner.nik})` }),
    ...application,
  };
  return Object.entries(told)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join('; ');
}

/** What happened to a store, in one word or more: `TB0123 renamed, moved from JKT1 to BDG1`. */
function storeText({ code, changes, before, after }: HistoryStore): string {
  const isMoved = changes.includes('moved') && before !== null && after !== null;
  const moved = isMoved ? `moved from ${before.branchCode} to ${after.branchCode}` : 'moved';
  return `${code} ${changes.map((change) => (change === 'moved' ? moved : change)).join(', ')}`;
}
