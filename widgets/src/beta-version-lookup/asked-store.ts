import type { TimeZone, VersionLookup } from '@beta-app/core/contract';
import { readMoment } from '../format/zone-clock.js';
import { type BetaPageElement } from '../page-element/beta-page-element.js';
import { readDeepLink, writeDeepLink } from '../page-element/deep-link.js';
import { textOf } from '../page-element/text-of.js';
import { rememberStore } from './recent-stores.js';
import { type SharedMoment } from '../version-answer/shared-moment.js';
import { StandingQuestion } from '../version-answer/standing-question.js';
import {
  isKnown,
  type StoreAnswer,
  type StoreQuestion,
  StoreReader,
} from '../version-answer/store-answer.js';
import { asCode } from '../format/store-code.js';
import { type StoreMissedEvent } from './store-combobox.js';

const storeParameter = 'toko';
const momentParameter = 'waktu';

interface Host extends BetaPageElement {
  store?: string | undefined;
  at?: string | undefined;
  now: () => Date;
}

export interface AskedStoreOptions {
  moment: SharedMoment;
  /** Looks in the list for the store that was typed. */
  find: (typed: string, unknown: string) => void;
  /** Takes what is typed into the field, as Enter does. */
  take: () => void;
  /** Puts the store that the page has set in place of what is typed. */
  replace: () => void;
  /** Versions were looked up. */
  answered: (lookup: VersionLookup) => void;
}

/** What was typed, where it names no store or several. */
export type MissedStore = Pick<StoreMissedEvent, 'typed' | 'several'>;

/**
 * Owns which store is asked about, by the element's properties, by the address, or by what was typed, and the answer to
 * it. How the answer looks it leaves alone.
 */
export class AskedStore {
  readonly #host: Host;
  readonly #options: AskedStoreOptions;
  readonly #reader: StoreReader;
  readonly #asked: StandingQuestion<StoreQuestion, StoreAnswer>;
  /** What has been set here, to notice what the page sets. */
  #own: Pick<Host, 'store' | 'at'> = { store: undefined, at: undefined };
  /** What was typed for the store that is asked for; undefined where the page has set it. */
  #typed: string | undefined;
  #missed: MissedStore | undefined;
  /** Whether something else stands in the field than the store that is asked for. */
  #isTyping = false;

