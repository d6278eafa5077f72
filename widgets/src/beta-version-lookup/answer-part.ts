import type { StoreVersion } from '@beta-app/core/contract';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { dayIn } from '../format/days.js';
import { type LanguageController } from '../language/language-controller.js';
import { skeletonRows, waitingSign } from '../waiting/waiting-sign.js';
import { answerCard } from './answer-card.js';
import { answerFailure } from '../version-answer/answer-failure.js';
import { summaryText } from '../version-answer/answer-head.js';
import { type AskedStore } from './asked-store.js';
import { isKnown, type KnownAnswer, type StoreAnswer } from '../version-answer/store-answer.js';
import { ticketText } from './ticket-text.js';
import { inAnswerOrder } from '../version-answer/version-order.js';

export interface AnswerPartView {
  /** The code of the application that is shown; empty for all. */
  application: string;
  language: LanguageController;
  narrow: boolean;
  /** Gives the address of the page with a beta app; undefined where there is no such page. */
  addressOf: (betaAppId: number) => string | undefined;
  onCopy: (ticket: string) => void;
  /** Asks what happened to the store. */
  onHistory: (code: string, name: string) => void;
  /** Asks which stores run a version of an application. */
  onVersion: (application: string, version: string) => void;
}

/** Owns what of the answer about one store is unfolded, and shows the answer, or why there is none. */
export class AnswerPart {
  readonly #host: ReactiveControllerHost;
  readonly #store: AskedStore;
  #unfolded: ReadonlySet<string> = new Set();
  #showsProduction = false;

  constructor(host: ReactiveControllerHost, store: AskedStore) {
    this.#host = host;
    this.#store = store;
  }

  /** Folds everything, for another store. */
  fold(): void {
    this.#unfolded = new Set();
    this.#showsProduction = false;
  }

  render(view: AnswerPartView): TemplateResult {
    const { language } = view;
    const { words } = language;
    const { answer, waiting, failure } = this.#store.asked;
    const again = () => this.#store.asked.again();
    return html`<section
      class="card part answer"
      aria-label=${words.versions.answer}
      aria-busy=${waiting.active ? 'true' : 'false'}
    >
      ${waitingSign(waiting, words)}
      <span class="visually-hidden" aria-live="polite">${this.#spoken(view)}</span>
      ${
        failure === undefined || this.#store.isTyping
          ? nothing
          : answerFailure(failure, answer, this.#store.zone, language, again)
      }
      ${this.#content(view)}
    </section>`;
  }

  /** The answer in one sentence. */
  #spoken(view: AnswerPartView): string {
    const { answer } = this.#store.asked;
    const why = this.#whyNothing(view);
    if (why !== undefined || this.#store.isTyping) return why ?? '';
    if (answer === undefined || !isKnown(answer)) return '';
    const summary = summaryText(shownVersions(answer, view), view.language);
    return `${answer.code} ${answer.store.name}. ${summary}`;
  }

  #content(view: AnswerPartView): TemplateResult | typeof nothing {
    const { versions } = view.language.words;
    const { answer, waiting, failure, question } = this.#store.asked;
    const why = this.#whyNothing(view);
    if (why !== undefined) return html`<p class="nothing">${why}</p>`;
    // An answer about one store is never shown under what may be another.
    if (this.#store.isTyping) return html`<p class="nothing">${versions.start}</p>`;
    if (answer !== undefined && isKnown(answer)) {
      return this.#known(answer, waiting.skeleton, view);
    }
    if (failure !== undefined) return nothing;
    if (waiting.active) return bones(waiting.skeleton, view.narrow);
    const isIncomplete = this.#store.named !== '' && question === undefined;
    return html`<p class="nothing">${isIncomplete ? versions.fillMoment : versions.start}</p>`;
  }

  /** Why there are no versions to show, where the server or the list of stores has said it. */
  #whyNothing({ language }: AnswerPartView): string | undefined {
    const { versions } = language.words;
    const { missed, asked } = this.#store;
    if (missed !== undefined) {
      const { typed, several } = missed;
      if (typed === '') return language.words.common.invalid.required(versions.store);
      return several ? versions.chooseOne(typed) : versions.notFound(typed);
    }
    const { answer } = asked;
    if (this.#store.isTyping) return undefined;
    return answer === undefined || isKnown(answer) ? undefined : this.#whyUnknown(answer, language);
  }

  #whyUnknown({ code, versions }: StoreAnswer, { words, format }: LanguageController): string {
    const before = versions.find(({ reason }) => reason.code === 'no_record');
    if (before === undefined) return words.versions.notFound(this.#store.typed ?? code);
    const { at } = before.reason;
    const date =
      at === null
        ? undefined
        : format.date(dayIn(this.#store.zone ?? 'Asia/Jakarta', new Date(at)));
    return words.versions.reason.no_record({ name: '', date });
  }

  #known(answer: KnownAnswer, dimmed: boolean, view: AnswerPartView): TemplateResult {
    const { language, narrow, addressOf, onVersion } = view;
    const versions = shownVersions(answer, view);
    return answerCard({
      answer,
      versions,
      language,
      narrow,
      dimmed,
      addressOf,
      onVersion,
      unfolded: this.#unfolded,
      onNotes: (code) => this.#toggleNotes(code),
      foldable: view.application === '',
      open: this.#showsProduction,
      onFold: () => {
        this.#showsProduction = !this.#showsProduction;
        this.#host.requestUpdate();
      },
      onCopy: () => view.onCopy(ticketText(answer, versions, language)),
      onHistory: () => view.onHistory(answer.code, answer.store.name),
    });
  }

  #toggleNotes(code: string): void {
    const unfolded = new Set(this.#unfolded);
    if (!unfolded.delete(code)) unfolded.add(code);
    this.#unfolded = unfolded;
    this.#host.requestUpdate();
  }
}

function shownVersions(
  { versions, moment }: KnownAnswer,
  { application }: AnswerPartView,
): StoreVersion[] {
  const chosen = versions.filter((each) => each.application.code === application);
  return inAnswerOrder(application === '' ? versions : chosen, moment);
}

const bones = (shown: boolean, narrow: boolean): TemplateResult =>
  html`<div class="bones" aria-hidden="true">
    ${
      shown
        ? html`<table>
            <tbody>
              ${skeletonRows(narrow ? 2 : 5)}
            </tbody>
          </table>`
        : nothing
    }
  </div>`;
