import { NetworkError } from '@beta-app/widgets';
import { longBranch, longStore, longVersion } from '../fake/long-words.js';
import { storeCode } from '../fake/sample-directory.js';
import { type ElementStory, phone } from './support/element-story.js';
import { fill, find, inside, press, until } from './support/find.js';
import { paused, promoted } from './support/life-cycle.js';
import { registerLongStore } from './support/long-store.js';
import { mountLookup, sampleOf } from './support/mount.js';

export default { title: 'Elements/beta-version-lookup', component: 'beta-version-lookup' };

/** In “Uji Kasir”. */
const store = storeCode(0, 0);
/** In no beta app. */
const plainStore = storeCode(0, 6);
const inMakassar = storeCode(5, 6);

const dayMs = 86_400_000;
const daysFromNow = (days: number) =>
  new Date(Date.now() + days * dayMs).toISOString().replace(/\.\d+Z$/u, '+00:00');

/** Opens "Banyak toko", and checks what is pasted there. */
async function check(canvas: HTMLElement, codes: string): Promise<void> {
  await press(canvas, '#tab-many');
  await fill(canvas, '#codes', codes);
  await press(canvas, '.ask .primary');
}

/** Waits for the versions of a store. */
const answered = (canvas: HTMLElement) => find(canvas, '[data-application]');

/** Presses Enter in the field of stores. */
async function enter(canvas: HTMLElement, typed: string): Promise<void> {
  await fill(canvas, '[role=combobox]', typed);
  const field = await find(canvas, '[role=combobox]');
  field.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true }),
  );
}

export const Default: ElementStory = {
  render: () => mountLookup({ store }),
  parameters: { shows: '4.19.0-beta.3' },
};

export const Start: ElementStory = {
  render: () => mountLookup(),
  parameters: { shows: { id: 'Ketik kode atau nama toko.', en: 'Type a store code or name.' } },
};

export const StoresFound: ElementStory = {
  render: () => mountLookup(),
  play: async ({ canvasElement }) => {
    (await find(canvasElement, '[role=combobox]')).focus();
    await fill(canvasElement, '[role=combobox]', 'cibiru');
    await find(canvasElement, '[role=option]');
  },
  parameters: { shows: 'Cibiru Hilir 1' },
};

export const PausedKeeping: ElementStory = {
  render: () => mountLookup({ store, prepare: paused('keep') }),
  parameters: {
    shows: { id: 'toko tetap memakai versi beta.', en: 'the store keeps the beta version.' },
  },
};

export const PausedDropping: ElementStory = {
  render: () => mountLookup({ store, prepare: paused('drop') }),
  parameters: {
    shows: { id: 'toko kembali ke versi produksi.', en: 'the store is back on production.' },
  },
};

export const Promoted: ElementStory = {
  render: () => mountLookup({ store, prepare: promoted }),
  parameters: {
    shows: {
      id: 'Versi beta “Uji Kasir” sudah menjadi produksi',
      en: 'The beta version of “Uji Kasir” became production',
    },
  },
};

export const NoBeta: ElementStory = {
  render: () => mountLookup({ store: plainStore }),
  parameters: {
    shows: {
      id: '0 dari 3 aplikasi memakai versi beta.',
      en: '0 of 3 applications run a beta version.',
    },
  },
};

export const NotesUnfolded: ElementStory = {
  render: () => mountLookup({ store }),
  play: ({ canvasElement }) => press(canvasElement, '.notes-button'),
  parameters: { shows: 'Struk QRIS' },
};

export const OneApplication: ElementStory = {
  render: () => mountLookup({ store }),
  play: async ({ canvasElement }) => {
    const select = await until(
      () =>
        inside<HTMLSelectElement>(canvasElement, '#application').find(({ length }) => length > 1),
      'the applications',
    );
    select.value = 'STK';
    select.dispatchEvent(new Event('change'));
  },
  parameters: {
    shows: { id: 'Stok Toko memakai versi beta.', en: 'Stok Toko runs the beta version.' },
  },
};

