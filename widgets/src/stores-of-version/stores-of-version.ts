import type { StoresOfVersionPage } from '@beta-app/core/contract';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { momentSentence } from '../version-answer/answer-head.js';
import { answerFailure } from '../version-answer/answer-failure.js';
import { answerStyles } from '../version-answer/answer.styles.js';
import { type AskedMoment } from '../version-answer/incident-moment.js';
import { type BranchShare, branchShares, branchSharesStyles } from '../branches/branch-shares.js';
import { momentOf } from '../format/zone-clock.js';
import { icons } from '../icons/icons.js';
import { LanguageController } from '../language/language-controller.js';
import { manyStoresZone } from '../version-answer/incident-moment.js';
import { type Notifier } from '../notification/notifier.js';
import { NarrowBox } from '../page-element/narrow-box.js';
import { baseStyles } from '../styles/base.styles.js';
import { buttonStyles } from '../styles/button.styles.js';
import { printStyles } from '../styles/print.styles.js';
import { tableStyles } from '../styles/table.styles.js';
import { busyIcon } from '../waiting/busy-icon.js';
import { skeletonRows, waitingSign, waitingStyles } from '../waiting/waiting-sign.js';
import { type KnownVersion } from './known-versions.js';
import { listedStores } from './listed-stores.js';
import { noStores } from './no-stores.js';
import { SavedStores } from './saved-stores.js';
import { storesOfVersionStyles } from './stores-of-version.styles.js';
import { VersionAskedEvent } from './version-combobox.js';
import { type VersionAnswer, VersionStores, type VersionStoresClient } from './version-stores.js';
import { type VersionStoresTable } from './version-stores-table.js';

/**
 * "Toko per versi": how many stores of each branch run a version of an application, and which they are.
 *
 * @event version-asked - Another version is asked for (`VersionAskedEvent`).
 */
