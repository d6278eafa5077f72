import { formatsOf } from '../format/formats.js';
import { type LifeCycleWords } from './life-cycle.id.js';

const { number } = formatsOf('en');

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
  openStores: 'Open the list of stores',
  ok: {
    pausedKeep: (name) => `Beta app “${name}” is paused; its stores keep the beta version.`,
    pausedDrop: (name) => `Beta app “${name}” is paused; its stores are back on production.`,
    resumed: (name) => `Beta app “${name}” was resumed.`,
  },
};
