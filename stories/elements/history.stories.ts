import { ApiError, NetworkError } from '@beta-app/widgets';
import { type Sample } from '../fake/sample.js';
import { storeCode } from '../fake/sample-directory.js';
import { type Canvas, type ElementStory, phone } from './support/element-story.js';
import { busy, eventful } from './support/eventful.js';
import { find, inside, press, typeInto, until } from './support/find.js';
import { promoted } from './support/life-cycle.js';
import { registerLongStore } from './support/long-store.js';
import { mount, mountLookup } from './support/mount.js';

export default { title: 'History/beta-app-editor', tags: ['!autodocs'] };

const tag = 'beta-app-editor';

/** Opens the menu, and chooses what has that place in it. */
const openAt =
  (place: number) =>
  async ({ canvasElement }: Canvas): Promise<void> => {
    await press(canvasElement, '.opener');
    await press(canvasElement, `[role=menuitem]:nth-child(${place})`);
  };
/** Where "Riwayat" stands for an active beta app. */
const open = openAt(5);

const eventfulApp = () => mount(tag, { shown: 'active', prepare: eventful });

/** Sets a filter that holds as soon as it is set. */
async function filter(canvas: HTMLElement, selector: string, value: string): Promise<void> {
  // Folded where it is narrow.
  const find = () => inside<HTMLInputElement>(canvas, `dialog[open] ${selector}`)[0];
  const field = await until(find, selector);
  field.value = value;
  field.dispatchEvent(new Event('change'));
}

const newest = {
  id: 'menambahkan 2 toko dan mengeluarkan 1 toko',
  en: 'added 2 stores and withdrew 1 store',
};

export const Default: ElementStory = {
  render: eventfulApp,
  play: open,
  parameters: { shows: newest },
};

export const Dark: ElementStory = { ...Default, globals: { scheme: 'dark' } };

export const OnPhone: ElementStory = { ...Default, globals: phone };

export const OfAnEndedBetaApp: ElementStory = {
  render: () => mount(tag, { shown: 'active', prepare: promoted }),
  play: openAt(2),
  parameters: {
    shows: {
      id: 'menjadikan versi beta versi produksi',
      en: 'made the beta versions the production versions',
    },
  },
};

const unfold = async (canvas: Canvas): Promise<void> => {
  await open(canvas);
  await press(canvas.canvasElement, '.entry .unfold');
};

export const StoresUnfolded: ElementStory = {
  render: eventfulApp,
  play: unfold,
  parameters: { shows: { id: '· dikeluarkan', en: '· withdrawn' } },
};

export const StoresUnfoldedOnPhone: ElementStory = { ...StoresUnfolded, globals: phone };

export const StoresFailed: ElementStory = {
  render: () =>
    mount(tag, {
      shown: 'active',
      prepare: (sample) => {
        eventful(sample);
        sample.client.failNext('listHistoryStores', new NetworkError(false));
      },
    }),
  play: unfold,
  parameters: {
    shows: { id: 'Server tidak dapat dihubungi.', en: "The server can't be reached." },
  },
};

export const MoreThanAPage: ElementStory = {
  render: () => mount(tag, { shown: 'active', prepare: busy }),
  play: open,
  parameters: { shows: { id: '50 entri terbaru', en: 'The newest 50 entries' } },
};

export const Filtered: ElementStory = {
  render: eventfulApp,
  play: async (canvas) => {
    await open(canvas);
    await filter(canvas.canvasElement, '#store', storeCode(0, 0));
  },
  parameters: { shows: { id: ': dikeluarkan', en: ': withdrawn' } },
};

export const FiltersOnPhone: ElementStory = {
  render: eventfulApp,
  globals: phone,
  play: async (canvas) => {
    await open(canvas);
    const [toggle] = inside(canvas.canvasElement, 'dialog[open] .toggle');
    toggle?.click();
    await filter(canvas.canvasElement, '#from', '2026-01-01');
  },
  parameters: { shows: { id: 'Kamis, 1 Januari 2026', en: '1 January 2026' } },
};

