import type { HistoryEvent, HistoryValues } from '@beta-app/core/contract';
import { type BetaAppRecord, type RecordedEvent } from './beta-app-record.js';

const createdFields = ['name', 'startsOn', 'endsOn', 'owner'] as const;

/** What an event changed of the details of a beta app: what it was before, and after. */
export function historyValues(
  { history }: BetaAppRecord,
  { action, at, subjects }: RecordedEvent,
): Pick<HistoryEvent, 'before' | 'after'> {
  if (action === 'save_stores') return { before: null, after: null };
  if (action.endsWith('_application')) {
    const taken = history.applications.filter(({ code }) => code === subjects[0]);
    return {
      before: applicationOf(taken.find(({ until }) => until === at)),
      after: applicationOf(taken.find(({ since }) => since === at)),
    };
  }
  const fields = action === 'create' ? createdFields : subjects;
  const valuesOf = (state: object | undefined): HistoryValues | null =>
    state === undefined
      ? null
      : Object.fromEntries(
          Object.entries(state).filter(([name]) => fields.includes(name as never)),
        );
  return {
    before: valuesOf(history.states.find(({ until }) => until === at)),
    after: valuesOf(history.states.find(({ since }) => since === at)),
  };
}

function applicationOf(
  taken: BetaAppRecord['history']['applications'][number] | undefined,
): HistoryValues | null {
  if (taken === undefined) return null;
  const { code, version, notes } = taken;
  return { application: { code, version, notes } };
}
