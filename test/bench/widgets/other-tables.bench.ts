import { type BenchSuite } from '../harness/report.js';
import { compare } from '../harness/rounds.js';
import { type ListFigures, type SubjectName } from './page/bench-page.js';
import { BenchStage } from './stage.js';

const count = 15_000;

/** The picker against tables that pages like SIH's would use otherwise. */
export async function measure(): Promise<BenchSuite> {
  const stage = await BenchStage.open();
  const against = (
    what: string,
    figure: keyof ListFigures,
    [peer, peerName]: readonly [SubjectName, string],
    atLeast: number,
  ) =>
    compare({
      what,
      subject: async () => (await stage.run('list', 'picker', count))[figure],
      peer: async () => (await stage.run('list', peer, count))[figure],
      peerName,
      goal: { atLeast },
    });
  const dataTables = ['dataTables', 'jQuery DataTables, paged'] as const;
  const lean = ['leanDataTables', 'the same without its sorting and its widths'] as const;
  const vaadinGrid = ['vaadinGrid', 'Vaadin’s grid'] as const;
  try {
    return {
      title: 'The picker against other tables',
      about:
        `${stage.version}, the same 15,000 stores on the same page. DataTables is paged by 25, makes its rows as they are shown ` +
        '(`deferRender`), has its Select extension, and sorts and measures as it does by itself, in one row without that; Vaadin’s grid has its own column of checkboxes.',
      rows: [
        await against('first rows', 'firstRows', dataTables, 10),
        await against('first rows', 'firstRows', lean, 10),
        await against('select-all', 'selectAll', dataTables, 20),
        await against('first rows', 'firstRows', vaadinGrid, 4),
        await against('select-all', 'selectAll', vaadinGrid, 2),
      ],
      limits:
        'Of the picker’s first rows a third is script; the rest is style, layout and paint of the 28 rows in sight and of the ' +
        'page element around them, which the others don’t have.',
    };
  } finally {
    await stage.close();
  }
}
