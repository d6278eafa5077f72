import { ApiError, NetworkError } from '@beta-app/widgets';
import { sari } from '../fake/sample.js';
import { type Canvas, type ElementStory, phone } from './support/element-story.js';
import { find, press } from './support/find.js';
import { cancelled, paused, pausedAndTaken } from './support/life-cycle.js';
import { mount } from './support/mount.js';

export default { title: 'Life cycle/beta-app-editor', tags: ['!autodocs'] };

const tag = 'beta-app-editor';

/** Opens the menu, and chooses what has that place in it. */
const choose =
  (place: number) =>
  async ({ canvasElement }: Canvas): Promise<void> => {
    await press(canvasElement, '.opener');
    await press(canvasElement, `[role=menuitem]:nth-child(${place})`);
  };

const confirm = async ({ canvasElement }: Canvas): Promise<void> => {
  await press(canvasElement, 'dialog[open] .dialog-buttons .button:last-child');
};

/** Opens a dialog by the menu, and goes on in it. */
const chooseAndConfirm =
  (place: number) =>
  async (canvas: Canvas): Promise<void> => {
    await choose(place)(canvas);
    await find(canvas.canvasElement, 'dialog[open]');
    await confirm(canvas);
  };

export const PausedKeeping: ElementStory = {
  render: () => mount(tag, { shown: 'active', prepare: paused('keep') }),
  parameters: {
    shows: {
      id: 'Dijeda: toko tetap memakai versi beta.',
      en: 'Paused: the stores keep the beta version.',
    },
  },
};

export const PausedDropping: ElementStory = {
  render: () => mount(tag, { shown: 'active', prepare: paused('drop') }),
  parameters: {
    shows: {
      id: 'Dijeda: toko memakai versi produksi',
      en: 'Paused: the stores run the production version',
    },
  },
};

export const PausedNarrow: ElementStory = {
  ...PausedDropping,
  render: () => mount(tag, { shown: 'active', prepare: paused('drop'), width: '360px' }),
};

export const PausedMenu: ElementStory = {
  render: () => mount(tag, { shown: 'active', prepare: paused('keep') }),
  play: ({ canvasElement }) => press(canvasElement, '.opener'),
  parameters: { shows: { id: 'Lanjutkan', en: 'Resume' } },
};

export const Cancelled: ElementStory = {
  render: () => mount(tag, { shown: 'active', prepare: cancelled }),
  parameters: {
    shows: {
      id: 'Beta-app ini sudah dibatalkan dan hanya dapat dilihat.',
      en: 'This beta app has been cancelled and can only be viewed.',
    },
  },
};

export const Pausing: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: choose(1),
  parameters: {
    shows: { id: '9 toko tetap memakai versi beta.', en: '9 stores keep the beta version.' },
  },
};

export const PausingOnPhone: ElementStory = { ...Pausing, globals: phone };

export const PausingDark: ElementStory = { ...Pausing, globals: { scheme: 'dark' } };

export const PausingRefused: ElementStory = {
  render: () =>
    mount(tag, {
      shown: 'active',
      prepare: ({ client }) =>
        client.failNext('pauseBetaApp', new ApiError(403, 'FORBIDDEN', '', [], { owner: sari })),
    }),
  play: chooseAndConfirm(1),
  parameters: {
    shows: { id: 'Anda tidak berhak melakukan ini.', en: 'You may not do this.' },
  },
};

export const PausingFailed: ElementStory = {
  render: () =>
    mount(tag, {
      shown: 'active',
      prepare: ({ client }) => client.failNext('pauseBetaApp', new NetworkError(false)),
    }),
  play: chooseAndConfirm(1),
  parameters: {
    shows: { id: 'Server tidak dapat dihubungi.', en: "The server can't be reached." },
  },
};

export const PauseSaving: ElementStory = {
  render: () =>
    mount(tag, { shown: 'active', prepare: ({ client }) => client.hold('pauseBetaApp') }),
  play: chooseAndConfirm(1),
  parameters: { shows: { id: 'Menyimpan…', en: 'Saving…' } },
};

export const ChangingThePause: ElementStory = {
  render: () => mount(tag, { shown: 'active', prepare: paused('drop') }),
  play: choose(2),
  parameters: {
    shows: { id: 'Ubah jeda beta-app “Uji Kasir”', en: 'Change the pause of beta app “Uji Kasir”' },
  },
};

export const Resuming: ElementStory = {
  render: () => mount(tag, { shown: 'active', prepare: paused('drop') }),
  play: choose(1),
  parameters: {
    shows: { id: 'Lanjutkan beta-app “Uji Kasir”?', en: 'Resume beta app “Uji Kasir”?' },
  },
};

export const ResumingOverlaps: ElementStory = {
  render: () => mount(tag, { shown: 'active', prepare: pausedAndTaken }),
  play: chooseAndConfirm(1),
  parameters: {
    shows: {
      id: '2 toko sedang menguji aplikasi yang sama',
      en: '2 stores are already testing the same application',
    },
  },
};

export const ResumingOverlapsOnPhone: ElementStory = { ...ResumingOverlaps, globals: phone };
