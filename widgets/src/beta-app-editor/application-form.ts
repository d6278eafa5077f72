import type { Application } from '@beta-app/core/contract';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { type BetaAppClient } from '../client/beta-app-client.js';
import { DialogFrame } from '../dialog/dialog-frame.js';
import { dialogStyles } from '../dialog/dialog.styles.js';
import { dialogButtonStyles } from '../dialog/dialog-buttons.styles.js';
import { type Control } from '../form/check-field.js';
import { type Draft, Drafts, rebaseDraft } from '../form/drafts.js';
import { formButtons } from '../form/form-buttons.js';
import { FormErrors, type FormField } from '../form/form-errors.js';
import { formStyles } from '../form/form.styles.js';
import { fieldError, labelledField } from '../form/labelled-field.js';
import { LanguageController } from '../language/language-controller.js';
import { type Notifier } from '../notification/notifier.js';
import { pickerField } from '../picker-field/picker-field.js';
import { baseStyles } from '../styles/base.styles.js';
import { buttonStyles } from '../styles/button.styles.js';
import { fieldStyles } from '../styles/field.styles.js';
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

/**
 * The dialog that takes an application of a beta app: which one, its beta version and its notes.
 *
 * @event save - The form's own checks found nothing: `draft` is to be saved.
 */