export const EarlierMoment: ElementStory = {
  render: () => mountLookup({ store: inMakassar, at: daysFromNow(-1) }),
  parameters: { shows: 'WITA' },
};

export const Planned: ElementStory = {
  render: () => mountLookup({ store, at: daysFromNow(40) }),
  parameters: { shows: { id: 'Rencana untuk', en: 'Planned for' } },
};

export const UnknownStore: ElementStory = {
  render: () => mountLookup(),
  play: ({ canvasElement }) => enter(canvasElement, 'XX9999'),
  parameters: {
    shows: { id: 'Toko “XX9999” tidak ditemukan.', en: 'Store “XX9999” was not found.' },
  },
};

export const SeveralStores: ElementStory = {
  render: () => mountLookup(),
  play: async ({ canvasElement }) => {
    (await find(canvasElement, '[role=combobox]')).focus();
    await enter(canvasElement, 'cibiru');
  },
  parameters: {
    shows: { id: 'Beberapa toko cocok dengan “cibiru”.', en: 'Several stores match “cibiru”.' },
  },
};

export const ClosedStore: ElementStory = {
  render: () =>
    mountLookup({
      store,
      prepare: ({ server: { directory } }) => {
        const found = directory.store(store);
        if (found !== undefined) directory.sync({ stores: [{ ...found, open: false }] });
      },
    }),
  parameters: { shows: { id: 'Toko tutup sejak', en: 'Store closed since' } },
};

export const BeforeTheFirstRecord: ElementStory = {
  render: () => mountLookup({ store, at: '2020-01-01T08:00:00+07:00' }),
  parameters: {
    shows: { id: 'Belum ada data untuk waktu itu.', en: 'There is no record for that time.' },
  },
};

export const MomentNotFilledIn: ElementStory = {
  render: () => mountLookup({ store }),
  play: async ({ canvasElement }) => {
    await answered(canvasElement);
    await press(canvasElement, '[name=moment][value=chosen]');
    await fill(canvasElement, '#time', '');
  },
  parameters: {
    shows: {
      id: 'Isi tanggal dan jam kejadian.',
      en: 'Fill in the date and time of the incident.',
    },
  },
};

export const Loading: ElementStory = {
  render: () => mountLookup({ store, prepare: ({ client }) => client.hold('lookUpVersions') }),
  play: async ({ canvasElement }) => {
    await find(canvasElement, '.bone');
  },
  parameters: { shows: { id: 'Cek Versi Toko', en: 'Check store versions' } },
};

export const Failed: ElementStory = {
  render: () =>
    mountLookup({
      store,
      prepare: ({ client }) => client.failNext('lookUpVersions', new NetworkError(false)),
    }),
  parameters: { shows: { id: 'Coba lagi', en: 'Try again' } },
};

/** What was told before stays, with its time, when the same question isn't answered. */
export const OldAnswer: ElementStory = {
  render: () => mountLookup({ store }),
  play: async ({ canvasElement }) => {
    await answered(canvasElement);
    sampleOf(canvasElement).client.failNext('lookUpVersions', new NetworkError(false));
    await enter(canvasElement, store);
    await find(canvasElement, '.old');
  },
  parameters: { shows: { id: 'server belum menjawab', en: "the server hasn't answered yet" } },
};

export const ApplicationsFailed: ElementStory = {
  render: () =>
    mountLookup({
      prepare: ({ client }) => client.failNext('listApplications', new NetworkError(false)),
    }),
  parameters: {
    shows: {
      id: 'Daftar aplikasi belum dapat dimuat.',
      en: "The list of applications couldn't be loaded yet.",
    },
  },
};

export const CopyByHand: ElementStory = {
  render: () => mountLookup({ store }),
  play: async ({ canvasElement }) => {
    await answered(canvasElement);
    const own = Object.getOwnPropertyDescriptor(Document.prototype, 'execCommand');
    Object.defineProperty(document, 'execCommand', { value: () => false, configurable: true });
    await press(canvasElement, '.copy');
    await find(canvasElement, 'dialog[open] textarea');
    Reflect.deleteProperty(document, 'execCommand');
    if (own === undefined) throw new Error('The browser has no execCommand.');
  },
  parameters: { shows: { id: 'Tekan Ctrl+C', en: 'Press Ctrl+C' } },
};

