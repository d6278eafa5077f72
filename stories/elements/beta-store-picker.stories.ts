import { NetworkError } from '@beta-app/widgets';
import { longBranch, longName, longVersion } from '../fake/long-words.js';
import { sampleBranch, storeCode } from '../fake/sample-directory.js';
import { type ElementStory } from './support/element-story.js';
import { chooseBranch, fill, find, press } from './support/find.js';
import { registerLongStore } from './support/long-store.js';
import { mount, sampleOf } from './support/mount.js';
import { showBranch, showOnly, tick } from './support/picker.js';

export default { title: 'Elements/beta-store-picker', component: 'beta-store-picker' };

const tag = 'beta-store-picker';
const firstStore = storeCode(0, 0);

export const Default: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: showBranch,
  parameters: { shows: firstStore },
};

export const RegisteredOfAllBranches: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: async ({ canvasElement }) => {
    await chooseBranch(canvasElement);
    await find(canvasElement, '[data-position="0"]');
    await showOnly(canvasElement, 'registered');
    await find(canvasElement, '.by-branch');
  },
  parameters: { shows: { id: 'Toko per cabang (3)', en: 'Stores by branch (3)' } },
};

export const NothingChosen: ElementStory = {
  render: () => mount(tag),
  parameters: {
    shows: {
      id: 'Pilih beta-app dulu dari kolom kuning.',
      en: 'First choose a beta app in the yellow field.',
    },
  },
};

export const NoBranch: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  parameters: {
    shows: { id: 'Pilih cabang untuk menampilkan toko.', en: 'Choose a branch to see its stores.' },
  },
};

export const Branches: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: async ({ canvasElement }) => {
    const field = await find(canvasElement, '[role=combobox]:enabled');
    field.focus();
    field.click();
    await find(canvasElement, '[role=option]');
  },
  parameters: { shows: 'Yogyakarta' },
};

export const NoBranchFound: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: async ({ canvasElement }) => {
    const field = await find(canvasElement, '[role=combobox]:enabled');
    field.focus();
    await fill(canvasElement, '[role=combobox]', 'zzz');
  },
  parameters: {
    shows: { id: 'Tidak ada cabang yang cocok dengan “zzz”.', en: 'No branch matches “zzz”.' },
  },
};

export const BranchesFailed: ElementStory = {
  render: () =>
    mount(tag, {
      shown: 'active',
      prepare: ({ client }) => client.failNext('listBranches', new NetworkError(false)),
    }),
  parameters: { shows: { id: 'Coba lagi', en: 'Try again' } },
};

export const Loading: ElementStory = {
  render: () =>
    mount(tag, { shown: 'active', prepare: ({ client }) => client.hold('listBetaAppStores') }),
  play: async ({ canvasElement }) => {
    await chooseBranch(canvasElement, sampleBranch);
    await find(canvasElement, '.bones .row');
  },
  parameters: { shows: 'Uji Kasir' },
};

export const Failed: ElementStory = {
  render: () =>
    mount(tag, {
      shown: 'active',
      prepare: ({ client }) => client.failNext('listBetaAppStores', new NetworkError(false)),
    }),
  play: ({ canvasElement }) => chooseBranch(canvasElement, sampleBranch),
  parameters: { shows: { id: 'Coba lagi', en: 'Try again' } },
};

export const NoStores: ElementStory = {
  render: () => mount(tag, { shown: 'active', storesPerBranch: 5 }),
  play: async (canvas) => {
    await showBranch(canvas);
    await fill(canvas.canvasElement, '#search', 'zzz');
  },
  parameters: { shows: 'zzz' },
};

export const ReadOnly: ElementStory = {
  render: () => mount(tag, { shown: 'ended' }),
  play: showBranch,
  parameters: {
    shows: {
      id: 'Beta-app ini sudah berakhir dan hanya dapat dilihat.',
      en: 'This beta app has ended and can only be viewed.',
    },
  },
};

/** A registered store that has closed is told among the registered ones: it counts again if it reopens. */
export const ClosedStore: ElementStory = {
  render: () =>
    mount(tag, {
      shown: 'active',
      prepare: ({ server }) => {
        const store = server.directory.store(firstStore);
        if (store !== undefined) server.directory.sync({ stores: [{ ...store, open: false }] });
      },
    }),
  play: async (canvas) => {
    await showBranch(canvas);
    await showOnly(canvas.canvasElement, 'registered');
  },
  parameters: { shows: { id: 'Tutup sejak', en: 'Closed since' } },
};

