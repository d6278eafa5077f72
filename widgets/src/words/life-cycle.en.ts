import { formatsOf } from '../format/formats.js';
import { type LifeCycleWords } from './life-cycle.id.js';

const { number } = formatsOf('en');

const counted = (count: number, one: string, many: string) =>
  `${number(count)} ${count === 1 ? one : many}`;

const storesThat = (stores: number, one: string, many: string) =>
  `${number(stores)} ${stores === 1 ? `store ${one}` : `stores ${many}`}`;

/** Words of what happens in the life of a beta app, in English. */
export const lifeCycleEn: LifeCycleWords = {
  pausing: {
    open: 'Pause…',
    change: 'Change the pause…',
    title: (name) => `Pause beta app “${name}”`,
    changeTitle: (name) => `Change the pause of beta app “${name}”`,
    stores: 'Stores during the pause',
    keep: 'Stores keep the beta version',
    drop: 'Stores go back to production meanwhile',
    keepMeans: (stores) =>
      `${storesThat(stores, 'keeps', 'keep')} the beta version. No other beta app can test the same application there.`,
    dropMeans: (stores) =>
      `${storesThat(stores, 'runs', 'run')} the production version from now until this beta app is resumed. Meanwhile other beta apps may test the same application there.`,
    save: 'Pause',
  },
  paused: {
    keep: 'Paused: the stores keep the beta version.',
    drop: 'Paused: the stores run the production version until this beta app is resumed.',
  },
  resuming: {
    open: 'Resume',
    title: (name) => `Resume beta app “${name}”?`,
    keep: (stores) =>
      `This beta app is active again. ${storesThat(stores, 'keeps', 'keep')} the beta version.`,
    drop: (stores) =>
      `This beta app is active again. ${storesThat(stores, 'goes', 'go')} back to the beta version now.`,
  },
  extending: {
    open: 'Extend…',
    title: (name) => `Extend beta app “${name}”`,
    endsOn: 'New end date',
    quick: 'Extend by',
    weeks: (weeks) => `+${number(weeks)} ${weeks === 1 ? 'week' : 'weeks'}`,
    now: (date) => `Now until ${date}`,
    outcome: (now, date, days) =>
      `Now ${now} → ${date}, ${number(days)} ${days === 1 ? 'day' : 'days'} longer`,
    later: (date) => `The new end date must be after ${date}.`,
    save: 'Extend',
  },
  promoting: {
    open: 'Promote to production…',
    title: (name) => `Promote beta app “${name}” to production?`,
    message: (stores) =>
      `These versions become the production versions of all stores now, not only of the ${number(stores)} registered. This beta app is then over and can only be viewed.`,
    application: (app, production, version) => `${app}: ${production ?? 'none yet'} → ${version}`,
  },
  copying: {
    open: 'Copy…',
    suffix: ' (copy)',
    from: (name) => `Copy of “${name}”`,
    what: 'Also copied',
    applications: (applications) =>
      `${counted(applications, 'application', 'applications')}, with beta version and notes`,
    stores: (stores) => counted(stores, 'store', 'stores'),
  },
  openStores: 'Open the list of stores',
  ok: {
    pausedKeep: (name) => `Beta app “${name}” is paused; its stores keep the beta version.`,
    pausedDrop: (name) => `Beta app “${name}” is paused; its stores are back on production.`,
    extended: (name, date) => `Beta app “${name}” now runs until ${date}.`,
    promoted: (name) => `The beta versions of “${name}” are now in production.`,
    copied: (name, applications, stores) =>
      `Beta app “${name}” was created, with ${counted(applications, 'application', 'applications')} and ${counted(stores, 'store', 'stores')}.`,
    resumed: (name) => `Beta app “${name}” was resumed.`,
  },
};
