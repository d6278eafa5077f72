import { type LanguageController } from '../language/language-controller.js';
import {
  type LineGroup,
  type ReportLine,
  type ImportReport,
  refusedGroups,
} from './import-report.js';
import { csvFile } from '../file/csv.js';

type Spoken = Pick<LanguageController, 'words' | 'format'>;

/** Says more of a line than its group does; empty where there is no more to say. */
export function lineRemark(
  { conflicts = [], first, stores }: ReportLine,
  { words, format }: Spoken,
): string {
  const { remark } = words.lists;
  if (first !== undefined) return remark.twice(first);
  if (stores !== undefined) return stores.join(', ');
  return conflicts
    .map(({ betaApp, application, version }) =>
      remark.elsewhere(
        application.name,
        version,
        betaApp.name,
        format.period(betaApp.startsOn, betaApp.endsOn),
        betaApp.owner.name,
        betaApp.owner.nik,
      ),
    )
    .join('; ');
}

/** The refused lines as a CSV file, in the order of the list, each with the reason. */
export function refusedFile({ groups }: ImportReport, language: Spoken): string {
  const { column, reason } = language.words.lists;
  const reasonOf = (group: LineGroup, line: ReportLine) =>
    [reason[group], lineRemark(line, language)].filter((text) => text !== '').join(': ');
  const lines = refusedGroups
    .flatMap((group) => groups[group].map((line) => ({ line, reason: reasonOf(group, line) })))
    .sort((one, other) => (one.line.line ?? 0) - (other.line.line ?? 0));
  return csvFile([
    [column.line, column.text, column.reason],
    ...lines.map(({ line, reason: why }) => [`${line.line ?? ''}`, line.text, why]),
  ]);
}
