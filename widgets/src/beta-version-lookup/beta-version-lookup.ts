import type { StoreVersion, TimeZone, VersionLookup } from '@beta-app/core/contract';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { BetaVersionsLookedUpEvent } from '../events.js';
import { dayIn } from '../format/days.js';
import { readMoment, type WallClock } from '../format/zone-clock.js';
import { zoneLetters } from '../format/zone-letters.js';
import { type ManyLookedUpEvent, manyStoresZone } from '../many-stores/many-stores.js';
import { BetaPageElement } from '../page-element/beta-page-element.js';
import { readDeepLink, writeDeepLink } from '../page-element/deep-link.js';
import { NarrowBox } from '../page-element/narrow-box.js';
import { pageElementStyles } from '../page-element/page-element.styles.js';
import { baseStyles } from '../styles/base.styles.js';
import { buttonStyles } from '../styles/button.styles.js';
import { choicesStyles } from '../styles/choices.styles.js';
import { fieldStyles } from '../styles/field.styles.js';
import { tableStyles } from '../styles/table.styles.js';
import { skeletonRows, waitingSign, waitingStyles } from '../waiting/waiting-sign.js';
import { answerStyles } from './answer.styles.js';
import { answerCard } from './answer-card.js';
import { answerFailure } from './answer-failure.js';
import { ApplicationChoices } from './application-choices.js';
import { applicationField } from './application-field.js';
import { betaVersionLookupStyles } from './beta-version-lookup.styles.js';
import { channelBadgeStyles } from './channel-badge.styles.js';
import { summaryText } from './answer-head.js';
import { type CopyDialog } from './copy-dialog.js';
import { copyText } from './copy-text.js';
import { IncidentMoment, type MomentChoice } from './incident-moment.js';
import { momentField } from './moment-field.js';
import { rememberStore } from './recent-stores.js';
import { StandingQuestion } from './standing-question.js';
import {
  isKnown,
  type KnownAnswer,
  type StoreAnswer,
  type StoreQuestion,
  StoreReader,
} from './store-answer.js';
import { asCode } from './store-code.js';
import {
  type StoreAskedEvent,
  type StoreCombobox,
  type StoreMissedEvent,
} from './store-combobox.js';
import { tabList, type LookupTab } from './lookup-tabs.js';
import { ticketText } from './ticket-text.js';
import { inAnswerOrder } from './version-order.js';

const storeParameter = 'toko';
const momentParameter = 'waktu';

/** Milliseconds after which a date or time that is being typed is asked about. */
const typingPause = 400;

/**
 * @summary Tells which versions a store runs, or ran at the moment of an incident, and why.
 * @tagname beta-version-lookup
 *
 * @fires beta-versions-looked-up - Versions were looked up, of one store or of many, and are shown.
 *
 * @cssprop --beta-badge-background - The fill of the sign of beta versions.
 * @cssprop --beta-badge-color - The words in the sign of beta versions.
 */
