import { ApiError, NetworkError } from '@beta-app/widgets';
import { longBranch } from '../fake/long-words.js';
import { type ElementStory } from './support/element-story.js';
import { find, press } from './support/find.js';
import { registerLongStore } from './support/long-store.js';
import { mount } from './support/mount.js';

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

export const SessionEnded: ElementStory = {
  render: () =>
    mount(tag, {
      shown: 'active',
      prepare: ({ client }) =>
        client.failNext('getBetaApp', new ApiError(401, 'AUTHENTICATION_REQUIRED', '')),
    }),
  parameters: { shows: { id: 'Sesi Anda telah berakhir.', en: 'Your session has ended.' } },
};

export const NotFound: ElementStory = {
  render: () => mount(tag, { shown: 'unknown' }),
  parameters: {
    shows: { id: 'Beta-app ini tidak ditemukan.', en: 'This beta app was not found.' },
  },
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

export const NoStores: ElementStory = {
  render: () => mount(tag, { shown: 'scheduled' }),
  parameters: {
    shows: { id: 'Belum ada toko yang terdaftar.', en: 'No stores are registered yet.' },
  },
};

export const StoresLoading: ElementStory = {
  render: () =>
    mount(tag, { shown: 'active', prepare: ({ client }) => client.hold('listBranches') }),
  play: async ({ canvasElement }) => {
    await find(canvasElement, '.share-bones .bone');
  },
  parameters: { shows: { id: 'Toko per cabang', en: 'Stores by branch' } },
};

export const StoresFailed: ElementStory = {
  render: () =>
    mount(tag, {
      shown: 'active',
      prepare: ({ client }) => client.failNext('listBranches', new NetworkError(false)),
    }),
  parameters: { shows: { id: 'Coba lagi', en: 'Try again' } },
};

export const Menu: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: ({ canvasElement }) => press(canvasElement, '.opener'),
  parameters: { shows: { id: 'Akhiri beta-app', en: 'End beta app' } },
};

export const LongWords: ElementStory = {
  render: () => mount(tag, { shown: 'long', longWords: true, prepare: registerLongStore }),
  parameters: { shows: longBranch },
};

export const Narrow: ElementStory = {
  render: () => mount(tag, { shown: 'active', width: '360px' }),
  parameters: { shows: '4.19.0-beta.3' },
};

export const NarrowLongWords: ElementStory = {
  render: () =>
    mount(tag, { shown: 'long', longWords: true, prepare: registerLongStore, width: '360px' }),
  parameters: { shows: longBranch },
};

export const Dark: ElementStory = { ...Default, globals: { scheme: 'dark' } };
