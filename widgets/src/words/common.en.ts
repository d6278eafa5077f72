import { formatsOf } from '../format/formats.js';
import { type CommonWords } from './common.id.js';

const { number } = formatsOf('en');

/** Words that every page uses, in English. */
export const commonEn: CommonWords = {
  field: {
    betaApp: 'Beta app',
    betaAppEmpty: 'Choose a beta app…',
    betaAppNone: 'not chosen',
    name: 'Beta app name',
    shortName: 'Name',
    period: 'Period',
    startsOn: 'Start date',
    endsOn: 'End date',
    owner: 'User',
    nik: 'Employee no. (NIK)',
    status: 'Status',
    application: 'Application',
    productionVersion: 'Production version',
    betaVersion: 'Beta version',
    notes: 'Notes',
    actions: 'Actions',
    branch: 'Branch',
    branchAll: 'All branches',
    store: 'Store',
    code: 'Code',
    required: '(required)',
  },
  button: {
    add: 'Add',
    addApplication: 'Add application',
    save: 'Save',
    saveChanges: 'Save changes',
    discard: 'Discard changes',
    remove: 'Remove',
    edit: 'Edit',
    more: 'More',
    yes: 'Yes',
    cancel: 'Cancel',
    back: 'Back',
    close: 'Close',
    retry: 'Try again',
    reload: 'Reload',
    clearSearch: 'Clear search',
  },
  state: {
    scheduled: 'Scheduled',
    active: 'Active',
    paused: 'Paused',
    ended: 'Ended',
    promoted: 'Promoted',
    cancelled: 'Cancelled',
  },
  loading: 'Loading…',
  saving: 'Saving…',
  ok: {
    picked: (name) => `The page now shows beta app “${name}”.`,
  },
  invalid: {
    required: (field) => `${field} is not filled in.`,
    tooLong: (field, max) => `${field} can have at most ${number(max)} characters.`,
    date: "That date doesn't exist.",
    endBeforeStart: 'The end date must be on or after the start date.',
  },
  warnIncomplete: (fields) => `Some fields are not filled in: ${fields}.`,
  warnFields: (fields) => `Some fields are not right yet: ${fields}.`,
  error: {
    network: "Something went wrong! The server can't be reached. Your input is not lost.",
    failed: "Something went wrong! The server couldn't do this. Your input is not lost.",
    busy: (seconds) =>
      `The service is busy. Try again in ${number(seconds)} ${seconds === 1 ? 'second' : 'seconds'}.`,
    session:
      'Your session has ended. Sign in again in another tab, then press “Try again”; your input stays here.',
    forbidden: (owner, nik) => `You may not do this. Contact ${owner} (${nik}).`,
    forbiddenAtAll: 'You may not do this.',
    gone: 'This beta app was not found.',
  },
  readOnly: {
    ended: 'This beta app has ended and can only be viewed.',
    promoted: 'This beta app has been promoted and can only be viewed.',
    cancelled: 'This beta app has been cancelled and can only be viewed.',
  },
  overlap: {
    title: (stores) =>
      stores === 1
        ? '1 store is already testing the same application'
        : `${number(stores)} stores are already testing the same application`,
    entry: (app, version, name, period, owner, nik) =>
      `${app} ${version} in beta app “${name}”, ${period}, ${owner} (${nik})`,
    others: (count) => `and ${number(count)} more ${count === 1 ? 'store' : 'stores'}`,
  },
  empty: {
    pick: 'No beta app chosen. Choose one in the yellow field or create one.',
    search: (q) => `No results for “${q}”.`,
  },
  betaAppList: {
    title: 'Choose a beta app',
    search: 'Search name, user or NIK',
    filters: {
      open: 'Not ended',
      active: 'Active',
      scheduled: 'Scheduled',
      ended: 'Ended',
      all: 'All',
    },
    count: (total) => `${number(total)} ${total === 1 ? 'beta app' : 'beta apps'}`,
    chosen: 'chosen now',
    none: 'No beta apps yet.',
    noneOfState: 'No beta app has this status.',
    showAll: 'Show all',
  },
};
