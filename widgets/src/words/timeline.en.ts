import { formatsOf } from '../format/formats.js';
import { type TimelineWords } from './timeline.id.js';

const { number } = formatsOf('en');

/** Words of the page that shows all beta apps in time, in English. */
export const timelineEn: TimelineWords = {
  title: 'Timeline',
  part: 'Beta apps in time',
  chart: (period) => `Timeline of beta apps, ${period}`,
  zoom: 'Scale',
  zooms: { month: 'Month', quarter: 'Quarter', year: 'Year' },
  view: 'View',
  views: { chart: 'Timeline', table: 'Table' },
  back: 'Back',
  ahead: 'Ahead',
  today: 'Today',
  free: (period) => `Free ${period}`,
  freeShort: 'Free',
  freeOn: (periods) => `Free: ${periods}`,
  noneFree: 'No free days',
  withoutApplication: 'Without applications',
  stores: (n) => (n === 0 ? 'no stores yet' : `${number(n)} ${n === 1 ? 'store' : 'stores'}`),
  owner: (name, nik) => `${name} (${nik})`,
  dropped: 'stores are back on production',
  meets: (name, period) => `meets “${name}” ${period}`,
  meetsMany: (n) => `meets ${number(n)} beta apps`,
  meetsNone: 'none',
  hint: 'The arrow keys go from beta app to beta app, Enter opens one.',
  legend: {
    meets: 'Meets: another beta app tries the same application on those days',
    free: 'Free: no beta app tries that application',
  },
  none: 'No beta apps at this time.',
  noneOf: (application) => `No beta apps with ${application} at this time.`,
  unknownApplication: (code) =>
    `Application “${code}” is unknown. Choose an application from the list.`,
  count: (n) => `${number(n)} ${n === 1 ? 'beta app' : 'beta apps'}`,
  column: { meets: 'Meets', free: 'Free days' },
  export: 'Download CSV',
  exported: (n) =>
    n === 0
      ? 'The free days were saved to a CSV file.'
      : `${number(n)} ${n === 1 ? 'beta app was' : 'beta apps were'} saved to a CSV file.`,
  fileName: 'timeline',
};
