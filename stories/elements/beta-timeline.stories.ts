import type { BetaApp } from '@beta-app/core/contract';
import { NetworkError } from '@beta-app/widgets';
import { longName } from '../fake/long-words.js';
import { type Sample, sari } from '../fake/sample.js';
import { storeCode } from '../fake/sample-directory.js';
import { type Canvas, type ElementStory, phone } from './support/element-story.js';
import { find, inside, press } from './support/find.js';
import { cancelled, paused, promoted } from './support/life-cycle.js';
import { mountTimeline } from './support/mount.js';

export default { title: 'Elements/beta-timeline', component: 'beta-timeline' };

/** Waits for the bars. */
const firstRow = ({ canvasElement }: Canvas) => find(canvasElement, '.row');

async function drawn(canvas: Canvas): Promise<void> {
  await firstRow(canvas);
}

async function showTable({ canvasElement }: Canvas): Promise<void> {
  await press(canvasElement, '[name=view][value=table]');
}

/** Somebody plans trials of one application, one after the other, for two years. */
function busyYears({ server }: Sample): void {
  const dayMs = 86_400_000;
  const day = (offset: number) => new Date(Date.now() + offset * dayMs).toISOString().slice(0, 10);
  for (let trial = 0; trial < 30; trial++) {
    const { id, detailsRevision } = server.answer({
      operation: 'createBetaApp',
      input: {
        name: `Uji Bertahap ${trial + 1}`,
        startsOn: day(trial * 12),
        endsOn: day(trial * 12 + 14),
      },
      actor: sari,
    }) as BetaApp;
    const application = { applicationCode: 'ABS', version: `2.0.${trial}` };
    const { revision: baseRevision } = server.answer({
      operation: 'addApplication',
      input: { id, detailsRevision, ...application },
      actor: sari,
    }) as BetaApp;
    const directoryRevision = server.directory.revision;
    const changes = [{ registered: true, codes: [storeCode(trial % 3, 10 + trial)] }];
    server.answer({
      operation: 'saveStores',
      input: { id, baseRevision, directoryRevision, changes },
      actor: sari,
    });
  }
}

export const Default: ElementStory = {
  render: () => mountTimeline(),
  play: drawn,
  parameters: { shows: { id: 'bertemu “Uji Struk”', en: 'meets “Uji Struk”' } },
};

export const FocusedRow: ElementStory = {
  render: () => mountTimeline(),
  play: async (canvas) => (await firstRow(canvas)).focus(),
  parameters: {
    shows: { id: 'Sari Wulandari (NIK 2015014321)', en: 'Sari Wulandari (2015014321)' },
  },
};

export const OneApplication: ElementStory = {
  render: () => mountTimeline({ application: 'STK' }),
  play: drawn,
  parameters: { shows: { id: 'Bebas:', en: 'Free:' } },
};

export const Month: ElementStory = {
  render: () => mountTimeline({ zoom: 'month' }),
  play: drawn,
  parameters: { shows: 'Uji Kasir' },
};

export const Year: ElementStory = {
  render: () => mountTimeline({ zoom: 'year' }),
  play: drawn,
  parameters: { shows: 'Uji Absensi' },
};

export const BusyYears: ElementStory = {
  render: () => mountTimeline({ application: 'ABS', zoom: 'year', prepare: busyYears }),
  play: drawn,
  parameters: { shows: { id: 'bertemu 2 beta-app', en: 'meets 2 beta apps' } },
};

export const Ahead: ElementStory = {
  render: () => mountTimeline(),
  play: async ({ canvasElement }) => {
    await press(canvasElement, '#ahead');
    await find(canvasElement, '.row');
  },
  parameters: { shows: { id: 'Bebas:', en: 'Free:' } },
};

export const Past: ElementStory = {
  render: () => mountTimeline({ application: 'POS' }),
  play: async ({ canvasElement }) => {
    for (let times = 0; times < 4; times++) await press(canvasElement, '#back');
  },
  parameters: {
    shows: {
      id: 'Tidak ada beta-app dengan Kasir Toko pada waktu ini.',
      en: 'No beta apps with Kasir Toko at this time.',
    },
  },
};

export const PausedDropping: ElementStory = {
  render: () => mountTimeline({ prepare: paused('drop') }),
  play: drawn,
  parameters: { shows: { id: 'Dijeda', en: 'Paused' } },
};

export const Promoted: ElementStory = {
  render: () => mountTimeline({ prepare: promoted }),
  play: drawn,
  parameters: { shows: { id: 'Jadi produksi', en: 'Promoted' } },
};

export const Cancelled: ElementStory = {
  render: () => mountTimeline({ prepare: cancelled }),
  play: drawn,
  parameters: { shows: { id: 'Dibatalkan', en: 'Cancelled' } },
};

export const Table: ElementStory = {
  render: () => mountTimeline({ prepare: paused('drop') }),
  play: showTable,
  parameters: {
    shows: { id: 'toko kembali ke produksi', en: 'stores are back on production' },
  },
};

export const FreeTable: ElementStory = {
  render: () =>
    mountTimeline({
      application: 'POS',
      prepare: ({ server }) => void server.betaApps.splice(0),
    }),
  play: showTable,
  parameters: { shows: { id: 'Hari bebas', en: 'Free days' } },
};

export const Empty: ElementStory = {
  render: () => mountTimeline({ prepare: ({ server }) => void server.betaApps.splice(0) }),
  parameters: {
    shows: { id: 'Tidak ada beta-app pada waktu ini.', en: 'No beta apps at this time.' },
  },
};

export const UnknownApplication: ElementStory = {
  render: () => mountTimeline({ application: 'NIX' }),
  parameters: {
    shows: { id: 'Aplikasi “NIX” tidak dikenal.', en: 'Application “NIX” is unknown.' },
  },
};

export const Loading: ElementStory = {
  render: () => mountTimeline({ prepare: ({ client }) => client.hold('getTimeline') }),
  play: async ({ canvasElement }) => {
    await find(canvasElement, '.bone');
  },
  parameters: { shows: { id: 'Linimasa', en: 'Timeline' } },
};

export const Failed: ElementStory = {
  render: () =>
    mountTimeline({
      prepare: ({ client }) => client.failNext('getTimeline', new NetworkError(false)),
    }),
  parameters: { shows: { id: 'Coba lagi', en: 'Try again' } },
};

export const LongWords: ElementStory = {
  render: () => mountTimeline({ longWords: true }),
  play: async (canvas) => {
    const row = await firstRow(canvas);
    const rows = inside(canvas.canvasElement, '.row');
    (rows.find(({ innerText }) => innerText.includes('lintas cabang')) ?? row).focus();
  },
  parameters: { shows: longName },
};

export const LongTable: ElementStory = {
  render: () => mountTimeline({ longWords: true }),
  play: showTable,
  parameters: { shows: longName },
};

export const NarrowLongTable: ElementStory = {
  ...LongTable,
  render: () => mountTimeline({ longWords: true, width: '360px' }),
};

export const Narrow: ElementStory = { ...Default, globals: phone };

export const NarrowTable: ElementStory = { ...Table, globals: phone };

export const Dark: ElementStory = { ...Default, globals: { scheme: 'dark' } };

export const DarkTable: ElementStory = { ...Table, globals: { scheme: 'dark' } };
