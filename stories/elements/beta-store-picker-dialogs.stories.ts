import { NetworkError } from '@beta-app/widgets';
import { longBranch, longWord } from '../fake/long-words.js';
import { sari } from '../fake/sample.js';
import { storeCode } from '../fake/sample-directory.js';
import { type Canvas, type ElementStory, phone } from './support/element-story.js';
import { chooseBetaApp, chooseBranch, fill, find, inside, press } from './support/find.js';
import { mount, sampleOf } from './support/mount.js';
import { showBranch, tick } from './support/picker.js';

export default { title: 'Dialogs/beta-store-picker', tags: ['!autodocs'] };

const tag = 'beta-store-picker';

/** Ticks rows, and presses "Simpan Perubahan". */
async function ask({ canvasElement }: Canvas, ...positions: number[]): Promise<void> {
  for (const position of positions) await tick(canvasElement, position);
  await press(canvasElement, '#save');
}

/** Ticks rows, and presses "Simpan Perubahan" and "Ya". */
async function save(canvas: Canvas, ...positions: number[]): Promise<void> {
  await ask(canvas, ...positions);
  await press(canvas.canvasElement, 'dialog[open] .primary');
}

export const Asking: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: async (canvas) => {
    await showBranch(canvas);
    await ask(canvas, 0, 5);
  },
  parameters: {
    shows: { id: 'Simpan perubahan daftar toko?', en: 'Save the changes to the list of stores?' },
  },
};

export const AskingOnPhone: ElementStory = { ...Asking, globals: phone };

export const AskingWithLongWords: ElementStory = {
  render: () => mount(tag, { shown: 'active', longWords: true }),
  play: async (canvas) => {
    await chooseBranch(canvas.canvasElement, longBranch);
    await find(canvas.canvasElement, '[data-position="0"]');
    await ask(canvas, 0, 1);
  },
  parameters: { shows: longWord },
};

export const Saving: ElementStory = {
  render: () => mount(tag, { shown: 'active', prepare: ({ client }) => client.hold('saveStores') }),
  play: async (canvas) => {
    await showBranch(canvas);
    await save(canvas, 5);
  },
  parameters: { shows: { id: 'Menyimpan…', en: 'Saving…' } },
};

export const Overlap: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: async (canvas) => {
    await showBranch(canvas);
    await ask(canvas, 0, 1, 3, 5);
  },
  parameters: {
    shows: {
      id: '2 toko sedang menguji aplikasi yang sama',
      en: '2 stores are already testing the same application',
    },
  },
};

/** The other beta app is the user's own: its stores can be moved over. */
const mountOwn = () =>
  mount(tag, {
    shown: 'active',
    prepare: ({ other, ids }) => {
      void other.updateBetaApp({ id: ids.overlapping, detailsRevision: 2, owner: sari });
    },
  });

export const OverlapOfOwn: ElementStory = {
  ...Overlap,
  render: mountOwn,
  parameters: { shows: { id: 'Pindahkan 2 toko ke sini…', en: 'Move 2 stores here…' } },
};

export const OverlapOfOwnOnPhone: ElementStory = { ...OverlapOfOwn, globals: phone };

export const Moving: ElementStory = {
  render: mountOwn,
  play: async (canvas) => {
    await showBranch(canvas);
    await ask(canvas, 0, 1, 3, 5);
    await press(canvas.canvasElement, '#move');
  },
  parameters: {
    shows: { id: '2 toko dipindahkan dari beta-app', en: '2 stores are moved over from' },
  },
};

export const MovingOnPhone: ElementStory = { ...Moving, globals: phone };

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
    await save(canvas, 5);
  },
  parameters: { shows: 'Budi Santoso' },
};

export const OverlapOnPhone: ElementStory = { ...Overlap, globals: phone };

export const Closed: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: async (canvas) => {
    await showBranch(canvas);
    const { directory } = sampleOf(canvas.canvasElement).server;
    const store = directory.store(storeCode(0, 5));
    if (store !== undefined) directory.sync({ stores: [{ ...store, open: false }] });
    await save(canvas, 5, 6);
  },
  parameters: { shows: { id: '1 toko sudah tutup', en: '1 store has closed' } },
};

export const SaveFailed: ElementStory = {
  render: () =>
    mount(tag, {
      shown: 'active',
      prepare: ({ client }) => client.failNext('saveStores', new NetworkError(false)),
    }),
  play: async (canvas) => {
    await showBranch(canvas);
    await save(canvas, 5);
    await find(canvas.canvasElement, '.notice');
  },
  parameters: { shows: { id: 'Coba lagi', en: 'Try again' } },
};

export const ManyTicked: ElementStory = {
  render: () => mount(tag, { shown: 'active', storesPerBranch: 20 }),
  play: async ({ canvasElement }) => {
    await chooseBranch(canvasElement);
    await find(canvasElement, '.list[aria-busy="false"]');
    inside(canvasElement, '.head input')[0]?.click();
    await press(canvasElement, '#save');
  },
  parameters: {
    shows: { id: 'dan 11 cabang lain', en: 'and 11 more branches' },
  },
};

/** Ticks all stores of the branch. */
const tickBranch = async (canvas: Canvas): Promise<void> => {
  await showBranch(canvas);
  await find(canvas.canvasElement, '.list[aria-busy="false"]');
  inside(canvas.canvasElement, '.head input')[0]?.click();
};

export const BranchTicked: ElementStory = {
  render: () => mount(tag, { shown: 'active', storesPerBranch: 20 }),
  play: tickBranch,
  parameters: {
    shows: { id: 'toko di semua cabang', en: 'stores in all branches' },
  },
};

export const BranchTickedOnPhone: ElementStory = { ...BranchTicked, globals: phone };

export const MatchingTicked: ElementStory = {
  ...BranchTicked,
  play: async (canvas) => {
    await showBranch(canvas);
    await fill(canvas.canvasElement, '#search', 'cibiru');
    await tickBranch(canvas);
  },
  parameters: {
    shows: {
      id: 'yang cocok dengan “cibiru” di semua cabang',
      en: 'that match “cibiru” in all branches',
    },
  },
};

export const NewStoresSkipped: ElementStory = {
  render: () => mount(tag, { shown: 'scheduled', storesPerBranch: 20 }),
  play: async (canvas) => {
    const { canvasElement } = canvas;
    await tickBranch(canvas);
    const { directory } = sampleOf(canvasElement).server;
    const branchCode = directory.store(storeCode(0, 0))?.branchCode ?? '';
    directory.sync({ stores: [{ code: 'TZ0001', name: 'Cibiru Baru', branchCode }] });
    await press(canvasElement, '#save');
    await press(canvasElement, 'dialog[open] .primary');
    await find(canvasElement, '#show-skipped');
  },
  parameters: {
    shows: {
      id: '1 toko baru yang cocok belum ikut didaftarkan.',
      en: '1 new store that matches was not registered.',
    },
  },
};

export const NewStoresSkippedOnPhone: ElementStory = { ...NewStoresSkipped, globals: phone };

export const Leaving: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: async (canvas) => {
    await showBranch(canvas);
    await tick(canvas.canvasElement, 5);
    await chooseBetaApp(canvas.canvasElement, 'Uji Struk');
  },
  parameters: { shows: { id: 'Ganti beta-app?', en: 'Change the beta app?' } },
};

export const Dark: ElementStory = { ...Overlap, globals: { scheme: 'dark' } };
