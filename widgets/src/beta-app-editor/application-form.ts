import type { Application } from '@beta-app/core/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { type BetaAppClient } from '../client/beta-app-client.js';
import { DraftForm } from '../form/draft-form.js';
import { type FormField } from '../form/form-errors.js';
import { fieldError, labelledField } from '../form/labelled-field.js';
import { pickerField } from '../picker-field/picker-field.js';
import { factsStyles } from '../styles/facts.styles.js';
import { applicationFacts, applicationFactsStyles } from './application-facts.js';
import { type ApplicationChosenEvent, type ApplicationList } from './application-list.js';

export interface ApplicationValues {
  /** Undefined until one is chosen. */
  application: Application | undefined;
  version: string;
  notes: string;
}

const versionLimit = 64;
const notesLimit = 500;
const notesCounterFrom = 400;

/** The dialog that takes an application of a beta app: which one, its beta version and its notes. */
export class ApplicationForm extends DraftForm<ApplicationValues> {
  static override styles = [...DraftForm.styles, factsStyles, applicationFactsStyles];

  @property({ attribute: false }) client?: BetaAppClient;
  /** The codes of the applications that are in the beta app already. */
  @property({ attribute: false }) taken: readonly string[] = [];
  /** Whether the application stands, and only version and notes are edited. */
  @property({ type: Boolean }) fixed = false;

  @query('beta-application-list') private readonly list!: ApplicationList;

  protected override render(): TemplateResult {
    return html`${super.render()}
      <beta-application-list
        .client=${this.client}
        .notifier=${this.notifier}
        .taken=${this.taken}
        .chosen=${this.draft?.values.application?.code}
        @application-chosen=${this.#onChosen}
      ></beta-application-list>`;
  }

  protected override renderFields(values: ApplicationValues): TemplateResult {
    return html`${this.fixed ? nothing : this.#applicationField(values)}
    ${values.application ? applicationFacts(values.application, this.language.words) : nothing}
    ${this.#versionField(values)} ${this.#notesField(values)}`;
  }

  protected override fields(): FormField[] {
    const { field } = this.language.words.common;
    const picker = this.renderRoot.querySelector<HTMLElement>('#application');
    return [
      ...(picker
        ? [
            {
              path: 'applicationCode',
              label: field.application,
              control: this.control('applicationCode'),
              focus: picker,
            },
          ]
        : []),
      { path: 'version', label: field.betaVersion, control: this.control('version') },
      { path: 'notes', label: field.notes, control: this.control('notes') },
    ];
  }

  #applicationField({ application }: ApplicationValues): TemplateResult {
    const { common, editor } = this.language.words;
    const error = this.errors.of('applicationCode');
    return html`<div class="field">
      ${pickerField({
        id: 'application',
        label: common.field.application,
        required: common.field.required,
        value: application?.name,
        empty: editor.applicationList.empty,
        emptyName: common.field.betaAppNone,
        errorId: error === undefined ? undefined : 'application-error',
        autofocus: true,
        onOpen: () => void this.list.show(),
      })}
      <input name="applicationCode" required hidden .value=${application?.code ?? ''} />
      ${fieldError('application', error)}
    </div>`;
  }

  #versionField({ application, version }: ApplicationValues): TemplateResult {
    const { common, editor } = this.language.words;
    const asProduction = version !== '' && version.trim() === application?.productionVersion;
    return labelledField({
      id: 'version',
      label: common.field.betaVersion,
      required: common.field.required,
      error: this.errors.of('version'),
      hint: html`${asProduction ? editor.versionAsProduction : editor.versionExample}${this.#latest(
        'version',
      )}`,
      control: ({ describedBy, invalid }) =>
        html`<input
          id="version"
          class="input version"
          name="version"
          required
          maxlength=${versionLimit}
          spellcheck="false"
          autocapitalize="off"
          ?autofocus=${this.fixed}
          .value=${version}
          aria-describedby=${describedBy}
          aria-invalid=${invalid}
          @input=${this.onInput}
        />`,
    });
  }

  #notesField({ notes }: ApplicationValues): TemplateResult {
    const { common, editor } = this.language.words;
    const counter = notes.length >= notesCounterFrom;
    return labelledField({
      id: 'notes',
      label: common.field.notes,
      error: this.errors.of('notes'),
      hint: html`${
        counter
          ? html`<span class="figures">${editor.counter(notes.length, notesLimit)}</span>`
          : editor.notesHint
      }${this.#latest('notes')}`,
      control: ({ describedBy, invalid }) =>
        html`<textarea
          id="notes"
          class="input"
          name="notes"
          maxlength=${notesLimit}
          .value=${notes}
          aria-describedby=${describedBy}
          aria-invalid=${invalid}
          @input=${this.onInput}
        ></textarea>`,
    });
  }

  /** What is saved by now; that it is empty is said in words. */
  #latest(path: 'version' | 'notes') {
    return this.latest(path, (text) => text || this.language.words.editor.stale.empty);
  }

  readonly #onChosen = ({ application }: ApplicationChosenEvent): void =>
    this.change('applicationCode', { application });
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-application-form': ApplicationForm;
  }
}
