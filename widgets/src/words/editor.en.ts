import { formatsOf } from '../format/formats.js';
import { type EditorWords } from './editor.id.js';

const { number } = formatsOf('en');

const counted = (count: number, one: string, many: string) =>
  `${number(count)} ${count === 1 ? one : many}`;

/** Words of the page that edits beta apps, in English. */
export const editorEn: EditorWords = {
  title: 'Beta app',
  addForm: 'Add beta app',
  editForm: 'Edit beta app',
  addApplicationForm: 'Add application',
  editApplicationForm: 'Edit application',
  period: {
    daysLeft: (days) => (days === 0 ? 'last day' : `${counted(days, 'day', 'days')} left`),
    startsIn: (days) => (days === 1 ? 'starts tomorrow' : `starts in ${number(days)} days`),
    spelledOut: (days, from, to) =>
      `${counted(days, 'day', 'days')}, ${from} to ${to}, both included`,
  },
  counter: (length, max) => `${number(length)} of ${number(max)} characters`,
  applications: (count) => `Applications (${number(count)})`,
  storesIn: (stores, branches) =>
    stores === 0
      ? 'No stores yet'
      : `${number(stores)} in ${counted(branches, 'branch', 'branches')}`,
  storesByBranch: {
    title: (branches) =>
      branches === undefined ? 'Stores by branch' : `Stores by branch (${number(branches)})`,
    none: 'No stores are registered yet.',
    others: (branches) =>
      `No stores are registered in ${counted(branches, 'other branch', 'other branches')}.`,
  },
  applicationName: 'Name',
  description: 'Description',
  versionExample: 'example: 4.19.0-beta.3',
  versionAsProduction: 'The same as the production version.',
  notesHint: 'What is new or what stores should look at',
  noVersion: 'none yet',
  showMore: 'Show more',
  showLess: 'Show less',
  end: 'End beta app',
  cancel: 'Cancel beta app',
  named: {
    edit: (name) => `Edit ${name}`,
    remove: (name) => `Remove ${name}`,
  },
  applicationList: {
    title: 'Choose an application',
    empty: 'Choose an application…',
    search: 'Search code or name of the application',
    count: (total) => counted(total, 'application', 'applications'),
    taken: 'Already registered',
    none: 'No applications yet.',
  },
  noApplications: 'No applications yet.',
  ok: {
    created: (name) => `Beta app “${name}” was created.`,
    updated: (name) => `Changes to beta app “${name}” were saved.`,
    ended: (name) => `Beta app “${name}” ends today.`,
    cancelled: (name) => `Beta app “${name}” was cancelled.`,
    applicationAdded: (app) => `Application “${app}” was registered in the beta app.`,
    applicationChanged: (app, version) => `The beta version of “${app}” is now ${version}.`,
    notesChanged: (app) => `The notes of “${app}” were changed.`,
    applicationRemoved: (app) => `Application “${app}” was removed from the beta app.`,
    withdrawn: (stores) =>
      `${counted(stores, 'store was', 'stores were')} withdrawn from this beta app.`,
  },
  leavingOut: (stores) =>
    stores === 1
      ? 'Saving without this store withdraws it from this beta app now; it stays in its other beta app.'
      : `Saving without these ${number(stores)} stores withdraws them from this beta app now; they stay in their other beta app.`,
  nameTaken: (owner, nik) => `Another beta app in that period has this name (${owner}, ${nik}).`,
  applicationTwice: 'This application is already in the beta app.',
  confirm: {
    removeApplicationTitle: (app) => `Remove application “${app}”?`,
    removeApplication: (app, name, stores, version) =>
      `Remove “${app}” from beta app “${name}”?${stores === 0 ? '' : ` ${counted(stores, 'store goes', 'stores go')} back to ${version === null ? 'the production version' : `production version ${version}`}.`}`,
    endTitle: (name) => `End beta app “${name}” today?`,
    end: 'All stores go back to the production version from tomorrow.',
    cancelTitle: (name) => `Cancel beta app “${name}” now?`,
    cancel: 'All stores go back to the production version now.',
    cancelUnused: 'All stores stay on the production version.',
  },
  stale: {
    title: 'This beta app has changed',
    changed: (actor, nik, what, when) => `${actor} (${nik}) changed ${what} on ${when}.`,
    unsaved: 'Your input is not saved yet.',
    useLatest: 'Use the latest data',
    latest: (value) => `Saved now: ${value}`,
    empty: '(empty)',
    what: {
      name: 'the name',
      period: 'the period',
      owner: 'the user',
      pause: 'the status to Paused',
      resume: 'the status to Active',
      end: 'the end date',
      cancel: 'the status to Cancelled',
      promote: 'the status to Promoted',
      create: 'the beta app',
      details: 'the details',
      add: (code) => `the applications (${code} added)`,
      change: (code) => `application ${code}`,
      remove: (code) => `the applications (${code} removed)`,
    },
  },
};
