import type { HistoryEvent, HistoryValues } from '@beta-app/core/contract';
import { clockIn } from '../format/zone-clock.js';
import { zoneLetters } from '../format/zone-letters.js';
import { type LanguageController } from '../language/language-controller.js';
import { csvFile } from '../file/csv.js';
import { deedText, storeChanges } from './deed-text.js';
import { historyZone } from './history-entries.js';
import { type HistorySubject } from './history-subject.js';

type Spoken = Pick<LanguageController, 'words' | 'format'>;

/** A history as a CSV file. */
export function historyFile(
  events: readonly HistoryEvent[],
  subject: Pick<HistorySubject, 'kind'>,
  spoken: Spoken,
): string {
  const { common, history, versions } = spoken.words;
  const { column } = history;
  return csvFile([
    [
      versions.timeIn(zoneLetters(historyZone)),
      ...[common.field.owner, common.field.nik, column.action, column.betaApp, column.what],
      ...[history.before, history.after, column.added, column.withdrawn, column.stores],
    ],
    ...events.map((event) => {
      const { at, actor, action, betaApp, before, after, stores } = event;
      const { date, time } = clockIn(historyZone, new Date(at));
      return [
        `${date} ${time}`,
        actor.name,
        actor.nik,
        history.action[action],
        betaApp?.name ?? '',
        deedText(event, subject, spoken),
        valuesText(before, spoken),
        valuesText(after, spoken),
        stores === null ? '' : `${stores.registered}`,
        stores === null ? '' : `${stores.withdrawn}`,
        storesText(stores, spoken),
      ];
    }),
  ]);
}

/** "riwayat-7-2026-12-02-1205.csv" */
export function historyFileName(
  subject: HistorySubject,
  moment: Date,
  { words }: Pick<Spoken, 'words'>,
): string {
  const { date, time } = clockIn(historyZone, moment);
  const of = subject.kind === 'store' ? subject.code : subject.id;
  return `${words.history.fileName}-${of}-${date}-${time.replace(':', '')}.csv`;
}

/** "Tanggal selesai: 31 Des 2026; Jeda: tidak dijeda" */
function valuesText(values: HistoryValues | null, { words, format }: Spoken): string {
  if (values === null) return '';
  const { field } = words.common;
  const { pause, pauseLabel, closed, closedLabel } = words.history.values;
  const { application, owner } = values;
  const told: [string, string | undefined][] = [
    [field.shortName, values.name],
    [field.startsOn, values.startsOn && format.date(values.startsOn)],
    [field.endsOn, values.endsOn && format.date(values.endsOn)],
    [field.owner, owner && `${owner.name} (${owner.nik})`],
    [pauseLabel, values.pause && pause[values.pause]],
    [closedLabel, values.closed && closed[values.closed]],
    [field.application, application?.code],
    [field.betaVersion, application?.version],
    [field.notes, application?.notes],
  ];
  return told.flatMap(([label, text]) => (text ? `${label}: ${text}` : [])).join('; ');
}

function storesText(stores: HistoryEvent['stores'], { words, format }: Spoken): string {
  if (stores === null) return '';
  return stores.some
    .map((store) => `${store.code} ${store.name}: ${format.list(storeChanges(store, words))}`)
    .join('; ');
}
