import { type BenchRow, countRow, rowOf } from '../harness/bench-row.js';
import { type BenchSuite } from '../harness/report.js';
import { budget, compare, inTurns, type Side } from '../harness/rounds.js';
import { estimate, medianOf } from '../harness/statistics.js';
import { type ScrolledName } from './page/bench-page.js';
import { BenchStage } from './stage.js';

const many = 15_000;
const tenfold = 150_000;
const million = 1_000_000;
const scrolled = 20_000;
/** Above this, in milliseconds, a picture of a screen with 60 a second has been left out. */
const lateFrame = 25;

/** The picker alone: how long its user waits, and whether ten times as many stores change that. */
export async function measure(): Promise<BenchSuite> {
  const stage = await BenchStage.open();
  try {
    const rows = [
      ...(await both('first rows', 40, async (count) => (await list(count)).firstRows)),
      ...(await both('select-all', 16, async (count) => (await list(count)).selectAll)),
      ...(await both(
        'first letter searched',
        20,
        async (count) => (await search(count)).firstLetter,
      )),
      ...(await both(
        'next letter searched',
        20,
        async (count) => (await search(count)).nextLetter,
      )),
      await lastRow(stage),
      await lateFrames(),
    ];
    return {
      title: 'The picker',
      about:
        `${stage.version}, a page with Bootstrap and jQuery. First rows: from the press on “Semua cabang” to the first picture ` +
        'with rows, with the whole element around them; the rows are in memory. Letters are typed as soon as all rows are there. ' +
        'The browser paints without waiting for the screen, so that times hold the work alone; frames are counted at the screen’s pace.',
      rows,
      limits:
        'Pictures are drawn by the processor here, on a machine without a graphics card: some are left out of a plain list, too.',
    };
  } finally {
    await stage.close();
  }

  function list(count: number) {
    return stage.run('list', 'picker', count);
  }

  function search(count: number) {
    return stage.run('search', count);
  }
}

async function both(
  what: string,
  atMost: number,
  timeFor: (count: number) => Promise<number>,
): Promise<BenchRow[]> {
  const of =
    (count: number): Side =>
    () =>
      timeFor(count);
  return [
    await budget({ what: `${what}, 15,000 stores`, subject: of(many), goal: { atMost } }),
    await compare({
      what: `${what}, 150,000 stores`,
      subject: of(tenfold),
      peer: of(many),
      peerName: '15,000 stores',
      goal: { atMost: 1.5 },
    }),
  ];
}

async function lastRow(stage: BenchStage): Promise<BenchRow> {
  const code = await stage.run('end', million);
  return countRow({
    what: 'the last of 1,000,000 stores, with the scroll bar at its end',
    value: code === 'T0999999' ? 1 : 0,
    unit: 'in sight',
    goal: { atLeast: 1 },
    note: code,
  });
}

/** Drawn by the processor alone, a browser leaves pictures out by itself; the plain list tells how many. */
async function lateFrames(): Promise<BenchRow> {
  const screen = await BenchStage.open({ steadyFrames: true });
  const lateIn = async (name: ScrolledName) => {
    const gaps = await screen.run('scroll', name, many, scrolled);
    return gaps.filter((gap) => gap > lateFrame).length;
  };
  try {
    const { subject, peer } = await inTurns({
      rounds: 9,
      subject: () => lateIn('picker'),
      peer: () => lateIn('plainList'),
    });
    return rowOf({
      what: 'scrolling over 20,000 px, 200 pictures',
      value: estimate(subject),
      unit: 'left out',
      goal: { atMost: 0 },
      note: `${medianOf(peer)} in a plain list of 600 rows`,
    });
  } finally {
    await screen.close();
  }
}
