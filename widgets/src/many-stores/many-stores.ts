import type { VersionLookup } from '@beta-app/core/contract';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { momentSentence } from '../version-answer/answer-head.js';
import { answerStyles } from '../version-answer/answer.styles.js';
import { answerFailure } from '../version-answer/answer-failure.js';
import { type AskedMoment, manyStoresZone } from '../version-answer/incident-moment.js';
import { StandingQuestion } from '../version-answer/standing-question.js';
import {
  answeredNow,
  type AnsweredMoment,
  type VersionClient,
} from '../version-answer/store-answer.js';
import { labelledField } from '../form/labelled-field.js';
import { clockIn, momentOf } from '../format/zone-clock.js';
import { icons } from '../icons/icons.js';
import { LanguageController } from '../language/language-controller.js';
import { NarrowBox } from '../page-element/narrow-box.js';
import { baseStyles } from '../styles/base.styles.js';
import { buttonStyles } from '../styles/button.styles.js';
import { fieldStyles } from '../styles/field.styles.js';
import { printStyles } from '../styles/print.styles.js';
import { busyIcon } from '../waiting/busy-icon.js';
import { waitingSign, waitingStyles } from '../waiting/waiting-sign.js';
import { csvFile } from '../file/csv.js';
import { countStores, type ManyRow, manyRows, rowTexts } from './many-rows.js';
import { manyStoresStyles } from './many-stores.styles.js';
import { maximalStores, type PastedCodes, readCodes } from './pasted-codes.js';
import { pastedNotes } from './pasted-notes.js';
import { saveFile } from '../file/save-file.js';

interface ManyQuestion {
  codes: readonly string[];
  application: string;
  at: string | undefined;
}

interface ManyAnswer extends AnsweredMoment {
  lookup: VersionLookup;
  rows: readonly ManyRow[];
}

/** Versions of many stores were looked up. Stays inside the element. */
export class ManyLookedUpEvent extends Event {
  constructor(readonly lookup: VersionLookup) {
    super('many-looked-up');
  }
}

/**
 * "Banyak toko": pasted codes, and a table of what these stores run.
 *
 * @event many-looked-up - An answer has come (`ManyLookedUpEvent`).
 */
