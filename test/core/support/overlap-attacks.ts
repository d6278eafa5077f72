import { type Core } from '@beta-app/core';
import { makeBetaApp } from './beta-apps.js';
import { day, sari } from './fixture.js';
import { type RawWrite } from './raw-writes.js';

/** A way for a beta app to come to hold a store: which beta app it is before, and the write that does it. */
interface Door {
  name: string;
  open(core: Core, store: string, period: [number, number]): Promise<RawWrite>;
}

const save: Door = {
  name: 'saving stores',
  open: async (core, store, period) => {
    const app = await makeBetaApp(core, { period, applications: ['POS'] });
    const { directoryRevision } = await core.listBetaAppStores({ id: app.id, limit: 1 });
    return {
      operation: 'saveStores',
      input: {
        id: app.id,
        baseRevision: app.revision,
        directoryRevision,
        changes: [{ registered: true, codes: [store] }],
      },
    };
  },
};

const moveOver: Door = {
  name: 'moving a store over',
  open: async (core, store, period) => {
    const { id: from } = await makeBetaApp(core, { period, stores: [store] });
    const { input, ...write } = await save.open(core, store, period);
    const changes = [{ registered: true, codes: [store], from }];
    return { ...write, input: { ...input, changes } };
  },
};

const addApplication: Door = {
  name: 'adding the application',
  open: async (core, store, period) => {
    const { id, detailsRevision } = await makeBetaApp(core, { period, stores: [store] });
    const input = { id, detailsRevision, applicationCode: 'POS', version: '9.0.0' };
    return { operation: 'addApplication', input };
  },
};

const extend: Door = {
  name: 'extending the period',
  open: async (core, store, [from, to]) => {
    // Far away from all others at first, each a little further than the one before.
    extended += 10;
    const { id, detailsRevision } = await makeBetaApp(core, {
      period: [10_000 + extended, 10_001 + extended],
      applications: ['POS'],
      stores: [store],
    });
    return {
      operation: 'updateBetaApp',
      input: { id, detailsRevision, startsOn: day(from), endsOn: day(to) },
    };
  },
};

let extended = 0;

/** One that dropped its stores for a pause, which began in the past and may be moved to days to come. */
async function openPaused(core: Core, store: string, [from, to]: [number, number]) {
  const actor = sari;
  const { id, detailsRevision } = await makeBetaApp(core, {
    applications: ['POS'],
    stores: [store],
  });
  await core.pauseBetaApp({ id, detailsRevision, stores: 'drop' }, { actor });
  const period = { startsOn: day(from), endsOn: day(to) };
  const edit = { id, detailsRevision: detailsRevision + 1, ...period };
  const paused = await core.updateBetaApp(edit, { actor });
  return { id, detailsRevision: paused.detailsRevision };
}

const resume: Door = {
  name: 'resuming',
  open: async (core, store, period) => ({
    operation: 'resumeBetaApp',
    input: await openPaused(core, store, period),
  }),
};

const keep: Door = {
  name: 'keeping the stores of a pause',
  open: async (core, store, [, to]) => ({
    operation: 'pauseBetaApp',
    input: { ...(await openPaused(core, store, [0, to])), stores: 'keep' },
  }),
};

const doors: readonly Door[] = [save, moveOver, addApplication, extend, resume, keep];

/** All pairs of doors, each with itself too: both lead to one store having two versions of POS. */
export const doorPairs: readonly (readonly [Door, Door])[] = doors.flatMap((one) =>
  doors.map((other) => [one, other] as const),
);
