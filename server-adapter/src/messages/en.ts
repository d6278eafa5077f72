import { type DetailsChange } from '@beta-app/core/contract';
import { type Dictionary, type Refused } from './dictionary.js';
import { detailsOf, momentIn, someOf } from './facts.js';
import { fieldAt } from './fields.js';

const number = new Intl.NumberFormat('en-GB');
const more = (count: number) => `and ${number.format(count)} more`;
const storesOf = (count: number) => (count === 1 ? '1 store' : `${number.format(count)} stores`);

const fields: Dictionary['fields'] = {
  name: 'Beta app name',
  startsOn: 'Start date',
  endsOn: 'End date',
  owner: 'User',
  nik: 'Employee no. (NIK)',
  application: 'Application',
  version: 'Beta version',
  notes: 'Notes',
  branch: 'Branch',
  store: 'Store',
  betaApp: 'Beta app',
  state: 'Status',
  search: 'Search',
  moment: 'Moment',
  changes: 'Changes',
  actor: 'Person',
  action: 'Action',
  from: 'First day',
  to: 'Last day',
  event: 'Event',
  body: 'The body',
};

function changed({ action, subjects }: DetailsChange): string {
  const codes = subjects.join(', ');
  switch (action) {
    case 'create':
      return 'the beta app';
    case 'update':
      return subjects.map((path) => fields[fieldAt(path) ?? 'betaApp'].toLowerCase()).join(', ');
    case 'pause':
      return 'the status to paused';
    case 'resume':
      return 'the status to resumed';
    case 'end':
      return 'the status to ended';
    case 'cancel':
      return 'the status to cancelled';
    case 'promote':
      return 'the status to promoted';
    case 'add_application':
    case 'change_application':
    case 'remove_application':
      return `application ${codes}`;
  }
}

function nameTaken(error: Refused): string {
  const { betaApp } = detailsOf(error, 'NAME_TAKEN');
  const owner = betaApp ? ` (${betaApp.owner.name}, ${betaApp.owner.nik})` : '';
  return `Another beta app in that period has this name${owner}.`;
}

