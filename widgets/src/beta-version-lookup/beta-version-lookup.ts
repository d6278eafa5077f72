import type { TimeZone, VersionLookup } from '@beta-app/core/contract';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { BetaVersionsLookedUpEvent } from '../events.js';
import { zoneLetters } from '../format/zone-letters.js';
import { type HistoryDialog } from '../history/history-dialog.js';
import { type ManyLookedUpEvent } from '../many-stores/many-stores.js';
import { manyStoresZone } from '../version-answer/incident-moment.js';
import { BetaPageElement } from '../page-element/beta-page-element.js';
import { addressWith } from '../page-element/deep-link.js';
import { NarrowBox } from '../page-element/narrow-box.js';
import { pageElementStyles } from '../page-element/page-element.styles.js';
import { baseStyles } from '../styles/base.styles.js';
import { buttonStyles } from '../styles/button.styles.js';
import { choicesStyles } from '../styles/choices.styles.js';
import { fieldStyles } from '../styles/field.styles.js';
import { printStyles } from '../styles/print.styles.js';
import { tableStyles } from '../styles/table.styles.js';
import { waitingStyles } from '../waiting/waiting-sign.js';
import { AskedVersion } from '../stores-of-version/asked-version.js';
import { KnownVersions } from '../stores-of-version/known-versions.js';
import { type VersionCombobox } from '../stores-of-version/version-combobox.js';
import { versionPanel } from '../stores-of-version/version-panel.js';
import { answerStyles } from '../version-answer/answer.styles.js';
import { AnswerPart } from './answer-part.js';
import { ApplicationChoices } from '../version-answer/application-choices.js';
import { applicationField } from '../version-answer/application-field.js';
import { AskedStore } from './asked-store.js';
import { betaVersionLookupStyles } from './beta-version-lookup.styles.js';
import { channelBadgeStyles } from '../version-answer/channel-badge.styles.js';
import { CopiedTicket } from './copied-ticket.js';
import { type CopyDialog } from './copy-dialog.js';
import { type LookupTab, tabList } from './lookup-tabs.js';
import { SharedMoment } from '../version-answer/shared-moment.js';
import {
  type StoreAskedEvent,
  type StoreCombobox,
  type StoreMissedEvent,
  type StoreTypedEvent,
} from './store-combobox.js';

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
    printStyles,
    betaVersionLookupStyles,
  ];

  /** The code of the store that is looked up; in the page's address, it is `?toko=CODE`. */
  @property({ hasChanged: () => true }) store?: string | undefined;

  /** The moment that is asked about, in ISO 8601 with its offset, as `?waktu=` in the address; now without it, but never for one that can't be read. */
  @property() at?: string | undefined;

  /** The code of the application of which the stores by version are listed; in the page's address, it is `?aplikasi=CODE`. */
  @property() application?: string | undefined;

  /** The version whose stores are listed, in the tab “Toko per versi”; in the page's address, it is `?versi=VERSION`. */
  @property() version?: string | undefined;

  /** The address of the page with `<beta-app-editor>`, to which the names of beta apps lead. */
  @property({ attribute: 'beta-app-url' }) betaAppUrl?: string | undefined;

  /** @internal The clock of the computer. */
  now = (): Date => new Date();

  @state() private tab: LookupTab = 'one';
  /** The code of the application that the answers are of; empty for all. */
  @state() private onlyApplication = '';

  @query('beta-store-combobox') private readonly combobox!: StoreCombobox;
  @query('beta-copy-dialog') private readonly copyDialog!: CopyDialog;
  @query('beta-history') private readonly history!: HistoryDialog;
  @query('beta-version-combobox') private readonly versionField!: VersionCombobox | null;

  readonly #box = new NarrowBox(this);
  readonly #applications = new ApplicationChoices(this, () => this.api);
  readonly #moment = new SharedMoment(this, {
    now: () => this.now(),
    language: () => this.language,
    changed: () => {
      if (this.tab === 'one') this.#store.askAnew();
      if (this.tab === 'version') this.#version.ask();
    },
    typed: () => {
      // Nothing is shown under a moment that it isn't the answer to.
      if (this.tab === 'one') this.#store.clear();
    },
  });
  readonly #store: AskedStore = new AskedStore(this, {
    moment: this.#moment,
    find: (typed, unknown) => void this.combobox.find(typed, unknown),
    take: () => this.combobox.take(),
    replace: () => this.combobox.forget(),
    answered: (lookup) => this.#tell(lookup),
  });
  readonly #known = new KnownVersions(this, () => this.api);
  readonly #version: AskedVersion = new AskedVersion(this, {
    moment: this.#moment,
    store: this.#store,
    named: () => {
      this.tab = 'version';
      void this.#known.read();
    },
  });
  readonly #answer = new AnswerPart(this, this.#store);
  readonly #ticket = new CopiedTicket(this, () => this.copyDialog);

  /** @internal */
  override connectedCallback(): void {
    super.connectedCallback();
    this.#store.readAddress();
    this.#version.readAddress();
  }

  protected override willUpdate(changes: PropertyValues): void {
    super.willUpdate(changes);
    const isOtherMoment = this.#store.follow(changes.has('store'));
    if (isOtherMoment && this.tab === 'version') this.#version.ask();
    this.#version.follow();
  }

  protected override firstUpdated(changes: PropertyValues): void {
    super.firstUpdated(changes);
    // For an agent with a phone at the ear; who works elsewhere in the page already stays there.
    if (this.#store.named !== '' || this.tab !== 'one' || document.activeElement !== document.body)
      return;
    void this.combobox.updateComplete.then(() => this.combobox.focus({ preventScroll: true }));
  }

  protected override render(): TemplateResult {
    const { words } = this.language;
    return html`<div class="box">
        <h2>${words.versions.title}</h2>
        ${tabList(this.tab, words, (tab) => this.#onTab(tab))} ${this.#oneStore()}
        ${this.#manyStores()} ${this.#storesOfVersion()}
      </div>
      ${this.#ticket.dialog()}
      <beta-history
        .client=${this.api}
        .notifier=${this.notifier}
        .addressOf=${this.#addressOf}
      ></beta-history>`;
  }

  #oneStore(): TemplateResult {
    const { zone } = this.#store;
    const label = this.language.words.versions.storeTime(zone && zoneLetters(zone));
    return this.#panel(
      'one',
      html`<div class="controls">
          <beta-store-combobox
            .client=${this.api}
            .code=${this.#store.named}
            .name=${this.#store.asked.answer?.store?.name ?? ''}
            @store-asked=${this.#onStore}
            @store-typed=${({ names }: StoreTypedEvent) => this.#store.type(names)}
            @store-missed=${(event: StoreMissedEvent) => this.#store.miss(event)}
          ></beta-store-combobox>
          ${this.tab === 'one' ? this.#sharedFields(label, zone) : nothing}
        </div>
        ${this.#answer.render({
          application: this.onlyApplication,
          language: this.language,
          narrow: this.#box.narrow,
          addressOf: this.#addressOf,
          onCopy: (ticket) => void this.#ticket.copy(ticket),
          onHistory: (code, name) => {
            const applications = this.#applications.all;
            void this.history.show({ kind: 'store', code, name, applications });
          },
          onVersion: (application, version) => this.#showStores(application, version),
        })}`,
    );
  }

  #manyStores(): TemplateResult {
    const label = this.language.words.versions.timeIn(zoneLetters(manyStoresZone));
    // What was pasted stays while another tab is shown.
    return this.#panel(
      'many',
      html`${
          this.tab === 'many'
            ? html`<div class="controls">${this.#sharedFields(label, manyStoresZone)}</div>`
            : nothing
        }
        <beta-many-stores
          .client=${this.api}
          .application=${this.onlyApplication}
          .now=${this.now}
          .asked=${() => this.#moment.asked(manyStoresZone)}
          .momentChanges=${this.#moment.changes}
          @many-looked-up=${({ lookup }: ManyLookedUpEvent) => this.#tell(lookup)}
        ></beta-many-stores>`,
    );
  }

  #storesOfVersion(): TemplateResult {
    return this.#panel(
      'version',
      versionPanel({
        host: this,
        isShown: this.tab === 'version',
        asked: this.#version,
        moment: this.#moment,
        applications: this.#applications,
        known: this.#known,
        addressOf: this.#addressOf,
        onOffered: () => this.versionField?.focus(),
      }),
    );
  }

  #panel(tab: LookupTab, content: TemplateResult): TemplateResult {
    return html`<div
      id="panel-${tab}"
      class="panel"
      role="tabpanel"
      aria-labelledby="tab-${tab}"
      ?hidden=${this.tab !== tab}
    >
      ${content}
    </div>`;
  }

  /** What the first tabs ask for; only the one that is shown has it. */
  #sharedFields(clockLabel: string, zone: TimeZone | undefined): TemplateResult {
    return html`${this.#moment.field(clockLabel, zone)}
    ${applicationField(this.#applications, this.onlyApplication, this.language.words, (code) => {
      this.onlyApplication = code;
    })}`;
  }

  readonly #addressOf = (id: number): string | undefined =>
    addressWith(this.betaAppUrl, { 'beta-app': id });

  readonly #tell = (lookup: VersionLookup): void => {
    this.dispatchEvent(new BetaVersionsLookedUpEvent(lookup));
  };

  readonly #onStore = ({ code, typed }: StoreAskedEvent): void => {
    if (code !== this.#store.named) this.#answer.fold();
    this.#store.choose(code, typed);
  };

  /** By whose clock a tab tells the time of the incident; undefined while no store is known. */
  #zoneOf(tab: LookupTab): TimeZone | undefined {
    return tab === 'one' ? this.#store.zone : manyStoresZone;
  }

  #onTab(tab: LookupTab): void {
    const [from, to] = [this.#zoneOf(this.tab), this.#zoneOf(tab)];
    if (from !== undefined && to !== undefined) this.#moment.hold(from);
    this.tab = tab;
    // Another time of the incident may have been chosen elsewhere.
    if (tab === 'one') {
      this.#version.leaveAddress();
      if (!this.#store.isTyping) this.#store.ask();
    } else if (tab === 'version') {
      void this.#known.read();
      this.#version.ask();
    }
  }

  /** Goes over to the stores of a version; what was pressed is hidden then. */
  #showStores(application: string, version: string): void {
    this.#version.choose(application, version);
    this.#onTab('version');
    this.renderRoot.querySelector<HTMLElement>('#tab-version')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-version-lookup': BetaVersionLookup;
  }
}
