import type { StoreConflict, StoreHolder } from '@beta-app/core/contract';
import { type LanguageController } from '../language/language-controller.js';

type Spoken = Pick<LanguageController, 'words' | 'format'>;

/** Lists the stores that are named, and counts the rest of all. */
export function listStores(named: readonly string[], all: number, { words }: Spoken): string {
  const rest = all - named.length;
  return [...named, ...(rest > 0 ? [words.common.overlap.others(rest)] : [])].join(', ');
}

/** Says which beta app has some of the stores with the same application. */
export const overlapText = (
  conflict: StoreConflict,
  named: readonly string[],
  language: Spoken,
): string =>
  `${holderText(conflict, language)}: ${listStores(named, conflict.stores.length, language)}`;

/** Says which beta app has stores with the same application, without the stores. */
export function holderText(
  { betaApp, application, version }: StoreHolder,
  { words, format }: Spoken,
): string {
  return words.common.overlap.entry(
    application.name,
    version,
    betaApp.name,
    format.period(betaApp.startsOn, betaApp.endsOn),
    betaApp.owner.name,
    betaApp.owner.nik,
  );
}