/** What the API says in English. */
export const english: Dictionary = {
  fields,
  incomplete: (labels) => `Some fields are not filled in: ${labels}.`,
  incorrect: (labels) => `Some fields need correcting: ${labels}.`,
  fieldErrors: {
    required: (label) => `${label} is not filled in.`,
    type: (label) => `${label} can't be read.`,
    format: (label) => `${label} isn't in the right form.`,
    characters: (label) => `${label} contains characters that can't be used.`,
    too_long: (label, { max }) =>
      max === undefined
        ? `${label} is too long.`
        : `${label} can have at most ${number.format(max)} characters.`,
    too_many: (label, { max }) =>
      max === undefined ? `${label}: too many.` : `${label}: at most ${number.format(max)}.`,
    range: (label, { max }) =>
      max === undefined
        ? `${label} is out of range.`
        : `${label} is out of range; at most ${number.format(max)}.`,
    date: () => "That date doesn't exist.",
    end_before_start: () => 'The end date must be on or after the start date.',
    end_in_past: () => "The end date can't be before today.",
    name_taken: (_label, _field, whole) => nameTaken(whole),
    application_twice: () => 'This application is already in the beta app.',
    unknown: (label) => `${label} is unknown.`,
    unknown_key: (label) => `There is no field “${label}”.`,
  },
  errors: {
    VALIDATION_FAILED: () => 'Some fields need correcting.',
    BODY_MALFORMED: () => "The body can't be read.",
    CURSOR_INVALID: () => "The next page can't be opened. Load the list from its start.",
    STORES_UNKNOWN: ({ error }) => {
      const { stores = [] } = detailsOf(error, 'STORES_UNKNOWN');
      return stores.length === 0
        ? 'Unknown store code.'
        : `Unknown store codes: ${someOf(stores, more)}.`;
    },
    AUTHENTICATION_REQUIRED: () =>
      'Your session has ended. Sign in again in another tab, then press “Try again”; your input stays here.',
    FORBIDDEN: ({ error }) => {
      const { owner } = detailsOf(error, 'FORBIDDEN');
      const contact = owner === undefined ? '' : ` Contact ${owner.name} (${owner.nik}).`;
      return `You may not do this.${contact}`;
    },
    ROUTE_NOT_FOUND: () => 'This address was not found.',
    BETA_APP_NOT_FOUND: () => 'This beta app was not found.',
    APPLICATION_NOT_FOUND: () => 'This application was not found.',
    STORE_NOT_FOUND: () => 'This store was not found.',
    EVENT_NOT_FOUND: () => "This event isn't in the history of that beta app.",
    METHOD_NOT_ALLOWED: () => "This address doesn't take that method.",
    NAME_TAKEN: ({ error }) => nameTaken(error),
    APPLICATION_TWICE: () => 'This application is already in the beta app.',
    BETA_APP_ENDED: () => 'This beta app has ended and can only be viewed.',
    BETA_APP_NOT_STARTED: () => "This beta app hasn't started; cancel it instead.",
    BETA_APP_NOT_PAUSED: () => "This beta app isn't paused.",
    BETA_APP_EMPTY: () => 'This beta app has no application yet that could become production.',
    STORES_CLOSED: ({ error }) => {
      const { stores = [] } = detailsOf(error, 'STORES_CLOSED');
      if (stores.length === 0) return "A store has closed and can't be registered.";
      const [has, word] = stores.length === 1 ? ['has', 'Store'] : ['have', 'Stores'];
      return `${word} ${someOf(stores, more)} ${has} closed and can't be registered.`;
    },
    STORES_CHANGED: ({ error }) => {
      const [clash] = detailsOf(error, 'STORES_CHANGED').clashes ?? [];
      if (clash === undefined) return 'Somebody else changed the list of stores.';
      const { actor, at, stores } = clash;
      const same = storesOf(stores.length);
      return `${actor.name} (${actor.nik}) changed the same ${same} on ${momentIn('en', at)}: ${someOf(stores, more)}`;
    },
    STORES_OVERLAP: ({ error }) => {
      const { conflicts = [] } = detailsOf(error, 'STORES_OVERLAP');
      const { size } = new Set(conflicts.flatMap((conflict) => conflict.stores));
      return `${storesOf(size)} ${size === 1 ? 'is' : 'are'} already testing the same application`;
    },
    CLOSURES_UNEXPECTED: ({ error }) => {
      const { closures = 0 } = detailsOf(error, 'CLOSURES_UNEXPECTED');
      return `The data would close ${storesOf(closures)}; make sure that this is right.`;
    },
    IDEMPOTENCY_IN_PROGRESS: () => 'The same request is still being worked on.',
    DETAILS_STALE: ({ error }) => {
      const last = detailsOf(error, 'DETAILS_STALE').changes?.at(-1);
      if (last === undefined) return 'This beta app has changed';
      const { actor, at } = last;
      return `${actor.name} (${actor.nik}) changed ${changed(last)} on ${momentIn('en', at)}. Your input is not saved yet.`;
    },
    BODY_TOO_LARGE: () => 'The body is too large; at most 1 MiB.',
    MEDIA_TYPE_UNSUPPORTED: () => 'The body has to be application/json, uncompressed.',
    IDEMPOTENCY_KEY_REUSED: () => 'This idempotency key was used for another request.',
    IF_MATCH_REQUIRED: () => 'This request has to name the revision it changes (If-Match).',
    INTERNAL: () => 'Something went wrong in the server. Please try again.',
    DATABASE_UNAVAILABLE: () => "The database can't be reached. Please try again.",
    SERVER_BUSY: ({ retryAfter }) =>
      `The service is busy. Try again in ${number.format(retryAfter)} seconds.`,
    SERVER_STOPPING: () => 'The service is restarting. Please try again.',
    DATABASE_TIMEOUT: () => "The database hasn't answered. Please try again.",
  },
};