export class ManyStores extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    waitingStyles,
    answerStyles,
    printStyles,
    manyStoresStyles,
  ];

  @property({ attribute: false }) client?: VersionClient;
  /** The code of the application that is asked about; empty for all. */
  @property() application = '';
  /** Tells the moment to ask about; undefined while it isn't filled in. */
  @property({ attribute: false, hasChanged: () => false }) asked?: () => AskedMoment | undefined;
  /** The clock of the computer. */
  @property({ attribute: false }) now = (): Date => new Date();
  /** How often the moment was changed. */
  @property({ attribute: false }) momentChanges = 0;

  @state() private text = '';
  /** What was in the text when "Periksa" was pressed. */
  @state() private pasted: PastedCodes | undefined;
  @state() private isMissing = false;
  @query('textarea') private readonly field!: HTMLTextAreaElement;

  readonly #language = new LanguageController(this);
  /** Eight columns want more room than most. */
  readonly #box = new NarrowBox(this, 900);
  readonly #asked = new StandingQuestion<ManyQuestion, ManyAnswer>(
    this,
    (question, signal) => this.#read(question, signal),
    ({ lookup }) => this.dispatchEvent(new ManyLookedUpEvent(lookup)),
  );

  protected override willUpdate(changes: PropertyValues): void {
    super.willUpdate(changes);
    // The same stores at another moment, or of another application, are another question.
    if (changes.has('application') || changes.has('momentChanges')) this.#ask();
  }

  protected override render(): TemplateResult {
    const { words } = this.#language;
    const { many } = words.versions;
    const { waiting, answer, failure } = this.#asked;
    return html`<div class="frame">
      <div class="ask" @keydown=${this.#onKeydown}>
        ${labelledField({
          id: 'codes',
          label: many.codes,
          hint: many.hint(maximalStores),
          error: this.isMissing ? many.missing : undefined,
          control: ({ describedBy, invalid }) =>
            html`<textarea
              id="codes"
              class="input"
              rows="5"
              spellcheck="false"
              autocomplete="off"
              .value=${this.text}
              aria-describedby=${describedBy}
              aria-invalid=${invalid}
              @input=${this.#onInput}
            ></textarea>`,
        })}
        <button
          type="button"
          class="button primary"
          aria-disabled=${waiting.active ? 'true' : nothing}
          @click=${this.#onCheck}
        >
          ${busyIcon(icons.check, waiting.active)}${many.check}
        </button>
      </div>
      ${this.pasted === undefined ? nothing : pastedNotes(this.pasted, words)}
      <section class="card" aria-label=${many.list} aria-busy=${waiting.active ? 'true' : 'false'}>
        ${waitingSign(waiting, words)}
        ${
          failure === undefined
            ? nothing
            : answerFailure(failure, answer, manyStoresZone, this.#language, () =>
                this.#asked.again(),
              )
        }
        ${this.#content()}
      </section>
    </div>`;
  }

  #content(): TemplateResult | typeof nothing {
    const { waiting, answer, failure } = this.#asked;
    const { many } = this.#language.words.versions;
    if (answer !== undefined) {
      return this.#table(answer, waiting.skeleton);
    }
    if (failure !== undefined) return nothing;
    if (!waiting.active) {
      const isIncomplete = this.pasted !== undefined && this.pasted.codes.length > 0;
      const { fillMoment } = this.#language.words.versions;
      return html`<p class="nothing">${isIncomplete ? fillMoment : many.start}</p>`;
    }
    return html`<div class="bones" aria-hidden="true">
      ${
        waiting.skeleton
          ? Array.from({ length: 5 }, () => html`<span class="bone"></span>`)
          : nothing
      }
    </div>`;
  }

  #table(answer: ManyAnswer, dimmed: boolean): TemplateResult {
    const { many } = this.#language.words.versions;
    const { stores, inBeta, unknown } = countStores(answer.lookup);
    return html`<div class=${dimmed ? 'dimmed' : ''}>
      <div class="head">
        <div role="status">
          <p class="summary">
            ${many.summary(stores, inBeta)} ${unknown === 0 ? nothing : many.unknown(unknown)}
          </p>
          <p class=${answer.isPlanned ? 'planned' : 'as-of'}>
            ${answer.isPlanned ? icons.clock : nothing}<span
              >${momentSentence(answer, manyStoresZone, this.#language)}</span
            >
          </p>
        </div>
        <button type="button" class="button outlined" @click=${() => this.#save(answer)}>
          ${icons.download}${many.export}
        </button>
      </div>
      <beta-many-rows
        .rows=${answer.rows}
        .narrow=${this.#box.narrow}
        .label=${many.list}
      ></beta-many-rows>
      <p class="registered">${this.#language.words.versions.registeredNote}</p>
    </div>`;
  }

  async #read({ codes, application, at }: ManyQuestion, signal: AbortSignal): Promise<ManyAnswer> {
    if (this.client === undefined) throw new Error('The table has no client.');
    const lookup = await this.client.lookUpVersions(
      {
        store: codes,
        ...(application !== '' && { application }),
        ...(at !== undefined && { at }),
      },
      { signal },
    );
    const answered = answeredNow(at, this.now());
    return { lookup, rows: manyRows(lookup, answered.moment), ...answered };
  }

  /** Asks about the stores of the last "Periksa", if there were any. */
  #ask(): void {
    const { application } = this;
    const codes = this.pasted?.codes ?? [];
    const moment = this.asked?.();
    if (codes.length === 0 || moment === undefined) {
      this.#asked.clear();
      return;
    }
    const at = 'at' in moment ? moment.at : momentOf(moment.clock, manyStoresZone);
    void this.#asked.ask({ codes, application, at });
  }

  #save({ rows, moment }: ManyAnswer): void {
    const { column } = this.#language.words.versions;
    const { field } = this.#language.words.common;
    const heads = [field.code, field.store, field.branch, ...Object.values(column)];
    const { date, time } = clockIn(manyStoresZone, moment);
    saveFile(
      `${this.#language.words.versions.many.fileName}-${date}-${time.replace(':', '')}.csv`,
      'text/csv;charset=utf-8',
      csvFile([heads, ...rows.map((row) => rowTexts(row, this.#language))]),
    );
  }

  readonly #onCheck = (): void => {
    if (this.#asked.waiting.active) return;
    const pasted = readCodes(this.text);
    this.isMissing = pasted.codes.length === 0 && pasted.misunderstood.length === 0;
    this.pasted = pasted;
    this.#ask();
    if (pasted.codes.length === 0) this.field.focus();
  };

  readonly #onInput = (): void => {
    this.text = this.field.value;
    if (this.text.trim() !== '') this.isMissing = false;
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.#onCheck();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-many-stores': ManyStores;
  }
}
