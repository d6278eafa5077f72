import type { StoreConflict } from '@beta-app/core/contract';
import { type LanguageController } from '../language/language-controller.js';

type Spoken = Pick<LanguageController, 'words' | 'format'>;

/** Lists the stores that are named, and counts the rest of all. */
export function listStores(named: readonly string[], all: number, { words }: Spoken): string {
  const rest = all - named.length;
  return [...named, ...(rest > 0 ? [words.common.overlap.others(rest)] : [])].join(', ');
}

/** Says which beta app has some of the stores with the same application. */
export function overlapText(
  { betaApp, application, version, stores }: StoreConflict,
  named: readonly string[],
  language: Spoken,
): string {
  const { words, format } = language;
  return words.common.overlap.entry(
    application.name,
    version,
    betaApp.name,
    format.period(betaApp.startsOn, betaApp.endsOn),
    betaApp.owner.name,
    betaApp.owner.nik,
    listStores(named, stores.length, language),
  );
}