export class StoresOfVersion extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    tableStyles,
    waitingStyles,
    answerStyles,
    branchSharesStyles,
    printStyles,
    storesOfVersionStyles,
  ];

  @property({ attribute: false }) client?: VersionStoresClient;
  @property({ attribute: false }) notifier?: Notifier;
  /** The code of the application; empty while none is chosen. */
  @property() application = '';
  /** Its name, once that is known. */
  @property({ attribute: 'application-name' }) applicationName = '';
  /** The version; empty while none is chosen. */
  @property() version = '';
  /** The versions that are offered where nobody runs the one that is asked about. */
  @property({ attribute: false }) known: readonly KnownVersion[] = [];
  /** Tells the moment to ask about; undefined while it isn't filled in. */
  @property({ attribute: false, hasChanged: () => false }) asked?: () => AskedMoment | undefined;
  /** The clock of the computer. */
  @property({ attribute: false }) now = (): Date => new Date();
  /** How often the question was put. */
  @property({ attribute: false }) questions = 0;
  /** Gives the address of the page with a beta app; undefined where there is no such page. */
  @property({ attribute: false, hasChanged: () => false }) addressOf: (
    betaAppId: number,
  ) => string | undefined = () => undefined;

  @query('beta-version-stores') private readonly table!: VersionStoresTable | null;
  @query('.listed') private readonly listed!: HTMLElement | null;

  readonly #language = new LanguageController(this);
  readonly #box = new NarrowBox(this);
  readonly #stores = new VersionStores(
    this,
    () => {
      if (this.client === undefined) throw new Error('The list has no client.');
      return this.client;
    },
    () => this.now(),
  );
  readonly #saved = new SavedStores(this, this.#stores, this.#language, () => this.notifier);

  protected override willUpdate(changes: PropertyValues): void {
    super.willUpdate(changes);
    if (['application', 'version', 'questions'].some((name) => changes.has(name))) this.#ask();
  }

  protected override render(): TemplateResult {
    const { words } = this.#language;
    const { waiting, answer, failure } = this.#stores.asked;
    return html`<section
      class="frame"
      aria-label=${words.versions.byVersion.part}
      aria-busy=${waiting.active ? 'true' : 'false'}
    >
      <div class="card">
        ${waitingSign(waiting, words)}
        <span class="visually-hidden" aria-live="polite">${this.#spoken()}</span>
        ${
          failure === undefined
            ? nothing
            : answerFailure(failure, answer, manyStoresZone, this.#language, () =>
                this.#stores.asked.again(),
              )
        }
        ${this.#content()}
      </div>
    </section>`;
  }

  #content(): TemplateResult | typeof nothing {
    const { waiting, answer, failure } = this.#stores.asked;
    if (answer !== undefined) {
      const { first } = answer;
      return first !== undefined && first.total > 0
        ? this.#answer(answer, first, waiting.skeleton)
        : noStores(this.#whyNothing(answer), this.#others, this.#language.words, (version) =>
            this.dispatchEvent(new VersionAskedEvent(version)),
          );
    }
    if (failure !== undefined) return nothing;
    if (waiting.active) return this.#bones(waiting.skeleton);
    const { byVersion, fillMoment } = this.#language.words.versions;
    const isIncomplete = this.application !== '' && this.version !== '';
    return html`<p class="nothing">${isIncomplete ? fillMoment : byVersion.start}</p>`;
  }

  /** What may be asked for instead. */
  get #others(): KnownVersion[] {
    return this.known.filter(({ version }) => version !== this.version);
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

  #answer(answer: VersionAnswer, first: StoresOfVersionPage, dimmed: boolean): TemplateResult {
    const { words } = this.#language;
    const { byVersion } = words.versions;
    return html`<div class=${dimmed ? 'dimmed' : ''}>
      <div class="head">
        <div>
          <p class="summary">${this.#summary(first)}</p>
          <p class=${answer.isPlanned ? 'planned' : 'as-of'}>
            ${answer.isPlanned ? icons.clock : nothing}<span
              >${momentSentence(answer, manyStoresZone, this.#language)}</span
            >
          </p>
        </div>
        <button
          type="button"
          class="button outlined"
          aria-disabled=${this.#saved.busy ? 'true' : nothing}
          @click=${() => void this.#saved.save(answer, this.applicationName)}
        >
          ${busyIcon(icons.download, this.#saved.busy)}${words.versions.many.export}
        </button>
      </div>
      <div class="parts">
        <div class="branches">
          <h3 id="branches">${byVersion.branches(first.byBranch.length)}</h3>
          <div class="scroller">
            ${branchShares({
              shares: inOrderOfName(first.byBranch),
              words,
              labelledBy: 'branches',
              chosen: this.#stores.branch?.code,
              branch: (share) => this.#branchButton(share),
            })}
          </div>
        </div>
        ${listedStores({
          stores: this.#stores,
          words,
          narrow: this.#box.narrow,
          addressOf: this.addressOf,
          bones: (shown) => this.#bones(shown),
          onAll: () => this.#showAll(),
        })}
      </div>
      <p class="registered">${words.versions.registeredNote}</p>
    </div>`;
  }

  #branchButton({ code, name }: BranchShare): TemplateResult {
    const isShown = this.#stores.branch?.code === code;
    return html`<button
      type="button"
      class="link branch-button"
      aria-pressed=${isShown ? 'true' : 'false'}
      @click=${() => this.#showBranch(isShown ? undefined : code)}
    >
      ${name}
    </button>`;
  }

  /** What is answered, in one sentence. */
  #spoken(): string {
    const { answer } = this.#stores.asked;
    if (answer === undefined) return '';
    const { first } = answer;
    if (first === undefined || first.total === 0) return this.#whyNothing(answer);
    const { branch, total } = this.#stores;
    const { byVersion } = this.#language.words.versions;
    return branch === undefined ? this.#summary(first) : byVersion.list(total, branch.name);
  }

  #summary({ total, byBranch }: StoresOfVersionPage): string {
    const { byVersion } = this.#language.words.versions;
    return byVersion.summary(total, byBranch.length, this.#applicationText(), this.version);
  }

  #whyNothing({ first }: VersionAnswer): string {
    const { byVersion } = this.#language.words.versions;
    if (first === undefined) return byVersion.unknownApplication(this.application);
    return byVersion.none(this.#applicationText(), this.version);
  }

  #applicationText(): string {
    return this.applicationName === '' ? this.application : this.applicationName;
  }

  #ask(): void {
    const { application, version } = this;
    const moment = this.asked?.();
    this.#saved.stop();
    if (application === '' || version === '' || moment === undefined) {
      this.#stores.asked.clear();
      return;
    }
    const at = 'at' in moment ? moment.at : momentOf(moment.clock, manyStoresZone);
    void this.#stores.asked.ask({ application, version, at });
  }

  #showBranch(code: string | undefined): void {
    this.#stores.showBranch(code);
    this.table?.toTop();
    if (!this.#box.narrow) return;
    // The list stands below what was pressed.
    void this.updateComplete.then(() => this.listed?.scrollIntoView({ block: 'nearest' }));
  }

  /** What was pressed is gone then. */
  #showAll(): void {
    const row = this.renderRoot.querySelector('tr.chosen');
    this.#showBranch(undefined);
    row?.querySelector('button')?.focus({ preventScroll: true });
  }
}

const inOrderOfName = <Named extends { name: string }>(branches: readonly Named[]): Named[] =>
  [...branches].sort((one, other) => one.name.localeCompare(other.name));

declare global {
  interface HTMLElementTagNameMap {
    'beta-stores-of-version': StoresOfVersion;
  }
}
