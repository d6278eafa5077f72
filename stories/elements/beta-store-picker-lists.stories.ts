import { NetworkError } from '@beta-app/widgets';
import { longBranch, longName, longStore } from '../fake/long-words.js';
import { storeCode } from '../fake/sample-directory.js';
import { type Canvas, type ElementStory, phone } from './support/element-story.js';
import { fill, find, press } from './support/find.js';
import { mount } from './support/mount.js';

export default { title: 'Dialogs/beta-store-picker lists', tags: ['!autodocs'] };

const tag = 'beta-store-picker';

/** A list with lines of every kind. */
const list = [
  'Kode;Toko',
  `${storeCode(0, 5)};Lengkong Besar 1`,
  `${storeCode(0, 6)};Pasir Kaliki 1`,
  `${storeCode(0, 0)};Cibiru Hilir 1`,
  `${storeCode(0, 1)};Ujung Berung 1`,
  `${storeCode(0, 3)};Sukajadi 1`,
  `${storeCode(0, 9)};Ujung Berung 2`,
  `${storeCode(0, 5)};Lengkong Besar 1`,
  'TB9999;Toko Lama',
  ';Cihapit 1',
].join('\n');

async function open({ canvasElement }: Canvas): Promise<void> {
  await press(canvasElement, '#import');
  await find(canvasElement, 'dialog[open] #list');
}

/** Opens the dialog, and checks a list. */
async function check(canvas: Canvas, text: string): Promise<void> {
  await open(canvas);
  await fill(canvas.canvasElement, '#list', text);
  await press(canvas.canvasElement, '#check');
}

export const Opened: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: open,
  parameters: { shows: { id: 'Daftar toko', en: 'List of stores' } },
};

export const Checked: ElementStory = {
  render: () =>
    mount(tag, {
      shown: 'active',
      prepare: ({ server }) => {
        const store = server.directory.store(storeCode(0, 9));
        if (store !== undefined) server.directory.sync({ stores: [{ ...store, open: false }] });
      },
    }),
  play: async (canvas) => {
    await check(canvas, list);
    await find(canvas.canvasElement, '#save-list');
  },
  parameters: { shows: { id: 'Di beta-app lain (2)', en: 'In another beta app (2)' } },
};

export const CheckedOnPhone: ElementStory = { ...Checked, globals: phone };

export const CheckedDark: ElementStory = { ...Checked, globals: { scheme: 'dark' } };

/** Long groups are folded, and have only their visible lines in the document. */
export const LongGroup: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: async (canvas) => {
    const codes = Array.from({ length: 60 }, (_, store) => storeCode(1, store));
    await check(canvas, codes.join('\n'));
    await press(canvas.canvasElement, '[data-group=added] summary');
    await find(canvas.canvasElement, '[data-position="3"]');
  },
  parameters: { shows: { id: 'Akan ditambahkan (55)', en: 'Will be added (55)' } },
};

export const LongGroupOnPhone: ElementStory = { ...LongGroup, globals: phone };

export const Replacing: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: async (canvas) => {
    await press(canvas.canvasElement, '#import');
    await press(canvas.canvasElement, '[name=mode][value=replace]');
    await fill(canvas.canvasElement, '#list', storeCode(0, 5));
    await press(canvas.canvasElement, '#check');
  },
  parameters: { shows: { id: 'Akan dikeluarkan (9)', en: 'Will be withdrawn (9)' } },
};

export const Asking: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: async (canvas) => {
    await check(canvas, [storeCode(0, 5), storeCode(1, 5)].join('\n'));
    await press(canvas.canvasElement, '#save-list');
  },
  parameters: {
    shows: { id: 'Simpan perubahan daftar toko?', en: 'Save the changes to the list of stores?' },
  },
};

export const Saved: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: async (canvas) => {
    await check(canvas, [storeCode(0, 5), storeCode(1, 5)].join('\n'));
    await press(canvas.canvasElement, '#save-list');
    await press(canvas.canvasElement, 'dialog.confirmation[open] .primary');
  },
  parameters: {
    shows: { id: 'Selesai: 2 toko ditambahkan', en: 'Done: 2 stores added' },
  },
};

export const CheckFailed: ElementStory = {
  render: () =>
    mount(tag, {
      shown: 'active',
      prepare: ({ client }) => client.failNext('tryStores', new NetworkError(false)),
    }),
  play: (canvas) => check(canvas, list),
  parameters: { shows: { id: 'Coba lagi', en: 'Try again' } },
};

export const LongWords: ElementStory = {
  render: () => mount(tag, { shown: 'long', longWords: true, width: '360px' }),
  play: async (canvas) => {
    await check(canvas, `${longStore}\n${longName}\n${longBranch}`);
    await find(canvas.canvasElement, '#save-list');
  },
  parameters: { shows: longName },
};
