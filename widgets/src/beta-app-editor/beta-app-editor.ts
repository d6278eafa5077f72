import type { BetaApp, BetaAppApplication } from '@beta-app/core/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { type BetaAppChosenEvent, type BetaAppList } from '../beta-app-list/beta-app-list.js';
import { ChosenBetaApp } from '../chosen-beta-app/chosen-beta-app.js';
import { chosenFailure } from '../chosen-beta-app/chosen-failure.js';
import { type BetaConfirmation } from '../dialog/beta-confirmation.js';
import { BetaStoresOpenedEvent } from '../events.js';
import { branchSharesStyles } from '../branches/branch-shares.js';
import { icons } from '../icons/icons.js';
import { BetaAppPageElement } from '../page-element/beta-app-page-element.js';
import { addressWith } from '../page-element/deep-link.js';
import { pageElementStyles } from '../page-element/page-element.styles.js';
import { pickerField } from '../picker-field/picker-field.js';
import { baseStyles } from '../styles/base.styles.js';
import { buttonStyles } from '../styles/button.styles.js';
import { factsStyles } from '../styles/facts.styles.js';
import { fieldStyles } from '../styles/field.styles.js';
import { stateBadgeStyles } from '../styles/state-badge.js';
import { tableStyles } from '../styles/table.styles.js';
import { waitingSign, waitingStyles } from '../waiting/waiting-sign.js';
import { type ApplicationForm } from './application-form.js';
import { applicationsTable } from './applications-table.js';
import { betaAppEditorStyles } from './beta-app-editor.styles.js';
import { type BetaAppForm } from './beta-app-form.js';
import { betaAppSummary } from './beta-app-summary.js';
import { ConfirmedChanges } from './confirmed-changes.js';
import { CountedBranches } from './counted-branches.js';
import { type EditConflicts } from './edit-conflicts.js';
import { LifeCycle } from './life-cycle.js';
import { registeredStores } from './registered-stores.js';
import { SavingApplication } from './saving-application.js';
import { SavingBetaApp } from './saving-beta-app.js';

/**
 * @summary Shows one beta app with its applications, and creates, changes, pauses, resumes, extends, promotes, copies, ends and cancels beta apps.
 * @tagname beta-app-editor
 *
 * @fires beta-app-created - A beta app was created.
 * @fires beta-app-changed - Name, period, applications or life cycle of a beta app were changed.
 * @fires beta-stores-saved - The stores of a beta app were restored as they once were.
 * @fires beta-stores-opened - A count of stores was pressed, or a branch. Cancel it to go there by other means.
 */
