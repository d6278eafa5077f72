import { NetworkError } from '@beta-app/widgets';
import { longName } from '../fake/sample.js';
import { type ElementStory } from './support/element-story.js';
import { fill, find, press, shows, waitFor } from './support/find.js';
import { mount, sampleOf } from './support/mount.js';

export default { title: 'Elements/beta-app-editor', component: 'beta-app-editor' };

const tag = 'beta-app-editor';

export const Default: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  parameters: { shows: '4.19.0-beta.3' },
};

export const NothingChosen: ElementStory = {
  render: () => mount(tag),
  parameters: {
    shows: { id: 'Belum ada beta-app yang dipilih.', en: 'No beta app chosen.' },
  },
};

export const NoApplications: ElementStory = {
  render: () => mount(tag, { shown: 'empty' }),
  parameters: { shows: { id: 'Belum ada aplikasi.', en: 'No applications yet.' } },
};

export const Scheduled: ElementStory = {
  render: () => mount(tag, { shown: 'scheduled' }),
  parameters: { shows: { id: 'Terjadwal', en: 'Scheduled' } },
};

export const Loading: ElementStory = {
  render: () => mount(tag, { shown: 'active', prepare: ({ client }) => client.hold('getBetaApp') }),
  parameters: { shows: { id: 'Memuat…', en: 'Loading…' } },
};

export const Failed: ElementStory = {
  render: () =>
    mount(tag, {
      shown: 'active',
      prepare: ({ client }) => client.failNext('getBetaApp', new NetworkError(false)),
    }),
  parameters: { shows: { id: 'Coba lagi', en: 'Try again' } },
};

export const ReadOnly: ElementStory = {
  render: () => mount(tag, { shown: 'ended' }),
  parameters: {
    shows: {
      id: 'Beta-app ini sudah berakhir dan hanya dapat dilihat.',
      en: 'This beta app has ended and can only be viewed.',
    },
  },
};

export const LongWords: ElementStory = {
  render: () => mount(tag, { shown: 'long' }),
  parameters: { shows: longName },
};

export const Narrow: ElementStory = {
  render: () => mount(tag, { shown: 'active', width: '360px' }),
  parameters: { shows: '4.19.0-beta.3' },
};

export const NarrowLongWords: ElementStory = {
  render: () => mount(tag, { shown: 'long', width: '360px' }),
  parameters: { shows: longName },
};

export const Dark: ElementStory = { ...Default, globals: { scheme: 'dark' } };

export const ListOpen: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: async ({ canvasElement }) => {
    await find(canvasElement, '#add-application');
    await press(canvasElement, '#beta-app');
  },
  parameters: { shows: 'Uji Struk' },
};

export const FormWithErrors: ElementStory = {
  render: () => mount(tag),
  play: async ({ canvasElement }) => {
    await press(canvasElement, '.title-row .primary');
    await press(canvasElement, 'dialog[open] [type=submit]');
  },
  parameters: {
    shows: { id: 'Nama beta-app belum diisi.', en: 'Beta app name is not filled in.' },
  },
};

export const FormFailed: ElementStory = {
  render: () =>
    mount(tag, {
      prepare: ({ client }) => client.failNext('createBetaApp', new NetworkError(false)),
    }),
  play: async ({ canvasElement }) => {
    await press(canvasElement, '.title-row .primary');
    await fill(canvasElement, 'dialog[open] #name', 'Uji Baru');
    await fill(canvasElement, 'dialog[open] #startsOn', '2090-03-01');
    await fill(canvasElement, 'dialog[open] #endsOn', '2090-03-31');
    await press(canvasElement, 'dialog[open] [type=submit]');
  },
  parameters: {
    shows: { id: 'Server tidak dapat dihubungi.', en: "The server can't be reached." },
  },
};

export const Application: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[data-remove=POS]');
    await press(canvasElement, 'dialog[open] .back, dialog[open] .dialog-buttons .button');
    await press(canvasElement, '#add-application');
    await fill(canvasElement, 'dialog[open] #notes', 'Struk QRIS');
  },
  parameters: { shows: { id: 'Tambah aplikasi', en: 'Add application' } },
};

export const Removing: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: async ({ canvasElement }) => press(canvasElement, '[data-remove=POS]'),
  parameters: {
    shows: { id: 'Hapus aplikasi “Kasir Toko”?', en: 'Remove application “Kasir Toko”?' },
  },
};

export const Conflict: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: async ({ canvasElement }) => {
    const { other, ids } = sampleOf(canvasElement);
    await press(canvasElement, '.summary-head .actions > .button');
    await fill(canvasElement, 'dialog[open] #name', 'Uji Kasir Saya');
    const { id, detailsRevision } = await other.getBetaApp({ id: ids.active });
    await other.updateBetaApp({ id, detailsRevision, name: 'Uji Kasir Budi' });
    await press(canvasElement, 'dialog[open] [type=submit]');
    await waitFor(() => shows(canvasElement, 'Budi Santoso'), 'who changed it');
  },
  parameters: {
    shows: { id: 'Beta-app ini sudah berubah', en: 'This beta app has changed' },
  },
};
