import type { Person } from '@beta-app/core/contract';
import { type BetaAppRecord, type RecordedEvent } from './beta-app-record.js';
import { follow, never, type Span } from './spans.js';

type Details = Pick<BetaAppRecord, 'name' | 'startsOn' | 'endsOn' | 'owner' | 'pause' | 'closed'>;

/** What a beta app was, with the present at the end. */
export interface BetaAppHistory {
  states: (Span & Details & { actor: Person })[];
  applications: (Span & {
    code: string;
    version: string;
    notes: string;
    endedBy: Person | null;
  })[];
  /** Those that have ended; the others are in the record. */
  registrations: (Span & { code: string; startedBy: Person; endedBy: Person })[];
}

/** Writes down what has changed of a beta app's own facts and of its applications. */
export function followDetails(record: BetaAppRecord, { at, actor }: RecordedEvent): void {
  const { name, startsOn, endsOn, owner, pause, closed, applications, history } = record;
  const details: Details = { name, startsOn, endsOn, owner, pause, closed };
  const last = history.states.at(-1);
  if (last === undefined || !isSame({ ...last, ...details }, last)) {
    follow(history.states, { ...details, actor }, at);
  }
  const open = history.applications.filter(({ until }) => until === never);
  for (const span of open) {
    const { version, notes } = applications.get(span.code) ?? {};
    if (version !== span.version || notes !== span.notes) {
      Object.assign(span, { until: at, endedBy: actor });
    }
  }
  for (const [code, taken] of applications) {
    if (open.some((span) => span.code === code && span.until === never)) continue;
    history.applications.push({ code, ...taken, since: at, until: never, endedBy: null });
  }
}

const isSame = (one: object, other: object): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
