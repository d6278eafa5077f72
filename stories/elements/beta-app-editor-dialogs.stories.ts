import { NetworkError } from '@beta-app/widgets';
import { longName, longWord } from '../fake/long-words.js';
import { type Canvas, type ElementStory, phone } from './support/element-story.js';
import { fill, find, press, shows, until } from './support/find.js';
import { mount, sampleOf } from './support/mount.js';

export default { title: 'Dialogs/beta-app-editor', tags: ['!autodocs'] };

const tag = 'beta-app-editor';

const openList = async ({ canvasElement }: Canvas): Promise<void> => {
  await find(canvasElement, '#add-application');
  await press(canvasElement, '#beta-app');
};

const openForm = ({ canvasElement }: Canvas): Promise<void> =>
  press(canvasElement, '.title-row .primary');

const fillForm = async (canvas: Canvas): Promise<void> => {
  const { canvasElement } = canvas;
  await openForm(canvas);
  await fill(canvasElement, 'dialog[open] #name', 'Uji Baru');
  await fill(canvasElement, 'dialog[open] #startsOn', '2090-03-01');
  await fill(canvasElement, 'dialog[open] #endsOn', '2090-03-31');
};

const submit = ({ canvasElement }: Canvas): Promise<void> =>
  press(canvasElement, 'dialog[open] [type=submit]');

const openApplications = async ({ canvasElement }: Canvas): Promise<void> => {
  await press(canvasElement, '#add-application');
  await press(canvasElement, '#application');
};

export const List: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: openList,
  parameters: { shows: 'Uji Struk' },
};

export const ListOnPhone: ElementStory = { ...List, globals: phone };

export const ListLoading: ElementStory = {
  render: () =>
    mount(tag, { shown: 'active', prepare: ({ client }) => client.hold('listBetaApps') }),
  play: openList,
  parameters: { shows: { id: 'Memuat…', en: 'Loading…' } },
};

export const ListFailed: ElementStory = {
  render: () =>
    mount(tag, {
      shown: 'active',
      prepare: ({ client }) => client.failNext('listBetaApps', new NetworkError(false)),
    }),
  play: openList,
  parameters: { shows: { id: 'Coba lagi', en: 'Try again' } },
};

export const NoResults: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: async (canvas) => {
    await openList(canvas);
    await fill(canvas.canvasElement, 'dialog[open] #search', 'zzz');
  },
  parameters: { shows: { id: 'Tidak ada hasil untuk “zzz”.', en: 'No results for “zzz”.' } },
};

export const Form: ElementStory = {
  render: () => mount(tag),
  play: fillForm,
  parameters: { shows: { id: '31 hari', en: '31 days' } },
};

export const FormWithErrors: ElementStory = {
  render: () => mount(tag),
  play: async (canvas) => {
    await openForm(canvas);
    await submit(canvas);
  },
  parameters: {
    shows: { id: 'Nama beta-app belum diisi.', en: 'Beta app name is not filled in.' },
  },
};

export const FormWithErrorsOnPhone: ElementStory = { ...FormWithErrors, globals: phone };

export const FormSaving: ElementStory = {
  render: () => mount(tag, { prepare: ({ client }) => client.hold('createBetaApp') }),
  play: async (canvas) => {
    await fillForm(canvas);
    await submit(canvas);
  },
  parameters: { shows: { id: 'Menyimpan…', en: 'Saving…' } },
};

export const FormFailed: ElementStory = {
  render: () =>
    mount(tag, {
      prepare: ({ client }) => client.failNext('createBetaApp', new NetworkError(false)),
    }),
  play: async (canvas) => {
    await fillForm(canvas);
    await submit(canvas);
  },
  parameters: {
    shows: { id: 'Server tidak dapat dihubungi.', en: "The server can't be reached." },
  },
};

export const NameTaken: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: async (canvas) => {
    const { canvasElement } = canvas;
    await press(canvasElement, '.summary-head .actions > .button');
    await fill(canvasElement, 'dialog[open] #name', 'Uji Struk');
    await submit(canvas);
  },
  parameters: { shows: { id: 'Nama ini sudah dipakai', en: 'has this name' } },
};

export const Conflict: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: async (canvas) => {
    const { canvasElement } = canvas;
    const { other, ids } = sampleOf(canvasElement);
    await press(canvasElement, '.summary-head .actions > .button');
    await fill(canvasElement, 'dialog[open] #name', 'Uji Kasir Saya');
    const { id, detailsRevision } = await other.getBetaApp({ id: ids.active });
    await other.updateBetaApp({ id, detailsRevision, name: 'Uji Kasir Budi' });
    await submit(canvas);
    await until(() => shows(canvasElement, 'Budi Santoso'), 'who changed it');
  },
  parameters: {
    shows: { id: 'Beta-app ini sudah berubah', en: 'This beta app has changed' },
  },
};

export const Applications: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: openApplications,
  parameters: { shows: { id: 'Sudah terdaftar', en: 'Already registered' } },
};

export const ApplicationsWithLongWords: ElementStory = {
  render: () => mount(tag, { shown: 'active', longWords: true }),
  play: openApplications,
  parameters: { shows: longName },
};

export const Application: ElementStory = {
  render: () => mount(tag, { shown: 'scheduled', longWords: true }),
  play: async (canvas) => {
    const { canvasElement } = canvas;
    await openApplications(canvas);
    await press(canvasElement, 'dialog[open] tr:nth-child(3) .choose');
    await fill(canvasElement, 'dialog[open] #version', '4.19.0-beta.3');
  },
  parameters: { shows: longWord },
};

export const ApplicationWithErrors: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: async (canvas) => {
    await press(canvas.canvasElement, '#add-application');
    await submit(canvas);
  },
  parameters: {
    shows: { id: 'Versi beta belum diisi.', en: 'Beta version is not filled in.' },
  },
};

export const Removing: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: ({ canvasElement }) => press(canvasElement, '[data-remove=POS]'),
  parameters: {
    shows: { id: 'Hapus aplikasi “Kasir Toko”?', en: 'Remove application “Kasir Toko”?' },
  },
};

export const Ending: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: async ({ canvasElement }) => {
    await press(canvasElement, '.opener');
    await press(canvasElement, '[role=menuitem]:nth-last-child(2)');
  },
  parameters: {
    shows: { id: 'Akhiri beta-app “Uji Kasir” hari ini?', en: 'End beta app “Uji Kasir” today?' },
  },
};

export const Dark: ElementStory = { ...FormWithErrors, globals: { scheme: 'dark' } };
