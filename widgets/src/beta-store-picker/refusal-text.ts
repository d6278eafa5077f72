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
  { words, format }: Pick<LanguageController, 'words' | 'format'>,
  nameOf: (code: string) => string,
): RefusalText {
  const texts = words.stores.refused;
  const n = refusal.stores.length;
  const listed = (stores: readonly string[]) => {
    const rest = stores.length - named;
    const names = stores.slice(0, named).map(nameOf);
    return [...names, ...(rest > 0 ? [texts.others(rest)] : [])].join(', ');
  };
  switch (refusal.reason) {
    case 'overlap':
      return {
        title: texts.overlap(n),
        entries: refusal.conflicts.map(({ betaApp, application, version, stores }) =>
          texts.overlapEntry(
            application.name,
            version,
            betaApp.name,
            format.period(betaApp.startsOn, betaApp.endsOn),
            betaApp.owner.name,
            betaApp.owner.nik,
            listed(stores),
          ),
        ),
      };
    case 'clash':
      return {
        title: texts.clash(n),
        entries: refusal.clashes.map(({ actor, at, stores }) => {
          const when = format.dateTime(at, 'Asia/Jakarta');
          return texts.clashEntry(actor.name, actor.nik, stores.length, when, listed(stores));
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
          ...(rest > 0 ? [texts.others(rest)] : []),
        ],
      };
    }
  }
}
