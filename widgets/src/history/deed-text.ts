import type { HistoryEvent, HistoryStore, HistoryValues } from '@beta-app/core/contract';
import { type Formats } from '../format/formats.js';
import { type HistoryWords } from '../words/history.id.js';
import { type Words } from '../words/words.js';
import { type HistorySubject } from './history-subject.js';

interface Spoken {
  words: Words;
  format: Formats;
}

/**
 * What somebody did, as it follows the name: "menambahkan 14 toko". In the history of a store, the name of the beta app
 * comes behind it.
 */
export function deedText(
  event: HistoryEvent,
  { kind }: Pick<HistorySubject, 'kind'>,
  { words, format }: Spoken,
): string {
  const { did } = words.history;
  const { before, after, stores } = event;
  const pause = after?.pause === 'drop' ? 'drop' : 'keep';
  const [own] = stores?.some ?? [];
  switch (event.action) {
    case 'create':
      return did.created(
        after?.name ?? '',
        format.period(after?.startsOn ?? '', after?.endsOn ?? ''),
      );
    case 'update':
      return did.changed(format.list(changedFields(before ?? {}, after ?? {}, { words, format })));
    case 'add_application':
      return did.applicationAdded(
        after?.application?.code ?? '',
        after?.application?.version ?? '',
      );
    case 'change_application':
      return did.changed(format.list(changedApplication(before ?? {}, after ?? {}, did.change)));
    case 'remove_application':
      return did.applicationRemoved(
        before?.application?.code ?? '',
        before?.application?.version ?? '',
      );
    case 'save_stores':
      return kind === 'store' ? storeDeed(event, did) : storesDeed(event, did);
    case 'pause':
      return before?.pause === undefined || before.pause === 'none'
        ? did.paused[pause]
        : did.pauseChanged[pause];
    case 'resume':
      return did.resumed[before?.pause === 'drop' ? 'drop' : 'keep'];
    case 'end':
      return did.ended(format.date(after?.endsOn ?? ''), format.date(before?.endsOn ?? ''));
    case 'promote':
      return did.promoted;
    case 'cancel':
      return did.cancelled;
    case 'sync_directory':
      return kind === 'store' && own !== undefined
        ? did.storeSynced(format.list(storeChanges(own, words)))
        : did.synced(stores?.total ?? 0);
  }
}

/** What happened to a store: "ditambahkan", "pindah dari cabang JKT1 ke BDG1". */
export function storeChanges(
  { changes, before, after }: HistoryStore,
  { history }: Words,
): string[] {
  const { store } = history;
  return changes.map((change) => {
    if (change === 'renamed') return store.renamed(before?.name ?? '', after?.name ?? '');
    if (change === 'moved') return store.moved(before?.branchCode ?? '', after?.branchCode ?? '');
    return store[change];
  });
}

function storesDeed({ stores }: HistoryEvent, did: HistoryWords['did']): string {
  const { registered = 0, withdrawn = 0, movedFrom = [], movedTo = null } = stores ?? {};
  if (movedTo !== null) return did.storesMovedTo(withdrawn, movedTo.name);
  const origins = movedFrom.map(({ name, stores: n }) => did.includingFrom(n, name));
  return [did.storesSaved(registered, withdrawn), ...origins].join(', ');
}

function storeDeed(
  { stores }: HistoryEvent,
  { storeMovedTo, storeRegistered, storeWithdrawn }: HistoryWords['did'],
) {
  const { registered = 0, withdrawn = 0, movedTo = null, some = [] } = stores ?? {};
  if (movedTo !== null) return storeMovedTo(withdrawn - 1, movedTo.name);
  return some[0]?.changes.includes('withdrawn')
    ? storeWithdrawn(withdrawn - 1)
    : storeRegistered(registered - 1);
}

function changedFields(before: HistoryValues, after: HistoryValues, { words, format }: Spoken) {
  const { change } = words.history.did;
  const changed: string[] = [];
  if (before.name !== undefined && after.name !== undefined) {
    changed.push(change.name(before.name, after.name));
  }
  const days = [before.startsOn, before.endsOn, after.startsOn, after.endsOn];
  const [startedOn, endedOn, startsOn, endsOn] = days;
  if (startedOn && endedOn && startsOn && endsOn) {
    changed.push(change.period(format.period(startedOn, endedOn), format.period(startsOn, endsOn)));
  } else {
    if (startedOn && startsOn) {
      changed.push(change.startsOn(format.date(startedOn), format.date(startsOn)));
    }
    if (endedOn && endsOn) changed.push(change.endsOn(format.date(endedOn), format.date(endsOn)));
  }
  if (before.owner !== undefined && after.owner !== undefined) {
    changed.push(change.owner(before.owner, after.owner));
  }
  return changed;
}

function changedApplication(
  { application: former }: HistoryValues,
  { application: latter }: HistoryValues,
  change: HistoryWords['did']['change'],
): string[] {
  if (former === undefined || latter === undefined) return [];
  const { code, version, notes } = latter;
  return [
    ...(former.version === version ? [] : [change.version(code, former.version, version)]),
    ...(former.notes === notes ? [] : [change.notes(code)]),
  ];
}

/** The notes of a beta version that an event wrote, and what they were before; undefined where it didn't touch any. */
export function writtenNotes({
  action,
  before,
  after,
}: HistoryEvent): { before: string | undefined; after: string } | undefined {
  const notes = after?.application?.notes;
  if (notes === undefined) return undefined;
  if (action === 'add_application')
    return notes === '' ? undefined : { before: undefined, after: notes };
  const former = before?.application?.notes;
  return former === undefined || former === notes ? undefined : { before: former, after: notes };
}