export const NarrowBox: ElementStory = {
  render: () => mountLookup({ store, width: '420px' }),
  play: async ({ canvasElement }) => {
    await find(canvasElement, '.version-card');
  },
  parameters: { shows: '4.19.0-beta.3' },
};

export const ManyStoresStart: ElementStory = {
  render: () => mountLookup(),
  play: ({ canvasElement }) => press(canvasElement, '#tab-many'),
  parameters: {
    shows: {
      id: 'Tempel kode toko, lalu tekan “Periksa”.',
      en: 'Paste store codes, then press “Check”.',
    },
  },
};

export const ManyStores: ElementStory = {
  render: () => mountLookup(),
  play: async ({ canvasElement }) => {
    await check(canvasElement, `${store}, ${plainStore}\nbukan kode\nXX9999`);
    await find(canvasElement, '[data-position]');
  },
  parameters: { shows: { id: 'baris 2: “bukan kode”', en: 'line 2: “bukan kode”' } },
};

export const ManyStoresMissing: ElementStory = {
  render: () => mountLookup(),
  play: ({ canvasElement }) => check(canvasElement, ''),
  parameters: { shows: { id: 'Kode toko belum diisi.', en: 'No store code is filled in.' } },
};

export const ManyStoresLoading: ElementStory = {
  render: () => mountLookup({ prepare: ({ client }) => client.hold('lookUpVersions') }),
  play: async ({ canvasElement }) => {
    await check(canvasElement, store);
    await find(canvasElement, '.bone');
  },
  parameters: { shows: { id: 'Periksa', en: 'Check' } },
};

export const ManyStoresFailed: ElementStory = {
  render: () =>
    mountLookup({
      prepare: ({ client }) => client.failNext('lookUpVersions', new NetworkError(false)),
    }),
  play: ({ canvasElement }) => check(canvasElement, store),
  parameters: { shows: { id: 'Coba lagi', en: 'Try again' } },
};

/** Only the visible rows are in the document. */
export const ManyRows: ElementStory = {
  render: () => mountLookup(),
  play: async ({ canvasElement }) => {
    const codes = Array.from({ length: 120 }, (_, n) => storeCode(n % 4, Math.floor(n / 4)));
    await check(canvasElement, codes.join('\n'));
    await find(canvasElement, '[data-position]');
  },
  parameters: { shows: { id: 'dari 120 toko', en: 'of 120 stores' } },
};

/** A beta version that three branches have. */
const inUse = { application: 'POS', version: '4.19.0-beta.3' };

/** Waits for the stores of a version. */
const listed = (canvas: HTMLElement) => find(canvas, 'beta-version-stores');

export const StoresOfVersionStart: ElementStory = {
  render: () => mountLookup(),
  play: ({ canvasElement }) => press(canvasElement, '#tab-version'),
  parameters: {
    shows: {
      id: 'Pilih aplikasi, lalu versinya.',
      en: 'Choose an application, then its version.',
    },
  },
};

export const StoresOfVersion: ElementStory = {
  render: () => mountLookup(inUse),
  play: async ({ canvasElement }) => {
    await listed(canvasElement);
  },
  parameters: { shows: { id: '3 dari 60 toko', en: '3 of 60 stores' } },
};

export const StoresOfVersionInOneBranch: ElementStory = {
  render: () => mountLookup(inUse),
  play: ({ canvasElement }) => press(canvasElement, '.branch-button'),
  parameters: { shows: { id: 'Toko di Bandung 1 (3)', en: 'Stores in Bandung 1 (3)' } },
};

/** Only the visible rows are in the document, and more are read as one scrolls. */
export const StoresOfProduction: ElementStory = {
  render: () => mountLookup({ application: 'STK', version: '2.1.7' }),
  play: async ({ canvasElement }) => {
    await listed(canvasElement);
  },
  parameters: { shows: { id: '951 toko di 16 cabang', en: '951 stores in 16 branches' } },
};

