import type { Person } from '@beta-app/core/contract';
import { formatsOf } from '../format/formats.js';
import { type ReasonWords, type VersionsWords } from './versions.id.js';

const { number } = formatsOf('en');
const stores = (n: number) => `${number(n)} ${n === 1 ? 'store' : 'stores'}`;

const on = (when: string | undefined) => (when === undefined ? '' : ` on ${when}`);
const since = (moment: string | undefined) => (moment === undefined ? '' : ` since ${moment}`);
const by = (actor: Person | undefined) =>
  actor === undefined ? '' : ` by ${actor.name} (${actor.nik})`;

const reason: ReasonWords = {
  store_unknown: () => 'Unknown store code.',
  application_unknown: () => 'Unknown application code.',
  no_record: ({ date }) =>
    date === undefined
      ? 'There is no record for that time.'
      : `There is no record for that time. Records begin on ${date}.`,
  store_closed: ({ date }) => `Store closed${since(date)}.`,
  in_beta: ({ name, date }) => `Registered in beta app “${name}”${since(date)}.`,
  paused_keep: ({ name, when, actor }) =>
    `Beta app “${name}” was paused${on(when)}${by(actor)}; the store keeps the beta version.`,
  paused_drop: ({ name, when, actor }) =>
    `Beta app “${name}” was paused${on(when)}${by(actor)}; the store is back on production.`,
  not_started: ({ name, date = '' }) => `Beta app “${name}” starts only on ${date}.`,
  promoted: ({ name, when, actor }) =>
    `The beta version of “${name}” became production${on(when)}${by(actor)}.`,
  cancelled: ({ name, when, actor }) => `Beta app “${name}” was cancelled${on(when)}${by(actor)}.`,
  withdrawn: ({ name, when, actor }) => `Store withdrawn from “${name}”${on(when)}${by(actor)}.`,
  application_removed: ({ name, when, actor }) =>
    `Application removed from “${name}”${on(when)}${by(actor)}.`,
  ended: ({ name, date = '' }) => `Beta app “${name}” ended on ${date}.`,
  no_beta: () => 'No beta app for this application in this store.',
};

