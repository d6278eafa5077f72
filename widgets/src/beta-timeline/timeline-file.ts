import type { Timeline } from '@beta-app/core/contract';
import { csvFile } from '../file/csv.js';
import { metText, type Spoken, stateText } from './row-text.js';
import { allMet } from './timeline-groups.js';

/** The timeline as a CSV file: a row for each application of each beta app. */
export function timelineFile(timeline: Timeline, language: Spoken): string {
  const { field } = language.words.common;
  const { column } = language.words.timeline;
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
      const { applications, owner } = betaApp;
      const met = allMet(timeline, betaApp);
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
        met
          .filter(({ application }) => application.code === code)
          .map((each) => metText(each, language))
          .join('; '),
      ]);
    }),
  ]);
}

/** "linimasa-POS-2026-11-01-2027-01-31.csv" */
export const timelineFileName = (
  { from, to }: Timeline,
  application: string,
  { words }: Spoken,
): string =>
  `${[words.timeline.fileName, application, from, to].filter((part) => part !== '').join('-')}.csv`;