export class BetaVersionLookup extends BetaPageElement {
  /** @internal */
  static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    choicesStyles,
    tableStyles,
    waitingStyles,
    pageElementStyles,
    channelBadgeStyles,
    answerStyles,
    betaVersionLookupStyles,
  ];

  /** The code of the store that is looked up; in the page's address, it is `?toko=CODE`. */
  @property() store?: string | undefined;

  /** The moment that is asked about, in ISO 8601 with its offset, as `?waktu=` in the address; now without it. */
  @property() at?: string | undefined;

  /** The address of the page with `<beta-app-editor>`, to which the names of beta apps lead. */
  @property({ attribute: 'beta-app-url' }) betaAppUrl?: string | undefined;

  /** @internal The clock of the computer. */
  now = (): Date => new Date();

  @state() private tab: LookupTab = 'one';
  /** How often the time of the incident was changed. */
  @state() private momentChanges = 0;
  @state() private application = '';
  /** What was typed, where it names no store or several. */
  @state() private missed: Pick<StoreMissedEvent, 'typed' | 'several'> | undefined;
  @state() private unfolded: ReadonlySet<string> = new Set();
  @state() private showsProduction = false;

  @query('beta-store-combobox') private readonly combobox!: StoreCombobox;
  @query('beta-copy-dialog') private readonly copyDialog!: CopyDialog;

  readonly #box = new NarrowBox(this);
  readonly #applications = new ApplicationChoices(this, () => this.api);
  readonly #moment = new IncidentMoment();
  readonly #reader = new StoreReader(
    () => this.api,
    () => this.now(),
  );
  readonly #asked = new StandingQuestion<StoreQuestion, StoreAnswer>(
    this,
    (question, signal) => this.#reader.read(question, signal),
    (answer) => this.#onAnswer(answer),
  );
  /** What the element itself has set, to notice what the page sets. */
  #own: { store: string | undefined; at: string | undefined } = { store: undefined, at: undefined };
  /** What was typed for the store that is asked for; undefined where the page has set it. */
  #typed: string | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #ticket = '';

  /** @internal */
  override connectedCallback(): void {
    super.connectedCallback();
    if (this.noUrl || this.store !== undefined) return;
    this.store = asCode(readDeepLink(storeParameter) ?? '');
    this.at ??= readMoment(readDeepLink(momentParameter));
  }

  /** @internal */
  override disconnectedCallback(): void {
    clearTimeout(this.#typing);
    super.disconnectedCallback();
  }

  protected override willUpdate(changes: PropertyValues): void {
    super.willUpdate(changes);
    if (this.store === this.#own.store && this.at === this.#own.at) return;
    if (this.at !== this.#own.at) this.#moment.give(readMoment(this.at));
    this.#typed = undefined;
    this.#own = { store: this.store, at: this.at };
    this.#ask();
  }

  protected override firstUpdated(changes: PropertyValues): void {
    super.firstUpdated(changes);
    // For an agent with a phone at the ear; who works elsewhere in the page already stays there.
    if (this.store !== undefined || document.activeElement !== document.body) return;
    void this.combobox.updateComplete.then(() => this.combobox.focus({ preventScroll: true }));
  }

  protected override render(): TemplateResult {
    const { words } = this.language;
    return html`<div class="box">
        <h2>${words.versions.title}</h2>
        ${tabList(this.tab, words, (tab) => this.#onTab(tab))} ${this.#oneStore()}
        ${this.#manyStores()}
      </div>
      <beta-copy-dialog .text=${this.#ticket} .notifier=${this.notifier}></beta-copy-dialog>`;
  }

  #oneStore(): TemplateResult {
    const isShown = this.tab === 'one';
    const zone = this.#zone;
    const label = this.language.words.versions.storeTime(zone && zoneLetters(zone));
    return html`<div
      id="panel-one"
      class="panel"
      role="tabpanel"
      aria-labelledby="tab-one"
      ?hidden=${!isShown}
    >
      <div class="controls">
        <beta-store-combobox
          .client=${this.api}
          .code=${this.store ?? ''}
          .name=${this.#asked.answer?.store?.name ?? ''}
          @store-asked=${this.#onStore}
          @store-missed=${this.#onMissed}
        ></beta-store-combobox>
        ${isShown ? this.#sharedFields(label, zone) : nothing}
      </div>
      ${this.#answerPart()}
    </div>`;
  }

  #manyStores(): TemplateResult {
    const isShown = this.tab === 'many';
    const label = this.language.words.versions.timeIn(zoneLetters(manyStoresZone));
    // What was pasted stays while the other tab is shown.
    return html`<div
      id="panel-many"
      class="panel"
      role="tabpanel"
      aria-labelledby="tab-many"
      ?hidden=${!isShown}
    >
      ${
        isShown
          ? html`<div class="controls">${this.#sharedFields(label, manyStoresZone)}</div>`
          : nothing
      }
      <beta-many-stores
        .client=${this.api}
        .application=${this.application}
        .now=${this.now}
        .asked=${() => this.#moment.asked(this.now(), manyStoresZone)}
        .momentChanges=${this.momentChanges}
        @many-looked-up=${({ lookup }: ManyLookedUpEvent) => this.#tell(lookup)}
      ></beta-many-stores>
    </div>`;
  }

  /** What both tabs ask for; only the one that is shown has it. */
  #sharedFields(clockLabel: string, zone: TimeZone | undefined): TemplateResult {
    const { words, format } = this.language;
    return html`${momentField({
      choice: this.#moment.choice,
      clock: this.#moment.clock(zone),
      clockLabel,
      words,
      format,
      onChoose: (choice) => this.#onChoice(choice, zone),
      onClock: (clock) => this.#onClock(clock),
      onEnter: () => this.#onMoment(),
    })}
    ${applicationField(this.#applications, this.application, words, (code) => {
      this.application = code;
    })}`;
  }

  #answerPart(): TemplateResult {
    const { words } = this.language;
    const { answer, waiting, failure } = this.#asked;
    const again = () => this.#asked.again();
    return html`<section
      class="card part answer"
      aria-label=${words.versions.answer}
      aria-busy=${waiting.active ? 'true' : 'false'}
    >
      ${waitingSign(waiting, words)}
      <span class="visually-hidden" aria-live="polite">${this.#spoken()}</span>
      ${
        failure === undefined
          ? nothing
          : answerFailure(failure, answer, this.#zone, this.language, again)
      }
      ${this.#content()}
    </section>`;
  }

  /** The answer in one sentence. */
  #spoken(): string {
    const { answer } = this.#asked;
    const why = this.#whyNothing();
    if (why !== undefined || answer === undefined || !isKnown(answer)) return why ?? '';
    const summary = summaryText(this.#shown(answer), this.language);
    return `${answer.code} ${answer.store.name}. ${summary}`;
  }

  #content(): TemplateResult | typeof nothing {
    const { versions } = this.language.words;
    const { answer, waiting, failure, question } = this.#asked;
    const why = this.#whyNothing();
    if (why !== undefined) return html`<p class="nothing">${why}</p>`;
    if (answer !== undefined && isKnown(answer)) {
      return this.#known(answer, waiting.skeleton);
    }
    if (failure !== undefined) return nothing;
    if (waiting.active) return this.#bones(waiting.skeleton);
    const isIncomplete = this.store !== undefined && question === undefined;
    return html`<p class="nothing">${isIncomplete ? versions.fillMoment : versions.start}</p>`;
  }

  #bones(shown: boolean): TemplateResult {
    return html`<div class="bones" aria-hidden="true">
      ${
        shown
          ? html`<table>
              <tbody>
                ${skeletonRows(this.#box.narrow ? 2 : 5)}
              </tbody>
            </table>`
          : nothing
      }
    </div>`;
  }

  /** Why there are no versions to show, where the server or the list of stores has said it. */
  #whyNothing(): string | undefined {
    const { versions } = this.language.words;
    const { answer } = this.#asked;
    if (this.missed !== undefined) {
      const { typed, several } = this.missed;
      return several ? versions.chooseOne(typed) : versions.notFound(typed);
    }
    return answer === undefined || isKnown(answer) ? undefined : this.#whyUnknown(answer);
  }

  #known(answer: KnownAnswer, dimmed: boolean): TemplateResult {
    const shown = this.#shown(answer);
    return answerCard({
      answer,
      versions: shown,
      language: this.language,
      narrow: this.#box.narrow,
      dimmed,
      addressOf: (id) => this.#addressOf(id),
      unfolded: this.unfolded,
      onNotes: (code) => this.#toggleNotes(code),
      foldable: this.application === '',
      open: this.showsProduction,
      onFold: () => (this.showsProduction = !this.showsProduction),
      onCopy: () => void this.#copy(ticketText(answer, shown, this.language)),
    });
  }

  #shown({ versions, moment }: KnownAnswer): StoreVersion[] {
    const { application } = this;
    const chosen = versions.filter((each) => each.application.code === application);
    return inAnswerOrder(application === '' ? versions : chosen, moment);
  }

  #whyUnknown({ code, versions }: StoreAnswer): string {
    const { words, format } = this.language;
    const before = versions.find(({ reason }) => reason.code === 'no_record');
    if (before === undefined) return words.versions.notFound(this.#typed ?? code);
    const { at } = before.reason;
    const date =
      at === null ? undefined : format.date(dayIn(this.#zone ?? 'Asia/Jakarta', new Date(at)));
    return words.versions.reason.no_record({ name: '', date });
  }

  get #zone(): TimeZone | undefined {
    return this.#reader.zoneOf(this.store);
  }

  #addressOf(id: number): string | undefined {
    if (this.betaAppUrl === undefined) return undefined;
    const url = new URL(this.betaAppUrl, document.baseURI);
    url.searchParams.set('beta-app', `${id}`);
    return url.href;
  }

  /** Asks about the chosen store and moment. */
  #ask(): void {
    this.missed = undefined;
    const store = asCode(this.store ?? '');
    const moment = this.#moment.asked(this.now(), this.#zone);
    if (store === undefined || moment === undefined) {
      this.#asked.clear();
      if (this.store && store === undefined) this.missed = { typed: this.store, several: false };
      return;
    }
    // What is shown can be linked to from the moment that it is asked for.
    if ('at' in moment) this.#setMoment(moment.at);
    if (!this.noUrl) writeDeepLink(storeParameter, store);
    void this.#asked.ask({ store, moment });
  }

  #onAnswer(answer: StoreAnswer): void {
    const { code, lookup, at } = answer;
    this.#setMoment(at);
    if (isKnown(answer)) {
      const { name, branchName, open } = answer.store;
      rememberStore({ code, name, branchName, open });
      this.#tell(lookup);
    } else if (this.#typed !== undefined && this.#isUnknown(answer)) {
      void this.combobox.find(this.#typed);
    }
  }

  #isUnknown({ versions }: StoreAnswer): boolean {
    return !versions.some(({ reason }) => reason.code === 'no_record');
  }

  #setMoment(at: string | undefined): void {
    this.at = at;
    this.#own = { store: this.store, at };
    if (!this.noUrl) writeDeepLink(momentParameter, at);
  }

  #toggleNotes(code: string): void {
    const unfolded = new Set(this.unfolded);
    if (!unfolded.delete(code)) unfolded.add(code);
    this.unfolded = unfolded;
  }

  async #copy(text: string): Promise<void> {
    const { copied } = this.language.words.versions;
    if (copyText(text, this.renderRoot)) {
      this.notifier.show({ kind: 'success', code: 'ok.copied', message: copied });
      return;
    }
    this.#ticket = text;
    this.requestUpdate();
    await this.updateComplete;
    await this.copyDialog.show();
  }

  readonly #tell = (lookup: VersionLookup): void => {
    this.dispatchEvent(new BetaVersionsLookedUpEvent(lookup));
  };

  readonly #onStore = ({ code, typed }: StoreAskedEvent): void => {
    if (code !== this.store) {
      this.unfolded = new Set();
      this.showsProduction = false;
    }
    this.#typed = typed;
    this.store = code;
    this.#own = { store: code, at: this.at };
    this.#ask();
  };

  readonly #onMissed = ({ typed, several }: StoreMissedEvent): void => {
    // The answer about another store isn't one to what was typed.
    this.#asked.clear();
    this.missed = { typed, several };
  };

  #onTab(tab: LookupTab): void {
    this.tab = tab;
    // The time of the incident may have become another one there.
    if (tab === 'one') this.#ask();
  }

  #onChoice(choice: MomentChoice, zone: TimeZone | undefined): void {
    this.#moment.choose(choice, this.now(), zone);
    this.#onMoment();
  }

  #onClock(clock: WallClock): void {
    this.#moment.setClock(clock);
    // Nothing is shown under a moment that it isn't the answer to.
    if (this.tab === 'one') this.#asked.clear();
    this.requestUpdate();
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#onMoment(), typingPause);
  }

  #onMoment(): void {
    clearTimeout(this.#typing);
    this.momentChanges += 1;
    if (this.tab === 'one') this.#ask();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-version-lookup': BetaVersionLookup;
  }
}