/** Words of the page that looks versions up, in English. */
export const versionsEn: VersionsWords = {
  title: 'Check store versions',
  tabs: {
    label: 'Way of looking up',
    one: 'One store',
    many: 'Many stores',
    version: 'Stores by version',
  },
  store: 'Store code or name',
  storeExample: 'such as TB0123 or cibiru hilir',
  find: {
    recent: 'Looked up last',
    closed: 'Closed',
    matches: stores,
    more: (n) => `and ${stores(n)} more; type more of it`,
  },
  when: 'Time of the incident',
  quick: {
    now: 'Now',
    quarter: '15 minutes ago',
    hour: '1 hour ago',
    yesterday: 'Yesterday',
    chosen: 'Choose a time…',
  },
  storeTime: (zone) => (zone === undefined ? 'Store time' : `Store time (${zone})`),
  timeIn: (zone) => `Time (${zone})`,
  date: 'Date',
  time: 'Time',
  fillMoment: 'Fill in the date and time of the incident.',
  unreadableMoment: (text) => `That time can't be read: ${text}`,
  allApplications: 'all',
  applicationsFailed: "The list of applications couldn't be loaded yet.",
  answer: 'Versions in the store',
  start: 'Type a store code or name.',
  notFound: (q) => `Store “${q}” was not found. Check the code or search by name.`,
  chooseOne: (q) => `Several stores match “${q}”. Choose one from the list.`,
  nowThere: (zone, time) => `${zone}, now ${time}`,
  asOf: (day, time) => `As of ${day}, ${time}`,
  planned: (day, time) => `Planned for ${day}, ${time}`,
  summary: (n, m) =>
    `${number(n)} of ${number(m)} ${m === 1 ? 'application' : 'applications'} ${n === 1 ? 'runs' : 'run'} a beta version.`,
  summaryNone: 'All applications run the production version.',
  summaryOne: (name, beta) => `${name} runs the ${beta ? 'beta' : 'production'} version.`,
  unknownVersion: 'not known',
  noApplications: 'No applications yet.',
  list: (store) => `Versions of the applications in store ${store}`,
  column: {
    application: 'Application',
    version: 'Version',
    channel: 'Channel',
    betaApp: 'Beta app',
    reason: 'Reason',
  },
  channel: { beta: 'Beta', production: 'Production' },
  until: (time, version) => `before ${time}: ${version}`,
  minutes: (n) => `${number(n)} ${n === 1 ? 'minute' : 'minutes'}`,
  hours: (n) => `${number(n)} ${n === 1 ? 'hour' : 'hours'}`,
  ago: (span) => `${span} ago`,
  earlier: (span) => `${span} before that time`,
  changed: (ago, version) => `Changed ${ago}; ${version} before`,
  notes: 'Notes on the beta version',
  notesOf: (application) => `Notes on the beta version of ${application}`,
  productionOnes: (n) =>
    `${number(n)} ${n === 1 ? 'application' : 'applications'} in production version`,
  registeredNote: "Version as registered, not as reported by the store's computer.",
  reason,
  asOfReceived: (time) => `Data as of ${time}; the server hasn't answered yet.`,
  copy: 'Copy for ticket',
  copied: 'The text for the ticket was copied.',
  copyByHand: {
    title: 'Copy the text for the ticket',
    text: 'Text for the ticket',
    hint: 'Press Ctrl+C',
  },
  many: {
    codes: 'Store codes',
    hint: (max) =>
      `One code per line, or parted by commas, semicolons or tabs. At most ${number(max)} stores.`,
    missing: 'No store code is filled in.',
    check: 'Check',
    start: 'Paste store codes, then press “Check”.',
    misunderstood: (n) =>
      n === 1 ? '1 entry is no store code:' : `${number(n)} entries are no store codes:`,
    line: (line, text) => `line ${number(line)}: “${text}”`,
    tooMany: (n, max) =>
      `At most ${stores(max)} at once; the last ${n === 1 ? 'code was' : `${number(n)} codes were`} not checked.`,
    others: (n) => `and ${number(n)} more`,
    summary: (n, inBeta) =>
      `${number(inBeta)} of ${stores(n)} ${inBeta === 1 ? 'runs' : 'run'} a beta version.`,
    unknown: (n) => (n === 1 ? '1 code is unknown.' : `${number(n)} codes are unknown.`),
    list: 'Versions of the applications in many stores',
    fileName: 'store-versions',
    export: 'Download CSV',
  },
  byVersion: {
    part: 'Stores with this version',
    start: 'Choose an application, then its version.',
    matches: (n) => `${number(n)} ${n === 1 ? 'version' : 'versions'}`,
    versionsFailed: "The list of beta versions couldn't be loaded yet.",
    summary: (n, branches, application, version) =>
      `${stores(n)} in ${number(branches)} ${branches === 1 ? 'branch' : 'branches'} ${n === 1 ? 'runs' : 'run'} ${application} ${version}.`,
    none: (application, version) =>
      `No store runs ${application} ${version} at that time. Check the version.`,
    unknownApplication: (code) =>
      `Application “${code}” is unknown. Choose an application from the list.`,
    known: 'Versions in use now:',
    branches: (n) => `Branches (${number(n)})`,
    list: (n, branch) =>
      branch === undefined ? `Stores (${number(n)})` : `Stores in ${branch} (${number(n)})`,
    missing: (n) => `and ${number(n)} more ${n === 1 ? 'store' : 'stores'}; all are in the CSV.`,
    storesOf: (application, version) => `Stores that run ${application} ${version}`,
    fileName: 'stores',
  },
  ticket: {
    store: (store, branch, when) => `Store ${store} (${branch}), ${when}`,
    closed: 'store closed',
    planned: 'planned',
    channel: { beta: 'beta', production: 'production' },
    unknown: 'version not known',
  },
};