export const VersionsOffered: ElementStory = {
  render: () => mountLookup(),
  play: async ({ canvasElement }) => {
    await press(canvasElement, '#tab-version');
    const select = await until(
      () =>
        inside<HTMLSelectElement>(canvasElement, '#application').find(({ length }) => length > 1),
      'the applications',
    );
    select.value = 'POS';
    select.dispatchEvent(new Event('change'));
    await until(
      () =>
        inside<HTMLElementTagNameMap['beta-version-combobox']>(
          canvasElement,
          'beta-version-combobox',
        ).find(({ versions }) => versions.length > 2),
      'the versions',
    );
    await press(canvasElement, '#version');
  },
  parameters: { shows: 'Beta · Uji Kasir' },
};

export const VersionOfNobody: ElementStory = {
  render: () => mountLookup({ ...inUse, version: '9.9' }),
  play: async ({ canvasElement }) => {
    await find(canvasElement, '.known .button');
  },
  parameters: {
    shows: {
      id: 'Tidak ada toko yang memakai Kasir Toko 9.9',
      en: 'No store runs Kasir Toko 9.9',
    },
  },
};

export const UnknownApplication: ElementStory = {
  render: () => mountLookup({ ...inUse, application: 'XX9' }),
  parameters: {
    shows: { id: 'Aplikasi “XX9” tidak dikenal.', en: 'Application “XX9” is unknown.' },
  },
};

export const StoresOfVersionLoading: ElementStory = {
  render: () =>
    mountLookup({ ...inUse, prepare: ({ client }) => client.hold('listStoresOfVersion') }),
  play: async ({ canvasElement }) => {
    await find(canvasElement, '.bone');
  },
  parameters: { shows: { id: 'Toko per versi', en: 'Stores by version' } },
};

export const StoresOfVersionFailed: ElementStory = {
  render: () =>
    mountLookup({
      ...inUse,
      prepare: ({ client }) => client.failNext('listStoresOfVersion', new NetworkError(false)),
    }),
  parameters: { shows: { id: 'Coba lagi', en: 'Try again' } },
};

export const StoresOfBranchFailed: ElementStory = {
  render: () => mountLookup(inUse),
  play: async ({ canvasElement }) => {
    await listed(canvasElement);
    sampleOf(canvasElement).client.failNext('listStoresOfVersion', new NetworkError(false));
    await press(canvasElement, '.branch-button');
  },
  parameters: { shows: { id: 'Coba lagi', en: 'Try again' } },
};

export const VersionsFailed: ElementStory = {
  render: () =>
    mountLookup({
      ...inUse,
      prepare: ({ client }) => client.failNext('listBetaApps', new NetworkError(false)),
    }),
  parameters: {
    shows: {
      id: 'Daftar versi beta belum dapat dimuat.',
      en: "The list of beta versions couldn't be loaded yet.",
    },
  },
};

export const NarrowStoresOfVersion: ElementStory = {
  ...StoresOfVersion,
  render: () => mountLookup({ ...inUse, width: '360px' }),
};

export const DarkStoresOfVersion: ElementStory = {
  ...StoresOfVersion,
  globals: { scheme: 'dark' },
};

export const LongStoresOfVersion: ElementStory = {
  render: () =>
    mountLookup({
      application: 'POS',
      version: longVersion,
      longWords: true,
      prepare: registerLongStore,
    }),
  play: async ({ canvasElement }) => {
    await listed(canvasElement);
  },
  parameters: { shows: longBranch },
};

export const LongWords: ElementStory = {
  render: () => mountLookup({ store: longStore, longWords: true, prepare: registerLongStore }),
  play: ({ canvasElement }) => press(canvasElement, '.notes-button'),
  parameters: { shows: longVersion },
};

export const NarrowLongWords: ElementStory = {
  ...LongWords,
  render: () =>
    mountLookup({
      store: longStore,
      longWords: true,
      prepare: registerLongStore,
      width: '360px',
    }),
};

export const Narrow: ElementStory = { ...Default, globals: phone };

export const Dark: ElementStory = { ...Default, globals: { scheme: 'dark' } };
