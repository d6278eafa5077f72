import type { Timeline } from '@beta-app/core/contract';
import { csvFile } from '../file/csv.js';
import { metText, type Spoken, stateText } from './row-text.js';
import { meetings, toPlan } from './timeline-groups.js';

/** The timeline as a CSV file: a row for each application of each beta app, and after them one for each free period. */
export function timelineFile(timeline: Timeline, language: Spoken): string {
  const { field } = language.words.common;
  const { column, freeShort } = language.words.timeline;
  const metBy = meetings(timeline);
  return csvFile([
    [
      field.betaApp,
      field.code,
      field.application,
      field.betaVersion,
      field.startsOn,
      field.endsOn,
      field.status,
      field.store,
      field.owner,
      field.nik,
      column.meets,
    ],
    ...timeline.items.flatMap((betaApp) => {
      const { id, applications, owner } = betaApp;
      const taken = applications.length > 0 ? applications : [{ code: '', name: '', version: '' }];
      return taken.map(({ code, name, version }) => [
        betaApp.name,
        code,
        name,
        version,
        betaApp.startsOn,
        betaApp.endsOn,
        stateText(betaApp, language.words),
        `${betaApp.registeredStores}`,
        owner.name,
        owner.nik,
        metBy(id, code)
          .map((each) => metText(each, language))
          .join('; '),
      ]);
    }),
    // In the columns of the others, so that a spreadsheet sorts and filters them together.
    ...toPlan(timeline).flatMap(({ code, name, free }) =>
      free.map(({ startsOn, endsOn }) => [
        ...['', code, name, '', startsOn, endsOn, freeShort],
        ...['', '', '', ''],
      ]),
    ),
  ]);
}

/** "linimasa-POS-2026-11-01-2027-01-31.csv" */
export const timelineFileName = (
  { from, to }: Timeline,
  application: string,
  { words }: Spoken,
): string =>
  `${[words.timeline.fileName, application, from, to].filter((part) => part !== '').join('-')}.csv`;
