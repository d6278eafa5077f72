import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { DialogFrame } from '../dialog/dialog-frame.js';
import { dialogStyles } from '../dialog/dialog.styles.js';
import { dialogButtonStyles } from '../dialog/dialog-buttons.styles.js';
import { type Control } from '../form/check-field.js';
import { dateField, earliestDay } from '../form/date-field.js';
import { type Draft, Drafts, rebaseDraft } from '../form/drafts.js';
import { formButtons } from '../form/form-buttons.js';
import { FormErrors, type FormField } from '../form/form-errors.js';
import { formStyles } from '../form/form.styles.js';
import { labelledField } from '../form/labelled-field.js';
import { daysBetween } from '../format/days.js';
import { LanguageController } from '../language/language-controller.js';
import { type Notifier } from '../notification/notifier.js';
import { baseStyles } from '../styles/base.styles.js';
import { buttonStyles } from '../styles/button.styles.js';
import { fieldStyles } from '../styles/field.styles.js';

export interface BetaAppValues {
  name: string;
  startsOn: string;
  endsOn: string;
}

type Path = keyof BetaAppValues;

const nameLimit = 200;
const counterFrom = 160;

/**
 * The dialog that takes a beta app's name and period.
 *
 * @event save - The form's own checks found nothing: `draft` is to be saved.
 */
export class BetaAppForm extends LitElement {
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
  @state() private current: Draft<BetaAppValues> | undefined;

  readonly #language = new LanguageController(this);
  readonly #frame = new DialogFrame(this, {
    kind: 'form',
    language: this.#language,
    notifier: () => this.notifier,
  });
  readonly #drafts = new Drafts<BetaAppValues>();
  readonly #errors = new FormErrors(this, () => this.notifier?.dismissAlerts());

  /** What is in the form now. */
  get draft(): Draft<BetaAppValues> | undefined {
    return this.current;
  }

  /** Opens it with these values, or with what was typed under the same key and not saved. */
  async open(key: string, initial: BetaAppValues, revision: number): Promise<void> {
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

  /** Goes on from what is saved by now, and keeps what was typed beside it. */
  rebase(key: string, latest: BetaAppValues, revision: number): void {
    if (this.current?.key === key) this.#keep(rebaseDraft(this.current, latest, revision));
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
    return this.#frame.render({
      heading: this.heading,
      content: this.current === undefined ? nothing : this.#form(this.current),
      footer: formButtons(this.#language.words, this.busy, () => this.close()),
      busy: this.busy,
    });
  }

  #form({ values }: Draft<BetaAppValues>): TemplateResult {
    const { format, words } = this.#language;
    const { field } = words.common;
    return html`<form id="form" novalidate autocomplete="off" @submit=${this.#onSubmit}>
      ${labelledField({
        id: 'name',
        label: field.name,
        required: field.required,
        error: this.#errors.of('name'),
        hint: this.#nameHint(values.name),
        control: ({ describedBy, invalid }) =>
          html`<input
            id="name"
            class="input"
            name="name"
            required
            maxlength=${nameLimit}
            autofocus
            .value=${values.name}
            aria-describedby=${describedBy}
            aria-invalid=${invalid}
            @input=${this.#onInput}
          />`,
      })}
      <div class="pair">
        ${(['startsOn', 'endsOn'] as const).map((path) =>
          dateField(
            {
              id: path,
              name: path,
              label: field[path],
              required: field.required,
              error: this.#errors.of(path),
              value: values[path],
              min: path === 'endsOn' && values.startsOn !== '' ? values.startsOn : earliestDay,
              onInput: this.#onInput,
              more: this.#latest(path, (day) => format.longDate(day)),
            },
            format,
          ),
        )}
      </div>
      <p class="hint" aria-live="polite">${this.#period(values)}</p>
    </form>`;
  }

  #nameHint(name: string): TemplateResult | typeof nothing {
    const latest = this.#latest('name', (text) => text);
    if (name.length < counterFrom) return latest === '' ? nothing : html`${latest}`;
    return html`<span class="figures"
        >${this.#language.words.editor.counter(name.length, nameLimit)}</span
      >${latest}`;
  }

  #latest(path: Path, format: (value: string) => string): TemplateResult | '' {
    const { latest, values } = this.current ?? {};
    if (latest === undefined || latest[path] === values?.[path]) return '';
    const text = this.#language.words.editor.stale.latest(format(latest[path]));
    return html`<span class="latest">${text}</span>`;
  }

  #period({ startsOn, endsOn }: BetaAppValues): string {
    if (startsOn === '' || endsOn < startsOn) return '';
    const { words, format } = this.#language;
    const days = daysBetween(startsOn, endsOn) + 1;
    return words.editor.period.spelledOut(days, format.date(startsOn), format.date(endsOn));
  }

  #fields(): FormField[] {
    const { field } = this.#language.words.common;
    return (['name', 'startsOn', 'endsOn'] as const).map((path) => ({
      path,
      label: field[path],
      control: this.form.elements.namedItem(path) as Control,
    }));
  }

  #keep(draft: Draft<BetaAppValues>): void {
    this.current = draft;
    this.#drafts.keep(draft);
  }

  readonly #onInput = ({ target }: Event): void => {
    const { name, value } = target as HTMLInputElement;
    if (!this.current) return;
    this.#keep({ ...this.current, values: { ...this.current.values, [name]: value } });
    void this.updateComplete.then(() => {
      // The end is checked against the start, whichever of the two has changed.
      for (const field of this.#fields()) {
        if (field.path === name || field.path === 'endsOn') {
          this.#errors.changed(field, this.#language.words);
        }
      }
    });
  };

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    this.submit();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-app-form': BetaAppForm;
  }
}
