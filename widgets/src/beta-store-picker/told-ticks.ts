import { type BetaPageElement } from '../page-element/beta-page-element.js';
import { BriefText } from './brief-text.js';
import { PacedAnnouncer } from './paced-announcer.js';
import { type ShownStores } from './shown-stores.js';

/** Owns what is told of ticks and of the list: in the bar for a moment, and to screen readers. */
export class ToldTicks {
  readonly #host: BetaPageElement;
  readonly #stores: () => ShownStores;
  readonly #announcer: PacedAnnouncer;
  /** What the header's checkbox has done, in place of the counts. */
  readonly #brief: BriefText;

  constructor(host: BetaPageElement, stores: () => ShownStores) {
    this.#host = host;
    this.#stores = stores;
    this.#announcer = new PacedAnnouncer(host);
    this.#brief = new BriefText(host);
  }

  /** What stands in the bar. */
  get text(): string {
    return this.#brief.text ?? this.#stores().countText;
  }

  /** What stands in the live region. */
  get spoken(): string {
    return this.#announcer.text;
  }

  clear(): void {
    this.#brief.clear();
  }

  /** The list was narrowed. */
  narrowed(): void {
    const { table } = this.#stores().list;
    const { branch } = this.#host.language.words.stores;
    this.#announcer.say(branch.stores(table.length, table.rows.length));
  }

  /** A store was ticked. */
  ticked(): void {
    const { counts } = this.#stores().list.table.ticks;
    const { number } = this.#host.language.format;
    const { pending } = this.#host.language.words.stores;
    this.#brief.clear();
    this.#announcer.say(pending(number(counts.added), number(counts.removed)));
  }

  /** All stores that are shown were ticked, or unticked. */
  tickedAll(isTicked: boolean): void {
    const { list, branchName } = this.#stores();
    const { stores } = this.#host.language.words;
    const tell = isTicked ? stores.selected : stores.unselected;
    const text = tell(list.table.tickable, branchName);
    this.#brief.show(text);
    this.#announcer.say(text);
  }

  /** They will be, once they are there. */
  awaited(): void {
    this.#brief.clear();
    this.#announcer.say(this.#stores().countText);
  }
}
