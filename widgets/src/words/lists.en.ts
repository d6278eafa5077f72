import { formatsOf } from '../format/formats.js';
import { type ListsWords } from './lists.id.js';

const { number } = formatsOf('en');
const stores = (n: number) => `${number(n)} ${n === 1 ? 'store' : 'stores'}`;
const lines = (n: number) => `${number(n)} ${n === 1 ? 'line' : 'lines'}`;

/** Words about lists of stores that go in and out, in English. */
export const listsEn: ListsWords = {
  import: 'Import list',
  title: 'Import a list of stores',
  export: 'Download CSV',
  exported: (n) => `${stores(n)} saved as a CSV file.`,
  fileName: 'stores',
  refusedFileName: 'refused-stores',
  betaApp: (name) => `For beta app “${name}”.`,
  text: 'List of stores',
  textHint: 'Codes or names of stores: one a line, or CSV with commas, semicolons or tabs.',
  file: 'Choose a file…',
  fileHint: 'or drop a CSV file here',
  fromFile: (name, n) => `From file “${name}”, ${lines(n)}.`,
  dropFile: 'Remove the file',
  tooLarge: (name) => `File “${name}” is too large.`,
  unreadable: (name) => `File “${name}” can't be read.`,
  mode: 'What to do with this list',
  modes: { add: 'Add', remove: 'Withdraw', replace: 'Replace the whole list' },
  replaceHint: 'Registered stores that are not in this list will be withdrawn.',
  check: 'Check',
  missing: 'The list of stores is empty.',
  reading: (n, m) => `Loading the stores… ${number(n)} of ${number(m)}`,
  checking: 'Checking…',
  result: 'What was found',
  summary: (n, added, removed, refused) =>
    `${lines(n)}: ${stores(added)} will be added, ${number(removed)} will be withdrawn, ${lines(refused)} refused.`,
  noChanges: 'Nothing changes in the list of stores.',
  columnRead: (column, heading) =>
    heading === undefined
      ? `Read from column ${number(column)}.`
      : `Read from column ${number(column)} “${heading}”.`,
  group: {
    added: 'Will be added',
    removed: 'Will be withdrawn',
    unchanged: 'Already registered',
    unknown: 'Unknown',
    closed: 'Closed',
    elsewhere: 'In another beta app',
    ambiguous: 'Name of several stores',
    twice: 'Twice',
  },
  notRegistered: 'Not registered',
  count: (group, n) => `${group} (${number(n)})`,
  column: { line: 'Line', text: 'Text', store: 'Store', remark: 'Remarks', reason: 'Reason' },
  notListed: 'not in the list',
  remark: {
    twice: (line) => `the same as line ${number(line)}`,
    elsewhere: (app, version, name, period, owner, nik) =>
      `${app} ${version} in beta app “${name}”, ${period}, ${owner} (${nik})`,
  },
  reason: {
    added: '',
    removed: '',
    unchanged: '',
    unknown: 'Unknown',
    closed: 'The store has closed',
    elsewhere: 'Already testing the same application',
    ambiguous: 'Name of several stores',
    twice: '',
  },
  saveRefused: 'Download what is refused',
  leaveOut: (n) => `Save without the ${lines(n)} refused`,
  leaveOutMissing: 'Correct the list, or tick this to save without the lines that are refused.',
  save: {
    add: (added) => `Add ${stores(added)}`,
    remove: (_, removed) => `Withdraw ${stores(removed)}`,
    replace: (added, removed) => `Replace the list: +${number(added)} −${number(removed)}`,
  },
  saving: (n) => `Saving ${stores(n)}…`,
  done: (added, removed) => `Done: ${stores(added)} added, ${number(removed)} withdrawn.`,
};
