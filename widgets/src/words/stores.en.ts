import { formatsOf } from '../format/formats.js';
import { type StoresWords } from './stores.id.js';

const { list, number } = formatsOf('en');
const stores = (n: number) => `${number(n)} ${n === 1 ? 'store' : 'stores'}`;
const changes = (n: number) => (n === 1 ? '1 change is' : `${number(n)} changes are`);

/** Words of the page that chooses stores, in English. */
export const storesEn: StoresWords = {
  title: 'Beta app stores',
  details: 'Details',
  pickFirst: 'First choose a beta app in the yellow field.',
  pickBranch: 'Choose a branch to see its stores.',
  noApplications: 'This beta app has no applications yet; stores may be registered beforehand.',
  infoNoChanges: "You haven't changed the list of stores yet.",
  infoStillLoading: 'The list of stores is still loading. Save once all stores are selected.',
  infoNothingLeft: 'There are no other changes to save.',
  count: (n, m) => `${number(n)} of ${stores(m)} registered`,
  loaded: (n, m) => `Loading… ${number(n)} of ${stores(m)}`,
  storesChanged: (actor, n, when) => `${actor} changed ${stores(n)} at ${when}.`,
  detailsChanged: (actor, when) => `${actor} changed this beta app at ${when}.`,
  selectsLater: (matching) =>
    `Loading… all ${matching ? 'matching ' : ''}stores are selected once the list is complete`,
  branch: {
    empty: 'Choose a branch…',
    stores: (n, m) => `${number(n)} of ${stores(m)}`,
    none: (q) => `No branch matches “${q}”.`,
    matches: (n) => `${number(n)} ${n === 1 ? 'branch' : 'branches'}`,
  },
  search: 'Search stores',
  searchExample: 'code or name',
  show: 'Show',
  filter: {
    all: 'All',
    registered: 'Registered',
    unregistered: 'Not registered',
    changed: 'Changed',
  },
  column: { code: 'Code', store: 'Store', branch: 'Branch', remark: 'Remarks', tick: 'Select' },
  list: (branch) => `Stores in ${branch}`,
  selectAll: (m, branch) => `Select all ${stores(m)} in ${branch}`,
  selectMatching: (m, q) => `Select the ${stores(m)} that match “${q}”`,
  selectAllEverywhere: (m) => `Select all ${stores(m)} in all branches`,
  selectMatchingEverywhere: (m, q) => `Select the ${stores(m)} that match “${q}” in all branches`,
  selectFiltered: (m, filter, branch) => `Select the ${stores(m)} “${filter}” in ${branch}`,
  selectOne: (code, name) => `Register store ${code} ${name}`,
  selected: (n, branch) => `${stores(n)} selected in ${branch}`,
  unselected: (n, branch) => `${stores(n)} no longer selected in ${branch}`,
  willBeAdded: 'will be added',
  willBeRemoved: 'will be withdrawn',
  registeredOn: (date) => `registered ${date}`,
  closedSince: (date) => `Closed since ${date}`,
  pending: (added, removed) => `+${added} −${removed}`,
  inBranches: (n) => `in ${number(n)} ${n === 1 ? 'branch' : 'branches'}`,
  discardShort: 'Discard',
  held: {
    mark: (app, name, others) =>
      `${app} in “${name}”${others === 0 ? '' : ` and ${number(others)} more`}`,
    hint: 'Enter shows or hides the details.',
    count: (n) => `${stores(n)} ${n === 1 ? 'overlaps' : 'overlap'}`,
    drop: (n) => (n === 1 ? 'Unselect this store' : `Unselect these ${number(n)}`),
  },
  elsewhere: (n) => `${changes(n)} in branches that aren't shown.`,
  showUnregistered: 'Show those not registered',
  showAllBranches: 'Show all branches',
  emptyBranch: 'This branch has no stores yet.',
  noMatch: (q, branch) => `No store matches “${q}” in ${branch}.`,
  noneShown: {
    all: 'No store of this branch is open.',
    registered: 'No store of this branch is registered yet.',
    unregistered: 'All stores of this branch are registered.',
    changed: 'Nothing has been changed in this branch.',
  },
  searchAllBranches: 'Search all branches',
  save: {
    title: 'Save the changes to the list of stores?',
    question: (name) => `Save the changes to the stores of beta app “${name}”?`,
    added: 'Added',
    removed: 'Withdrawn',
    after: 'Registered after saving',
    typeNumber: (n) => `Type ${n} to go on`,
    wrongNumber: (n) => `What you typed is not ${n}.`,
    moreBranches: (n) => `and ${number(n)} more ${n === 1 ? 'branch' : 'branches'}`,
    backToProduction: (n) =>
      n === 1
        ? '1 store is withdrawn and goes back to the production version.'
        : `${number(n)} stores are withdrawn and go back to the production version.`,
    movesFrom: (n, betaApp, { name, nik }) =>
      `${stores(n)} ${n === 1 ? 'is' : 'are'} moved over from beta app “${betaApp}” (${name}, ${nik}).`,
    losesVersions: (n, applications) =>
      n === 1
        ? `That store goes back to the production version of ${list(applications)} at once.`
        : `Those ${stores(n)} go back to the production version of ${list(applications)} at once.`,
    leavesOut: (n) => `${stores(n)} that other beta apps hold ${n === 1 ? 'is' : 'are'} not saved.`,
    moved: (n, betaApp) =>
      `${stores(n)} ${n === 1 ? 'was' : 'were'} moved over from beta app “${betaApp}”.`,
    saved: (added, removed) =>
      `The list of stores was updated: ${number(added)} added, ${number(removed)} removed.`,
    skipped: (n) =>
      n === 1
        ? '1 new store that matches was not registered.'
        : `${number(n)} new stores that match were not registered.`,
    merged: (actor, n) => `${actor} also changed ${stores(n)}. Your changes are saved as well.`,
    failed: 'The changes are not saved. Your ticks are still here; please try again.',
  },
  refused: {
    leaveOut: (n) => (n === 1 ? 'Save without this store' : `Save without these ${stores(n)}`),
    move: (n) => `Move ${stores(n)} here…`,
    clash: (n) =>
      n === 1
        ? '1 store was changed by somebody else'
        : `${number(n)} stores were changed by somebody else`,
    clashEntry: (actor, nik, n, when, codes) =>
      `${actor} (${nik}) changed the same ${stores(n)} on ${when}: ${codes}`,
    closed: (n) => (n === 1 ? '1 store has closed' : `${number(n)} stores have closed`),
    closedEntry: (store) => `Store ${store} has closed and can't be registered.`,
    unknown: (n) =>
      n === 1 ? '1 store is no longer known' : `${number(n)} stores are no longer known`,
    unknownEntry: (store) => `Store ${store} is no longer in the list of stores.`,
  },
  leave: {
    title: 'Change the beta app?',
    question: (n) => `${changes(n)} not saved. Change the beta app?`,
  },
};