export class BetaAppEditor extends BetaAppPageElement {
  /** @internal */
  static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    tableStyles,
    waitingStyles,
    stateBadgeStyles,
    factsStyles,
    pageElementStyles,
    branchSharesStyles,
    betaAppEditorStyles,
  ];

  /** The address of the page with `<beta-store-picker>`, to which counts of stores lead. */
  @property({ attribute: 'stores-url' }) storesUrl?: string | undefined;

  /** @internal */
  @query('beta-edit-conflicts') readonly conflicts!: EditConflicts;
  @query('beta-app-list') private readonly list!: BetaAppList;
  @query('beta-app-form') private readonly betaAppForm!: BetaAppForm;
  @query('beta-application-form') private readonly applicationForm!: ApplicationForm;
  @query('beta-confirmation') private readonly confirmation!: BetaConfirmation;

  /** @internal */
  readonly chosen = new ChosenBetaApp(this);
  readonly #branches = new CountedBranches(
    this,
    () => this.api,
    () => this.chosen.current,
  );
  readonly #betaApps = new SavingBetaApp(this, () => this.betaAppForm);
  readonly #applications = new SavingApplication(this, () => this.applicationForm);
  readonly #confirmed = new ConfirmedChanges(this, () => this.confirmation);
  readonly #lifeCycle = new LifeCycle(this, this.#confirmed);

  protected override render(): TemplateResult {
    const { common, editor } = this.language.words;
    return html`<div class="box">
        <div class="top">
          <div class="title-row">
            <h2>${editor.title}</h2>
            <button type="button" class="button primary" @click=${() => this.#betaApps.create()}>
              ${icons.add}${common.button.add}
            </button>
          </div>
          ${pickerField({
            id: 'beta-app',
            label: common.field.betaApp,
            value: this.chosen.current?.name,
            empty: common.field.betaAppEmpty,
            emptyName: common.field.betaAppNone,
            onOpen: () => void this.list.show(),
          })}
        </div>
        ${this.#content()}
      </div>
      ${this.#dialogs()}`;
  }

  #content(): TemplateResult {
    const { current, waiting } = this.chosen;
    const { common } = this.language.words;
    const dimmed = current !== undefined && (waiting.skeleton || this.chosen.failure !== undefined);
    return html`<section
        class="part"
        aria-label=${common.field.betaApp}
        aria-busy=${waiting.active ? 'true' : 'false'}
      >
        ${waitingSign(waiting, this.language.words)}
        ${chosenFailure(this.chosen, this.language.words)}
        ${
          current === undefined
            ? this.#placeholder()
            : html`<div
                class="card summary-card ${dimmed ? 'dimmed' : ''}"
                ?inert=${this.chosen.leaving}
              >
                ${betaAppSummary({
                  betaApp: current,
                  language: this.language,
                  readOnly: this.chosen.readOnly,
                  storesUrl: this.#registeredAddress(current),
                  onEdit: () => this.#betaApps.edit(current),
                  onStores: this.#onStores,
                  more: this.#lifeCycle.menu(current),
                })}
              </div>`
        }
      </section>
      ${
        current === undefined
          ? nothing
          : html`<section
                class=${dimmed ? 'dimmed' : ''}
                ?inert=${this.chosen.leaving}
                aria-labelledby="applications"
              >
                ${applicationsTable({
                  applications: current.applications,
                  words: this.language.words,
                  readOnly: this.chosen.readOnly,
                  onAdd: () => this.#applications.add(current),
                  onEdit: (application) => this.#applications.change(current, application),
                  onRemove: (application) => this.#remove(application),
                })}
              </section>
              <section
                class=${dimmed ? 'dimmed' : ''}
                ?inert=${this.chosen.leaving}
                aria-labelledby="branches"
              >
                ${registeredStores({
                  branches: this.#branches,
                  words: this.language.words,
                  addressOf: (branch) => this.#storesAddress(current.id, branch),
                  onStores: this.#onStores,
                })}
              </section>`
      }`;
  }

  #placeholder(): TemplateResult | typeof nothing {
    if (this.chosen.failure !== undefined) return nothing;
    if (this.betaAppId === undefined) {
      return html`<p class="card nothing">${this.language.words.common.empty.pick}</p>`;
    }
    return html`<div class="card summary-card bones" aria-hidden="true">
      ${
        this.chosen.waiting.skeleton
          ? Array.from({ length: 4 }, () => html`<span class="bone"></span>`)
          : nothing
      }
    </div>`;
  }

  #dialogs(): TemplateResult {
    const { current } = this.chosen;
    const { question } = this.#confirmed;
    return html`<beta-app-list
        .client=${this.api}
        .notifier=${this.notifier}
        .chosen=${current?.id}
        can-create
        @beta-app-chosen=${this.#onChosen}
        @create=${() => this.#betaApps.create()}
      ></beta-app-list>
      <beta-app-form
        .heading=${this.#betaApps.heading}
        .notifier=${this.notifier}
        .busy=${this.#betaApps.busy}
        @save=${() => this.#betaApps.submit()}
      ></beta-app-form>
      <beta-application-form
        .heading=${this.#applications.heading}
        .client=${this.api}
        .notifier=${this.notifier}
        .taken=${current?.applications.map(({ code }) => code) ?? []}
        .fixed=${this.#applications.changes}
        .busy=${this.#applications.busy}
        @save=${() => this.#applications.submit()}
      ></beta-application-form>
      <beta-confirmation
        ?removes=${question.removes}
        .heading=${question.heading}
        .message=${question.message}
        .entries=${question.entries ?? []}
        .notifier=${this.notifier}
        .busy=${this.#confirmed.busy}
        @confirm=${() => this.#confirmed.confirm()}
      ></beta-confirmation>
      ${this.#lifeCycle.dialogs()}
      <beta-edit-conflicts
        .notifier=${this.notifier}
        .storesUrl=${current && this.#storesAddress(current.id)}
        .onStores=${this.#onStores}
      ></beta-edit-conflicts>`;
  }

  #remove(application: BetaAppApplication): void {
    const { current } = this.chosen;
    if (current === undefined) return;
    const at = current.applications.findIndex(({ code }) => code === application.code);
    this.#confirmed.removeApplication(current, application, () => {
      const buttons = this.renderRoot.querySelectorAll<HTMLElement>('[data-remove]');
      const next = buttons[at] ?? this.renderRoot.querySelector<HTMLElement>('#add-application');
      next?.focus();
    });
  }

  /** Where all stores of a beta app are listed; the whole choice of stores while it has none. */
  #registeredAddress({ id, registeredStores }: BetaApp): string | undefined {
    if (registeredStores === 0) return this.#storesAddress(id);
    return addressWith(this.storesUrl, { 'beta-app': id, cabang: '*', tampil: 'registered' });
  }

  #storesAddress(id: number, branch?: string): string | undefined {
    return addressWith(this.storesUrl, { 'beta-app': id, cabang: branch });
  }

  readonly #onChosen = ({ betaApp }: BetaAppChosenEvent): void =>
    void this.chosen.choose(betaApp.id);

  readonly #onStores = (event: Event, branch?: string): void => {
    const { current } = this.chosen;
    if (current === undefined) return;
    const goes = this.dispatchEvent(new BetaStoresOpenedEvent(current, branch));
    if (!goes || addressWith(this.storesUrl, {}) === undefined) event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-app-editor': BetaAppEditor;
  }
}