export class ApplicationForm extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    dialogStyles,
    fieldStyles,
    formStyles,
    dialogButtonStyles,
    applicationFactsStyles,
  ];

  @property() heading = '';
  @property({ attribute: false }) client?: BetaAppClient;
  @property({ attribute: false }) notifier?: Notifier;
  /** The codes of the applications that are in the beta app already. */
  @property({ attribute: false }) taken: readonly string[] = [];
  @property({ type: Boolean }) busy = false;
  /** Whether the application stands, and only version and notes are edited. */
  @property({ type: Boolean }) fixed = false;

  @query('beta-application-list') private readonly list!: ApplicationList;
  @query('form') private readonly form!: HTMLFormElement;
  @state() private current: Draft<ApplicationValues> | undefined;

  readonly #language = new LanguageController(this);
  readonly #frame = new DialogFrame(this, {
    kind: 'form',
    language: this.#language,
    notifier: () => this.notifier,
  });
  readonly #drafts = new Drafts<ApplicationValues>();
  readonly #errors = new FormErrors(this, () => this.notifier?.dismissAlerts());

  /** What is in the form now. */
  get draft(): Draft<ApplicationValues> | undefined {
    return this.current;
  }

  /** Opens it with these values, or with what was typed under the same key and not saved. */
  async open(key: string, initial: ApplicationValues, revision: number): Promise<void> {
    this.current = this.#drafts.open(key, initial, revision);
    this.#errors.clear();
    await this.#frame.show();
  }

  close(): void {
    this.#frame.close();
  }

  /** What was typed under this key is saved. */
  saved(key: string): void {
    this.#drafts.forget(key);
    if (this.current?.key === key) this.close();
  }

  /** Marks fields with what the server has against them, unless the form holds something else by now. */
  showErrors(key: string, messages: Readonly<Record<string, string>>): void {
    if (this.current?.key === key) this.#errors.show(messages, this.#fields());
  }

  /** Goes on from what is saved by now, if it is there at all, and keeps what was typed beside it. */
  rebase(key: string, latest: ApplicationValues | undefined, revision: number): void {
    if (this.current?.key !== key) return;
    const draft = latest
      ? rebaseDraft(this.current, latest, revision)
      : { ...this.current, revision };
    this.#keep(draft);
  }

  /** Checks the form and asks for it to be saved, as "Simpan" does. */
  submit(): void {
    if (this.busy) return;
    const problem = this.#errors.check(this.#fields(), this.#language.words);
    this.notifier?.dismissAlerts();
    if (problem) this.notifier?.show(problem);
    else this.dispatchEvent(new Event('save'));
  }

  protected override render(): TemplateResult {
    return html`${this.#frame.render({
        heading: this.heading,
        content: this.current === undefined ? nothing : this.#form(this.current),
        footer: formButtons(this.#language.words, this.busy, () => this.close()),
        busy: this.busy,
      })}
      <beta-application-list
        .client=${this.client}
        .notifier=${this.notifier}
        .taken=${this.taken}
        .chosen=${this.current?.values.application?.code}
        @application-chosen=${this.#onChosen}
      ></beta-application-list>`;
  }

  #form({ values }: Draft<ApplicationValues>): TemplateResult {
    return html`<form id="form" novalidate autocomplete="off" @submit=${this.#onSubmit}>
      ${this.fixed ? nothing : this.#applicationField(values)}
      ${values.application ? applicationFacts(values.application, this.#language.words) : nothing}
      ${this.#versionField(values)} ${this.#notesField(values)}
    </form>`;
  }

  #applicationField({ application }: ApplicationValues): TemplateResult {
    const { common, editor } = this.#language.words;
    const error = this.#errors.of('applicationCode');
    return html`<div class="field">
      ${pickerField({
        id: 'application',
        label: common.field.application,
        required: common.field.required,
        value: application?.name,
        empty: editor.applicationList.empty,
        emptyName: common.field.betaAppNone,
        errorId: error === undefined ? undefined : 'application-error',
        onOpen: () => void this.list.show(),
      })}
      <input name="applicationCode" required hidden .value=${application?.code ?? ''} />
      ${fieldError('application', error)}
    </div>`;
  }

  #versionField({ application, version }: ApplicationValues): TemplateResult {
    const { common, editor } = this.#language.words;
    const asProduction = version !== '' && version.trim() === application?.productionVersion;
    return labelledField({
      id: 'version',
      label: common.field.betaVersion,
      required: common.field.required,
      error: this.#errors.of('version'),
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
          @input=${this.#onInput}
        />`,
    });
  }

  #notesField({ notes }: ApplicationValues): TemplateResult {
    const { common, editor } = this.#language.words;
    const counter = notes.length >= notesCounterFrom;
    return labelledField({
      id: 'notes',
      label: common.field.notes,
      error: this.#errors.of('notes'),
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
          @input=${this.#onInput}
        ></textarea>`,
    });
  }

  #latest(path: 'version' | 'notes') {
    const { latest, values } = this.current ?? {};
    if (latest === undefined || latest[path] === values?.[path]) return nothing;
    const { stale } = this.#language.words.editor;
    return html`<span class="latest">${stale.latest(latest[path] || stale.empty)}</span>`;
  }

  #fields(): FormField[] {
    const { field } = this.#language.words.common;
    const control = (name: string) => this.form.elements.namedItem(name) as Control;
    const picker = this.renderRoot.querySelector<HTMLElement>('#application');
    return [
      ...(picker
        ? [
            {
              path: 'applicationCode',
              label: field.application,
              control: control('applicationCode'),
              focus: picker,
            },
          ]
        : []),
      { path: 'version', label: field.betaVersion, control: control('version') },
      { path: 'notes', label: field.notes, control: control('notes') },
    ];
  }

  #change(path: string, values: Partial<ApplicationValues>): void {
    if (!this.current) return;
    this.#keep({ ...this.current, values: { ...this.current.values, ...values } });
    void this.updateComplete.then(() => {
      const field = this.#fields().find((candidate) => candidate.path === path);
      if (field) this.#errors.changed(field, this.#language.words);
    });
  }

  #keep(draft: Draft<ApplicationValues>): void {
    this.current = draft;
    this.#drafts.keep(draft);
  }

  readonly #onChosen = ({ application }: ApplicationChosenEvent): void =>
    this.#change('applicationCode', { application });

  readonly #onInput = ({ target }: Event): void => {
    const { name, value } = target as Control;
    this.#change(name, { [name]: value });
  };

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    this.submit();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-application-form': ApplicationForm;
  }
}