export const NothingMatches: ElementStory = {
  render: eventfulApp,
  play: async (canvas) => {
    await open(canvas);
    // Folded where it is narrow.
    const field = () => inside<HTMLInputElement>(canvas.canvasElement, 'dialog[open] #actor')[0];
    typeInto(await until(field, 'the field of persons'), 'nobody');
  },
  parameters: {
    shows: {
      id: 'Tidak ada entri yang cocok dengan saringan.',
      en: 'No entry matches the filters.',
    },
  },
};

export const UnknownStore: ElementStory = {
  render: eventfulApp,
  play: async (canvas) => {
    await open(canvas);
    await filter(canvas.canvasElement, '#store', 'XX9999');
  },
  parameters: {
    shows: { id: 'Kode toko “XX9999” tidak dikenal.', en: 'Store code “XX9999” is unknown.' },
  },
};

export const DaysReversed: ElementStory = {
  render: eventfulApp,
  play: async (canvas) => {
    await open(canvas);
    await filter(canvas.canvasElement, '#from', '2026-12-02');
    await filter(canvas.canvasElement, '#to', '2026-12-01');
  },
  parameters: {
    shows: {
      id: 'Tanggal akhir harus sama dengan atau setelah tanggal awal.',
      en: 'The last day must be on or after the first.',
    },
  },
};

const whileCalled = (prepare: (sample: Sample) => void) => () =>
  mount(tag, { shown: 'active', prepare });

export const Loading: ElementStory = {
  render: whileCalled(({ client }) => client.hold('listBetaAppHistory')),
  play: async (canvas) => {
    await open(canvas);
    await find(canvas.canvasElement, 'dialog[open] .bone');
  },
  parameters: { shows: { id: 'Memuat…', en: 'Loading…' } },
};

export const Failed: ElementStory = {
  render: whileCalled(({ client }) =>
    client.failNext('listBetaAppHistory', new NetworkError(false)),
  ),
  play: open,
  parameters: {
    shows: { id: 'Server tidak dapat dihubungi.', en: "The server can't be reached." },
  },
};

export const SessionOver: ElementStory = {
  render: whileCalled(({ client }) =>
    client.failNext('listBetaAppHistory', new ApiError(401, 'AUTHENTICATION_REQUIRED', '', [], {})),
  ),
  play: open,
  parameters: {
    shows: { id: 'Sesi Anda telah berakhir.', en: 'Your session has ended.' },
  },
};

export const LongWords: ElementStory = {
  render: () => mount(tag, { shown: 'long', longWords: true, prepare: registerLongStore }),
  play: async (canvas) => {
    await unfold(canvas);
    await find(canvas.canvasElement, '.code');
  },
  parameters: { shows: { id: 'menambahkan 1 toko', en: 'added 1 store' } },
};

export const OfAStore: ElementStory = {
  render: () => mountLookup({ store: storeCode(0, 0), prepare: eventful }),
  play: async ({ canvasElement }) => {
    await press(canvasElement, '.history');
    await find(canvasElement, '.entry');
  },
  parameters: {
    shows: {
      id: 'mengeluarkan toko ini dari beta-app “Uji Kasir”',
      en: 'withdrew this store from beta app “Uji Kasir”',
    },
  },
};

export const OfAStoreOnPhone: ElementStory = { ...OfAStore, globals: phone };

export const OfAStoreDark: ElementStory = { ...OfAStore, globals: { scheme: 'dark' } };

export const OfAStoreNothing: ElementStory = {
  render: () => mountLookup({ store: storeCode(0, 6), prepare: eventful }),
  play: async (canvas) => {
    await press(canvas.canvasElement, '.history');
    const field = () => inside<HTMLInputElement>(canvas.canvasElement, 'dialog[open] #actor')[0];
    typeInto(await until(field, 'the field of persons'), 'sari');
  },
  parameters: {
    shows: {
      id: 'Tidak ada entri yang cocok dengan saringan.',
      en: 'No entry matches the filters.',
    },
  },
};
