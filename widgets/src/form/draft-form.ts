import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { DialogFrame } from '../dialog/dialog-frame.js';
import { dialogStyles } from '../dialog/dialog.styles.js';
import { dialogButtonStyles } from '../dialog/dialog-buttons.styles.js';
import { LanguageController } from '../language/language-controller.js';
import { type Notifier } from '../notification/notifier.js';
import { baseStyles } from '../styles/base.styles.js';
import { buttonStyles } from '../styles/button.styles.js';
import { fieldStyles } from '../styles/field.styles.js';
import { type Control } from './check-field.js';
import { type Draft, Drafts, rebaseDraft } from './drafts.js';
import { formButtons } from './form-buttons.js';
import { FormErrors, type FormField } from './form-errors.js';
import { formStyles } from './form.styles.js';

/**
 * A dialog with a form in it. Owns its draft, its checks and its buttons; which fields it has is said by who
 * extends it, and saving is done by who listens.
 *
 * @event save - The form's own checks found nothing: `draft` is to be saved.
 */
export abstract class DraftForm<Values extends object> extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    dialogStyles,
    fieldStyles,
    formStyles,
    dialogButtonStyles,
  ];

  @property() heading = '';
  @property({ attribute: false }) notifier?: Notifier;
  @property({ type: Boolean }) busy = false;

  @query('form') private readonly form!: HTMLFormElement;
  @state() private current: Draft<Values> | undefined;

  protected readonly language = new LanguageController(this);
  protected readonly errors = new FormErrors(this, () => this.notifier?.dismissAlerts());
  readonly #frame = new DialogFrame(this, {
    kind: 'form',
    language: this.language,
    notifier: () => this.notifier,
  });
  readonly #drafts = new Drafts<Values>();

  /** The fields that are rendered, in their order. */
  protected abstract fields(): FormField[];

  /** What stands in the form. */
  protected abstract renderFields(values: Values): TemplateResult;

  /** What the button says that saves. */
  protected get saveLabel(): string {
    return this.language.words.common.button.save;
  }

  /** Whether a field's check has to be repeated when another one was changed. */
  protected dependsOn(path: string, changed: string): boolean {
    return path === changed;
  }

  /** What is in the form now. */
  get draft(): Draft<Values> | undefined {
    return this.current;
  }

  /** Opens it with these values, or with what was typed under the same key and not saved. */
  async open(key: string, initial: Values, revision: number): Promise<void> {
    this.current = this.#drafts.open(key, initial, revision);
    this.errors.clear();
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
    if (this.current?.key === key) this.errors.show(messages, this.fields());
  }

  /** Goes on from what is saved by now, if it is there at all, and keeps what was typed beside it. */
  rebase(key: string, latest: Values | undefined, revision: number): void {
    if (this.current?.key !== key) return;
    const draft = latest
      ? rebaseDraft(this.current, latest, revision)
      : { ...this.current, revision };
    this.#keep(draft);
  }

  /** Checks the form and asks for it to be saved, as "Simpan" does. */
  submit(): void {
    if (this.busy) return;
    const problem = this.errors.check(this.fields(), this.language.words);
    this.notifier?.dismissAlerts();
    if (problem) this.notifier?.show(problem);
    else this.dispatchEvent(new Event('save'));
  }

  protected override render(): TemplateResult {
    return this.#frame.render({
      heading: this.heading,
      content:
        this.current === undefined
          ? nothing
          : html`<form id="form" novalidate autocomplete="off" @submit=${this.#onSubmit}>
              ${this.renderFields(this.current.values)}
            </form>`,
      footer: formButtons(this.language.words, this.busy, () => this.close(), this.saveLabel),
      busy: this.busy,
    });
  }

  /** Takes in what was changed under a field's name. */
  protected change(path: string, values: Partial<Values>): void {
    if (!this.current) return;
    this.#keep({ ...this.current, values: { ...this.current.values, ...values } });
    void this.updateComplete.then(() => {
      for (const field of this.fields()) {
        if (this.dependsOn(field.path, path)) this.errors.changed(field, this.language.words);
      }
    });
  }

  /** The input of a field, by its name. */
  protected control(name: string): Control {
    return this.form.elements.namedItem(name) as Control;
  }

  /** What is saved by now in place of what is typed; nothing if they are the same. */
  protected latest<Path extends keyof Values>(
    path: Path,
    format: (value: Values[Path]) => string,
  ): TemplateResult | typeof nothing {
    const { latest, values } = this.current ?? {};
    if (latest === undefined || latest[path] === values?.[path]) return nothing;
    const text = this.language.words.editor.stale.latest(format(latest[path]));
    return html`<span class="latest">${text}</span>`;
  }

  protected readonly onInput = ({ target }: Event): void => {
    const { name, value } = target as Control;
    this.change(name, { [name]: value } as Partial<Values>);
  };

  #keep(draft: Draft<Values>): void {
    this.current = draft;
    this.#drafts.keep(draft);
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    this.submit();
  };
}