  constructor(host: Host, options: AskedStoreOptions) {
    this.#host = host;
    this.#options = options;
    this.#reader = new StoreReader(
      () => host.api,
      () => host.now(),
    );
    this.#asked = new StandingQuestion<StoreQuestion, StoreAnswer>(
      host,
      (question, signal) => this.#reader.read(question, signal),
      (answer) => this.#onAnswer(answer),
    );
  }

  get asked(): Pick<
    StandingQuestion<StoreQuestion, StoreAnswer>,
    'answer' | 'failure' | 'waiting' | 'question' | 'again'
  > {
    return this.#asked;
  }

  get typed(): string | undefined {
    return this.#typed;
  }

  /** Whether something else stands in the field than the store that is asked for: its answer isn't shown then. */
  get isTyping(): boolean {
    return this.#isTyping;
  }

  get missed(): MissedStore | undefined {
    return this.#missed;
  }

  /** The code that the page or the user has set, or what stands for it; empty for none. */
  get named(): string {
    return textOf(this.#host.store);
  }

  /** The zone of the store, as far as it was told in an answer. */
  get zone(): TimeZone | undefined {
    return this.#reader.zoneOf(this.#host.store);
  }

  /** Takes what the address names, unless the page has named a store. */
  readAddress(): void {
    const host = this.#host;
    if (host.noUrl || this.named !== '') return;
    host.store = asCode(readDeepLink(storeParameter) ?? '');
    if (readMoment(host.at) === undefined) host.at = readDeepLink(momentParameter);
  }

  /**
   * Asks about what the page has set, and says whether that is another moment.
   *
   * @param isStoreSet Whether the page, or what is in here, has set a store, be it the same one.
   */
  follow(isStoreSet: boolean): boolean {
    const { store, at } = this.#host;
    const isReplaced = isStoreSet && this.#isTyping;
    const isOtherMoment = at !== this.#own.at;
    if (store === this.#own.store && !isOtherMoment && !isReplaced) return false;
    if (isReplaced) {
      this.#isTyping = false;
      this.#options.replace();
    }
    if (isOtherMoment) this.#giveMoment(at);
    this.#typed = undefined;
    this.#own = { store, at };
    if (!this.#isTyping) this.ask();
    return isOtherMoment;
  }

  /** Asks about the store with a code, for what was typed. */
  choose(code: string, typed: string): void {
    this.#typed = typed;
    this.#isTyping = false;
    this.#host.store = code;
    this.#own = { store: code, at: this.#host.at };
    this.ask();
  }

  /** Something is being typed; `names` says whether the field names the store that is asked for. */
  type(names: boolean): void {
    const isBack = names && (this.#isTyping || this.#missed !== undefined);
    this.#missed = undefined;
    this.#isTyping = !names;
    // Whoever types a store asks about it when it is complete.
    this.#options.moment.settle();
    if (isBack) this.ask();
    else if (!names) this.leaveAddress();
    this.#host.requestUpdate();
  }

  /** What was typed names no store, or several. */
  miss({ typed, several }: MissedStore): void {
    // The answer about another store isn't one to what was typed.
    this.#asked.clear();
    this.leaveAddress();
    this.#missed = { typed, several };
    this.#host.requestUpdate();
  }

  /** Forgets the answer, as another moment is being typed. */
  clear(): void {
    this.#asked.clear();
  }

  /** Asks about another moment: of the store that is being typed, if there is one. */
  askAnew(): void {
    if (this.#isTyping) this.#options.take();
    else this.ask();
  }

  /** Asks about the chosen store and moment. */
  ask(): void {
    this.#missed = undefined;
    const host = this.#host;
    const store = asCode(this.named);
    const moment = this.#options.moment.asked(this.zone);
    if (store === undefined || moment === undefined) {
      this.#asked.clear();
      // What can't be read stays in the address only until something is chosen in its place.
      if (moment !== undefined && this.#isUnreadable) {
        this.setMoment('at' in moment ? moment.at : undefined);
      }
      if (store === undefined) {
        this.leaveAddress();
        if (this.named !== '') this.#missed = { typed: this.named, several: false };
      }
      return;
    }
    // What is shown can be linked to from the moment that it is asked for.
    if ('at' in moment) this.setMoment(moment.at);
    if (!host.noUrl) writeDeepLink(storeParameter, store);
    void this.#asked.ask({ store, moment });
  }

  /** Takes the moment that is asked about. */
  setMoment(at: string | undefined): void {
    this.#host.at = at;
    this.#own = { store: this.#host.store, at };
    if (!this.#host.noUrl) writeDeepLink(momentParameter, at);
  }

  get #isUnreadable(): boolean {
    const moment = readMoment(this.#host.at);
    return moment !== undefined && 'unreadable' in moment;
  }

  /** Takes the moment that the page has set. */
  #giveMoment(at: string | undefined): void {
    this.#options.moment.give(readMoment(at));
    // No other moment than the one that is shown may stand in the address.
    if (this.#isUnreadable && !this.#host.noUrl) writeDeepLink(momentParameter, at);
  }

  /** Makes room in the address for what else is shown. */
  leaveAddress(): void {
    if (!this.#host.noUrl) writeDeepLink(storeParameter, undefined);
  }

  #onAnswer(answer: StoreAnswer): void {
    const { code, lookup, at } = answer;
    this.setMoment(at);
    if (isKnown(answer)) {
      const { name, branchName, open } = answer.store;
      rememberStore({ code, name, branchName, open });
      this.#options.answered(lookup);
    } else if (this.#typed !== undefined && !this.#isTyping && this.#isUnknown(answer)) {
      this.#options.find(this.#typed, code);
    }
  }

  #isUnknown({ versions }: StoreAnswer): boolean {
    return !versions.some(({ reason }) => reason.code === 'no_record');
  }
}
