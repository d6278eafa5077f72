import type { Person } from '@beta-app/core/contract';
import { formatsOf } from '../format/formats.js';
import { type HistoryWords } from './history.id.js';

const { number } = formatsOf('en');

const person = ({ name, nik }: Person) => `${name} (${nik})`;

const storesOf = (count: number) => `${number(count)} ${count === 1 ? 'store' : 'stores'}`;

const others = (count: number) =>
  count === 0 ? '' : ` and ${number(count)} ${count === 1 ? 'other' : 'others'}`;

/** Words of histories, in English. */
export const historyEn: HistoryWords = {
  open: 'History',
  restore: 'Restore this list of stores',
  nothingToRestore: 'The list of stores is already as it was then.',
  openStore: 'History of the store',
  title: (name) => `History of “${name}”`,
  storeTitle: (store) => `History of store ${store}`,
  action: {
    create: 'Created',
    update: 'Name, period or user',
    add_application: 'Application added',
    change_application: 'Beta version or notes',
    remove_application: 'Application removed',
    save_stores: 'Stores',
    pause: 'Paused',
    resume: 'Resumed',
    end: 'Ended',
    promote: 'Promoted',
    cancel: 'Cancelled',
    sync_directory: 'Master data',
  },
  did: {
    created: (name, period) => `created beta app “${name}” for ${period}`,
    changed: (what) => `changed ${what}`,
    change: {
      name: (before, after) => `the name from “${before}” to “${after}”`,
      period: (before, after) => `the period from ${before} to ${after}`,
      startsOn: (before, after) => `the start date from ${before} to ${after}`,
      endsOn: (before, after) => `the end date from ${before} to ${after}`,
      owner: (before, after) => `the user from ${person(before)} to ${person(after)}`,
      version: (code, before, after) => `the beta version of ${code} from ${before} to ${after}`,
      notes: (code) => `the notes of ${code}`,
    },
    applicationAdded: (code, version) => `added application ${code} with beta version ${version}`,
    applicationRemoved: (code, version) =>
      `removed application ${code} with beta version ${version}`,
    storesSaved: (added, withdrawn) =>
      [
        added > 0 || withdrawn === 0 ? `added ${storesOf(added)}` : '',
        withdrawn > 0 ? `withdrew ${storesOf(withdrawn)}` : '',
      ]
        .filter(Boolean)
        .join(' and '),
    includingFrom: (n, betaApp) => `including ${storesOf(n)} from beta app “${betaApp}”`,
    storesMovedTo: (n, betaApp) => `moved ${storesOf(n)} to beta app “${betaApp}”`,
    storeMovedTo: (more, betaApp) =>
      `moved this store${others(more)} to beta app “${betaApp}” from beta app`,
    storeRegistered: (more) => `added this store${others(more)} to beta app`,
    storeWithdrawn: (more) => `withdrew this store${others(more)} from beta app`,
    paused: {
      keep: 'paused it; the stores keep the beta version',
      drop: 'paused it; the stores went back to production',
    },
    pauseChanged: {
      keep: 'changed the pause; the stores run the beta version again',
      drop: 'changed the pause; the stores went back to production',
    },
    resumed: {
      keep: 'resumed it; the stores keep the beta version',
      drop: 'resumed it; the stores went back to the beta version',
    },
    ended: (day, before) => `ended it on ${day}; it was to run until ${before}`,
    promoted: 'made the beta versions the production versions',
    cancelled: 'cancelled this beta app',
    synced: (stores) =>
      `brought the master data up to date; ${storesOf(stores)} of this beta app moved, closed or reopened`,
    storeSynced: (changes) => `brought the master data of this store up to date: ${changes}`,
  },
  store: {
    registered: 'added',
    withdrawn: 'withdrawn',
    added: 'new store',
    renamed: (before, after) => `name from “${before}” to “${after}”`,
    moved: (before, after) => `moved from branch ${before} to ${after}`,
    closed: 'closed',
    reopened: 'reopened',
  },
  notes: 'Notes',
  before: 'Before',
  after: 'After',
  noNotes: 'empty',
  showStores: (stores) => `Show ${storesOf(stores)}`,
  hideStores: 'Hide stores',
  more: 'Show more',
  moreStores: (stores) => `Show more (${storesOf(stores)} left)`,
  count: (events) => `${number(events)} ${events === 1 ? 'entry' : 'entries'}`,
  newest: (events) => `The newest ${number(events)} entries`,
  none: 'Nothing has happened yet.',
  noMatch: 'No entry matches the filters.',
  filter: {
    label: 'Filters',
    open: (set) => (set === 0 ? 'Filter' : `Filter (${number(set)})`),
    action: 'Action',
    all: 'all',
    store: 'Store code',
    actor: 'User or NIK',
    from: 'From',
    to: 'To',
    clear: 'Clear filters',
    unknownStore: (code) => `Store code “${code}” is unknown.`,
    endBeforeStart: 'The last day must be on or after the first.',
  },
  column: {
    action: 'Action',
    betaApp: 'Beta app',
    what: 'What was done',
    added: 'Stores added',
    withdrawn: 'Stores withdrawn',
    stores: 'Stores (at most 5)',
  },
  values: {
    pause: {
      none: 'not paused',
      keep: 'stores keep the beta version',
      drop: 'stores run production',
    },
    closed: { none: 'not yet', cancelled: 'cancelled', promoted: 'promoted' },
    pauseLabel: 'Pause',
    closedLabel: 'Closed',
  },
  exported: (events) =>
    `${number(events)} ${events === 1 ? 'entry' : 'entries'} saved as a CSV file.`,
  fileName: 'history',
};