export const LongWords: ElementStory = {
  render: () => mount(tag, { shown: 'long', longWords: true }),
  play: ({ canvasElement }) => chooseBranch(canvasElement, longBranch),
  parameters: { shows: longName },
};

export const NarrowLongWords: ElementStory = {
  ...LongWords,
  render: () => mount(tag, { shown: 'long', longWords: true, width: '360px' }),
};

export const Rows15000: ElementStory = {
  name: '15,000 rows',
  render: () => mount(tag, { shown: 'active', storesPerBranch: 940 }),
  play: async ({ canvasElement }) => {
    await chooseBranch(canvasElement);
    await find(canvasElement, '.list[aria-busy="false"]');
    await find(canvasElement, '[data-position="0"]');
  },
  parameters: { shows: firstStore },
};

export const Narrow: ElementStory = {
  render: () => mount(tag, { shown: 'active', width: '360px' }),
  play: showBranch,
  parameters: { shows: firstStore },
};

/** Stores that another beta app holds with the same application, one of them with all that is known of it. */
export const Held: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: async (canvas) => {
    const { canvasElement } = canvas;
    await showBranch(canvas);
    for (const position of [3, 5]) await tick(canvasElement, position);
    await press(canvasElement, '[data-position="1"] .mark');
    await find(canvasElement, '.holders');
  },
  parameters: { shows: { id: 'POS di “Uji Struk”', en: 'POS in “Uji Struk”' } },
};

export const NarrowHeld: ElementStory = {
  ...Held,
  render: () => mount(tag, { shown: 'active', width: '360px' }),
};

export const DarkHeld: ElementStory = { ...Held, globals: { scheme: 'dark' } };

export const HeldWithLongWords: ElementStory = {
  render: () => mount(tag, { shown: 'active', longWords: true, prepare: registerLongStore }),
  play: async ({ canvasElement }) => {
    await chooseBranch(canvasElement, longBranch);
    await press(canvasElement, '.mark');
    await find(canvasElement, '.holders');
  },
  parameters: { shows: longVersion },
};

export const NarrowHeldWithLongWords: ElementStory = {
  ...HeldWithLongWords,
  render: () =>
    mount(tag, { shown: 'active', longWords: true, prepare: registerLongStore, width: '360px' }),
};

export const Dark: ElementStory = { ...Default, globals: { scheme: 'dark' } };

export const Ticked: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: async (canvas) => {
    await showBranch(canvas);
    for (const position of [0, 5, 6]) await tick(canvas.canvasElement, position);
  },
  parameters: { shows: { id: 'akan ditambahkan', en: 'will be added' } },
};

export const NarrowTicked: ElementStory = {
  ...Ticked,
  render: () => mount(tag, { shown: 'active', width: '360px' }),
  parameters: { shows: '+2' },
};

/** What will be saved, of which some isn't in the branch that is shown. */
export const Changed: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: async (canvas) => {
    const { canvasElement } = canvas;
    await showBranch(canvas);
    await tick(canvasElement, 5);
    await chooseBranch(canvasElement, 'Medan');
    await find(canvasElement, '[data-position="0"]');
    await tick(canvasElement, 7);
    await showOnly(canvasElement, 'changed');
  },
  parameters: { shows: { id: 'Tampilkan semua cabang', en: 'Show all branches' } },
};

/** Somebody else has saved in the meantime, and both have what they wanted. */
export const Merged: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: async (canvas) => {
    const { canvasElement } = canvas;
    await showBranch(canvas);
    const { other, ids } = sampleOf(canvasElement);
    const { revision, directoryRevision } = await other.listBetaAppStores({ id: ids.active });
    await other.saveStores({
      id: ids.active,
      baseRevision: revision,
      directoryRevision,
      changes: [{ registered: true, codes: [storeCode(0, 6), storeCode(0, 7)] }],
    });
    await tick(canvasElement, 5);
    await press(canvasElement, '#save');
    await press(canvasElement, 'dialog[open] .primary');
  },
  parameters: {
    shows: { id: 'Budi Santoso juga mengubah 2 toko.', en: 'Budi Santoso also changed 2 stores.' },
  },
};
