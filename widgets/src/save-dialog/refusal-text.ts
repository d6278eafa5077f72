import { listStores, overlapText } from '../failure/overlap-text.js';
import { type LanguageController } from '../language/language-controller.js';
import { type Refusal } from './save-question.js';

/** How many stores of one entry are named before the rest is counted. */
const named = 12;

/** A refusal in words. */
export interface RefusalText {
  title: string;
  entries: string[];
}

/** Says which stores can't be saved, and why. `nameOf` gives what the page calls a store. */
export function refusalText(
  refusal: Refusal,
  language: Pick<LanguageController, 'words' | 'format'>,
  nameOf: (code: string) => string,
): RefusalText {
  const { words, format } = language;
  const { overlap } = words.common;
  const texts = words.stores.refused;
  const n = refusal.stores.length;
  const firstOf = (stores: readonly string[]) => stores.slice(0, named).map(nameOf);
  switch (refusal.reason) {
    case 'overlap':
      return {
        title: overlap.title(n),
        entries: refusal.conflicts.map((conflict) =>
          overlapText(conflict, firstOf(conflict.stores), language),
        ),
      };
    case 'clash':
      return {
        title: texts.clash(n),
        entries: refusal.clashes.map(({ actor, at, stores }) => {
          const when = format.dateTime(at, 'Asia/Jakarta');
          const listed = listStores(firstOf(stores), stores.length, language);
          return texts.clashEntry(actor.name, actor.nik, stores.length, when, listed);
        }),
      };
    case 'closed':
    case 'unknown': {
      const entry = refusal.reason === 'closed' ? texts.closedEntry : texts.unknownEntry;
      const rest = n - named;
      return {
        title: texts[refusal.reason](n),
        entries: [
          ...refusal.stores.slice(0, named).map((code) => entry(nameOf(code))),
          ...(rest > 0 ? [overlap.others(rest)] : []),
        ],
      };
    }
  }
}
