import type { StoreOfVersion } from '@beta-app/core/contract';
import { clockIn } from '../format/zone-clock.js';
import { type LanguageController } from '../language/language-controller.js';
import { csvFile } from '../file/csv.js';
import { manyStoresZone } from '../version-answer/incident-moment.js';
import { type VersionQuestion } from './version-stores.js';

type Spoken = Pick<LanguageController, 'words'>;

/** The stores that run a version as a CSV file. */
export function storesFile(
  stores: readonly StoreOfVersion[],
  { application, version }: Pick<VersionQuestion, 'application' | 'version'>,
  { words }: Spoken,
): string {
  const { field } = words.common;
  const { column, channel } = words.versions;
  return csvFile([
    [
      field.code,
      field.store,
      field.branch,
      column.application,
      column.version,
      column.channel,
      column.betaApp,
    ],
    ...stores.map((store) => [
      store.code,
      store.name,
      store.branchName,
      application,
      version,
      channel[store.channel],
      store.betaApp?.name ?? '',
    ]),
  ]);
}

/** "toko-POS-4.19.0-beta.3-2026-12-02-1205.csv": a version is any text, and a file's name takes only some. */
export function storesFileName(
  { application, version }: Pick<VersionQuestion, 'application' | 'version'>,
  moment: Date,
  { words }: Spoken,
): string {
  const { date, time } = clockIn(manyStoresZone, moment);
  const safe = version.replace(/[^\w.-]+/gu, '-');
  const { fileName } = words.versions.byVersion;
  return `${fileName}-${application}-${safe}-${date}-${time.replace(':', '')}.csv`;
}
