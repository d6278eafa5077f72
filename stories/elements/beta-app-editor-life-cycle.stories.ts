import { ApiError, NetworkError } from '@beta-app/widgets';
import { sari } from '../fake/sample.js';
import { type Canvas, type ElementStory, phone } from './support/element-story.js';
import { fill, find, press } from './support/find.js';
import { cancelled, paused, pausedAndTaken, promoted, takenLater } from './support/life-cycle.js';
import { mount, sampleOf } from './support/mount.js';

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

export const ResumingOverlapsDark: ElementStory = {
  ...ResumingOverlaps,
  globals: { scheme: 'dark' },
};

export const ResumedWithout: ElementStory = {
  render: () => mount(tag, { shown: 'active', prepare: pausedAndTaken }),
  play: async (canvas) => {
    await chooseAndConfirm(1)(canvas);
    await press(canvas.canvasElement, 'dialog[open][aria-describedby~=without] .primary');
  },
  parameters: {
    shows: {
      id: '2 toko dikeluarkan dari beta-app ini.',
      en: '2 stores were withdrawn from this beta app.',
    },
  },
};

export const Promoted: ElementStory = {
  render: () => mount(tag, { shown: 'active', prepare: promoted }),
  parameters: {
    shows: {
      id: 'Beta-app ini sudah jadi produksi dan hanya dapat dilihat.',
      en: 'This beta app has been promoted and can only be viewed.',
    },
  },
};

export const Extending: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: async (canvas) => {
    await choose(2)(canvas);
    await press(canvas.canvasElement, 'dialog[open] .quick .button:nth-child(2)');
  },
  parameters: { shows: { id: '14 hari lebih lama', en: '14 days longer' } },
};

export const ExtendingOnPhone: ElementStory = { ...Extending, globals: phone };

export const ExtendingDark: ElementStory = { ...Extending, globals: { scheme: 'dark' } };

export const ExtendingWithErrors: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: async (canvas) => {
    await choose(2)(canvas);
    await fill(canvas.canvasElement, 'dialog[open] #endsOn', '2026-01-01');
    await confirm(canvas);
  },
  parameters: {
    shows: { id: 'Tanggal selesai baru harus setelah', en: 'The new end date must be after' },
  },
};

export const ExtendingOverlaps: ElementStory = {
  render: () => mount(tag, { shown: 'active', prepare: takenLater }),
  play: async (canvas) => {
    await choose(2)(canvas);
    await press(canvas.canvasElement, 'dialog[open] .quick .button:nth-child(3)');
    await confirm(canvas);
  },
  parameters: {
    shows: {
      id: '1 toko sedang menguji aplikasi yang sama',
      en: '1 store is already testing the same application',
    },
  },
};

export const Promoting: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: choose(3),
  parameters: { shows: 'Kasir Toko: 4.18.2 → 4.19.0-beta.3' },
};

export const PromotingOnPhone: ElementStory = { ...Promoting, globals: phone };

export const PromotingRefused: ElementStory = {
  render: () =>
    mount(tag, {
      shown: 'active',
      prepare: ({ client }) =>
        client.failNext(
          'promoteBetaApp',
          new ApiError(409, 'BETA_APP_EMPTY', 'Beta-app ini belum memiliki aplikasi.'),
        ),
    }),
  play: chooseAndConfirm(3),
  parameters: { shows: 'Beta-app ini belum memiliki aplikasi.' },
};

const openCopy = async (canvas: Canvas): Promise<void> => {
  const { canvasElement } = canvas;
  await choose(4)(canvas);
  await fill(canvasElement, 'dialog[open] #startsOn', '2090-03-01');
  await fill(canvasElement, 'dialog[open] #endsOn', '2090-03-31');
};

export const Copying: ElementStory = {
  render: () => mount(tag, { shown: 'active' }),
  play: openCopy,
  parameters: { shows: { id: 'Salinan dari “Uji Kasir”', en: 'Copy of “Uji Kasir”' } },
};

export const CopyingOnPhone: ElementStory = { ...Copying, globals: phone };

export const CopyingDark: ElementStory = { ...Copying, globals: { scheme: 'dark' } };

export const CopyingOverlaps: ElementStory = {
  render: () => mount(tag, { shown: 'active', prepare: takenLater }),
  play: async (canvas) => {
    const { canvasElement } = canvas;
    const { client, ids } = sampleOf(canvasElement);
    const { endsOn } = await client.getBetaApp({ id: ids.active });
    await choose(4)(canvas);
    await fill(canvasElement, 'dialog[open] #startsOn', endsOn);
    await fill(canvasElement, 'dialog[open] #endsOn', '2090-03-31');
    await confirm(canvas);
  },
  parameters: { shows: { id: 'Simpan tanpa', en: 'Save without' } },
};

/** A copy and the history are offered, at the left edge where it is narrow. */
export const PromotedMenuNarrow: ElementStory = {
  render: () => mount(tag, { shown: 'active', prepare: promoted, width: '360px' }),
  play: ({ canvasElement }) => press(canvasElement, '.opener'),
  parameters: { shows: { id: 'Salin…', en: 'Copy…' } },
};
