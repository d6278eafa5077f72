import { NetworkError } from '@beta-app/widgets';
import { sampleBranch, storeCode } from '../fake/sample-directory.js';
import { longName } from '../fake/sample.js';
import { type ElementStory } from './support/element-story.js';
import { chooseBranch, fill, find, inside, press } from './support/find.js';
import { mount, sampleOf } from './support/mount.js';

export default { title: 'Elements/beta-store-picker', component: 'beta-store-picker' };

const tag = 'beta-store-picker';
const firstStore = storeCode(0, 0);

interface Canvas {
  canvasElement: HTMLElement;
}

const showBranch = async ({ canvasElement }: Canvas): Promise<void> => {
  await chooseBranch(canvasElement, sampleBranch);
  await find(canvasElement, '[data-position="0"]');
};

/** Presses the checkbox of a row. */
const tick = (canvas: HTMLElement, position: number): Promise<void> =>
  press(canvas, `[data-position="${position}"] input`);

/** Ticks rows, and presses "Simpan Perubahan" and "Ya". */
async function save(canvas: HTMLElement, ...positions: number[]): Promise<void> {
  for (const position of positions) await tick(canvas, position);
  await press(canvas, '#save');
  await press(canvas, 'dialog[open] .primary');
}

export const Default: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: showBranch,
  parameters: { shows: firstStore },
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

export const LongWords: ElementStory = {
  render: () => mount(tag, { shown: 'long' }),
  play: showBranch,
  parameters: { shows: longName },
};

export const Rows15000: ElementStory = {
  name: '15,000 rows',
  render: () => mount(tag, { shown: 'active', storesPerBranch: 940 }),
  play: async ({ canvasElement }) => {
    await chooseBranch(canvasElement);
    await find(canvasElement, '[aria-rowcount="15041"]');
    await find(canvasElement, '[data-position="0"]');
  },
  parameters: { shows: firstStore },
};

export const Narrow: ElementStory = {
  render: () => mount(tag, { shown: 'active', width: '360px' }),
  play: showBranch,
  parameters: { shows: firstStore },
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

export const Asking: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: async (canvas) => {
    await showBranch(canvas);
    for (const position of [0, 5]) await tick(canvas.canvasElement, position);
    await press(canvas.canvasElement, '#save');
  },
  parameters: {
    shows: { id: 'Simpan perubahan daftar toko?', en: 'Save the changes to the list of stores?' },
  },
};

export const Overlap: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: async (canvas) => {
    await showBranch(canvas);
    await save(canvas.canvasElement, 1, 3, 5);
  },
  parameters: {
    shows: {
      id: '2 toko sedang menguji aplikasi yang sama',
      en: '2 stores are already testing the same application',
    },
  },
};

export const Conflict: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: async (canvas) => {
    await showBranch(canvas);
    const { other, ids } = sampleOf(canvas.canvasElement);
    const { revision, directoryRevision } = await other.listBetaAppStores({ id: ids.active });
    const codes = [storeCode(0, 5)];
    const input = { id: ids.active, baseRevision: revision, directoryRevision };
    await other.saveStores({ ...input, changes: [{ registered: true, codes }] });
    const again = { ...input, baseRevision: revision + 1 };
    await other.saveStores({ ...again, changes: [{ registered: false, codes }] });
    await save(canvas.canvasElement, 5);
  },
  parameters: { shows: 'Budi Santoso' },
};

export const SaveFailed: ElementStory = {
  render: () =>
    mount(tag, {
      shown: 'active',
      prepare: ({ client }) => client.failNext('saveStores', new NetworkError(false)),
    }),
  play: async (canvas) => {
    await showBranch(canvas);
    await save(canvas.canvasElement, 5);
    await find(canvas.canvasElement, '.notice');
  },
  parameters: { shows: { id: 'Coba lagi', en: 'Try again' } },
};

export const ManyTicked: ElementStory = {
  render: () => mount(tag, { shown: 'active', storesPerBranch: 20 }),
  play: async ({ canvasElement }) => {
    await chooseBranch(canvasElement);
    await find(canvasElement, '[data-position="0"]');
    inside(canvasElement, '.head input')[0]?.click();
    await press(canvasElement, '#save');
  },
  parameters: {
    shows: { id: 'dan 11 cabang lain', en: 'and 11 more branches' },
  },
};
