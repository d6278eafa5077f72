import type { LookedUpStore, StoreVersion, VersionLookup } from '@beta-app/core/contract';
import { reasonText } from '../version-answer/reason-text.js';
import { inAnswerOrder } from '../version-answer/version-order.js';
import { type LanguageController } from '../language/language-controller.js';

/** One application of one store; of a store that isn't known, only why. */
export interface ManyRow {
  code: string;
  store: LookedUpStore | null;
  version: StoreVersion;
}

/** How many stores were looked up, and what came of it. */
export interface ManyCounts {
  stores: number;
  inBeta: number;
  unknown: number;
}

/** The rows of an answer about many stores, in the order in which they were asked for. */
export function manyRows({ stores }: VersionLookup, moment: Date): ManyRow[] {
  return stores.flatMap(({ code, store, versions }) => {
    // That a store isn't known is the same for all of its applications.
    const shown = store === null ? versions.slice(0, 1) : inAnswerOrder(versions, moment);
    return shown.map((version) => ({ code, store, version }));
  });
}

export function countStores({ stores }: VersionLookup): ManyCounts {
  return {
    stores: stores.length,
    inBeta: stores.filter(({ versions }) => versions.some(({ channel }) => channel === 'beta'))
      .length,
    unknown: stores.filter(({ store }) => store === null).length,
  };
}

/** The texts of a row, in the order of the columns; empty where there is nothing to say. */
export function rowTexts(
  { code, store, version }: ManyRow,
  language: Pick<LanguageController, 'words' | 'format'>,
): string[] {
  const { versions } = language.words;
  const { application, channel, betaApp } = version;
  return [
    code,
    store?.name ?? '',
    store?.branchName ?? '',
    store === null ? '' : `${application.code} ${application.name ?? ''}`.trim(),
    version.version ?? '',
    channel === null ? '' : versions.channel[channel],
    channel === 'beta' ? (betaApp?.name ?? '') : '',
    reasonText(version, store?.timeZone ?? 'Asia/Jakarta', language),
  ];
}
