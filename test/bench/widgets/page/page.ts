import {
  type BenchPage,
  type ListFigures,
  type ScrolledName,
  type SearchFigures,
  type SubjectName,
} from './bench-page.js';
import { benchStores } from './bench-stores.js';
import { checkList } from './check-list.js';
import { DataTablesSubject, leanOptions } from './data-tables-subject.js';
import { type ListSubject } from './list-subject.js';
import { PickerSubject } from './picker-subject.js';
import { plainList } from './plain-list.js';
import { nextPaint, toPaint } from './to-paint.js';
import { VaadinGridSubject } from './vaadin-grid-subject.js';

const subjects: Readonly<Record<SubjectName, () => ListSubject>> = {
  picker: () => new PickerSubject(),
  dataTables: () => new DataTablesSubject(),
  leanDataTables: () => new DataTablesSubject(leanOptions),
  vaadinGrid: () => new VaadinGridSubject(),
};

async function list(name: SubjectName, count: number): Promise<ListFigures> {
  return within(async (parent) => {
    const subject = subjects[name]();
    await subject.prepare(parent, benchStores(count));
    const firstRows = await toPaint(subject.showRows, subject.hasRows);
    if (subject instanceof PickerSubject) await settled(subject);
    const selectAll = await toPaint(subject.selectAll, subject.isAllSelected);
    return { firstRows, selectAll };
  });
}

async function search(count: number): Promise<SearchFigures> {
  return within(async (parent) => {
    const picker = await fullPicker(parent, count);
    const firstLetter = await toPaint(
      () => picker.search('c'),
      () => picker.rowCount() < count,
    );
    const matches = picker.rowCount();
    const nextLetter = await toPaint(
      () => picker.search('c1'),
      () => picker.rowCount() < matches,
    );
    return { firstLetter, nextLetter };
  });
}

async function scroll(name: ScrolledName, count: number, pixels: number): Promise<number[]> {
  return within(async (parent) => {
    const scroller =
      name === 'picker' ? (await fullPicker(parent, count)).scroller() : plainList(parent, pixels);
    const gaps: number[] = [];
    await nextPaint();
    let last = await frame();
    for (let top = 100; top <= pixels; top += 100) {
      scroller.scrollTop = top;
      const now = await frame();
      gaps.push(now - last);
      last = now;
    }
    return gaps;
  });
}

async function end(count: number): Promise<string> {
  return within(async (parent) => {
    const picker = await fullPicker(parent, count);
    picker.scroller().scrollTop = Number.MAX_SAFE_INTEGER;
    await nextPaint();
    await nextPaint();
    return picker.lastCodeInSight();
  });
}

async function fullPicker(parent: HTMLElement, count: number): Promise<PickerSubject> {
  const picker = new PickerSubject();
  await picker.prepare(parent, benchStores(count));
  await toPaint(picker.showRows, picker.hasRows);
  await settled(picker);
  return picker;
}

async function settled(picker: PickerSubject): Promise<void> {
  while (!picker.isComplete()) await nextPaint();
  await nextPaint();
}

async function within<Result>(work: (parent: HTMLElement) => Promise<Result>): Promise<Result> {
  const parent = document.createElement('main');
  parent.style.width = '1000px';
  document.body.append(parent);
  try {
    return await work(parent);
  } finally {
    parent.remove();
    await nextPaint();
  }
}

const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

window.benchPage = {
  list,
  search,
  scroll,
  end,
  checkList: (betaAppId, text, atOnce) =>
    within((parent) => checkList(parent, betaAppId, text, atOnce)),
} satisfies BenchPage;
