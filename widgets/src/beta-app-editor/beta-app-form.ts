import { html, type nothing, type TemplateResult } from 'lit';
import { dateField } from '../form/date-field.js';
import { DraftForm } from '../form/draft-form.js';
import { type FormField } from '../form/form-errors.js';
import { labelledField } from '../form/labelled-field.js';
import { earliestDay } from '../format/days.js';
import { daysBetween } from '../format/days.js';

export interface BetaAppValues {
  name: string;
  startsOn: string;
  endsOn: string;
}

/** How long a beta app's name may be. */
export const betaAppNameLimit = 200;
const counterFrom = 160;

/** The dialog that takes a beta app's name and period. */
export class BetaAppForm<Values extends BetaAppValues = BetaAppValues> extends DraftForm<Values> {
  protected override renderFields(values: Values): TemplateResult {
    const { format, words } = this.language;
    const { field } = words.common;
    return html`${labelledField({
        id: 'name',
        label: field.name,
        required: field.required,
        error: this.errors.of('name'),
        hint: this.#nameHint(values.name),
        control: ({ describedBy, invalid }) =>
          html`<input
            id="name"
            class="input"
            name="name"
            required
            maxlength=${betaAppNameLimit}
            autofocus
            .value=${values.name}
            aria-describedby=${describedBy}
            aria-invalid=${invalid}
            @input=${this.onInput}
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
              error: this.errors.of(path),
              value: values[path],
              min: path === 'endsOn' && values.startsOn !== '' ? values.startsOn : earliestDay,
              onInput: this.onInput,
              more: this.latest(path, (day) => format.longDate(day)),
            },
            format,
          ),
        )}
      </div>
      <p class="hint" aria-live="polite">${this.#period(values)}</p>`;
  }

  #nameHint(name: string): TemplateResult | typeof nothing {
    const latest = this.latest('name', (text) => text);
    if (name.length < counterFrom) return latest;
    return html`<span class="figures"
        >${this.language.words.editor.counter(name.length, betaAppNameLimit)}</span
      >${latest}`;
  }

  #period({ startsOn, endsOn }: BetaAppValues): string {
    if (startsOn === '' || endsOn < startsOn) return '';
    const { words, format } = this.language;
    const days = daysBetween(startsOn, endsOn) + 1;
    return words.editor.period.spelledOut(days, format.date(startsOn), format.date(endsOn));
  }

  protected override fields(): FormField[] {
    const { field } = this.language.words.common;
    return (['name', 'startsOn', 'endsOn'] as const).map((path) => ({
      path,
      label: field[path],
      control: this.control(path),
    }));
  }

  /** The end is checked against the start, whichever of the two has changed. */
  protected override dependsOn(path: string, changed: string): boolean {
    return path === changed || path === 'endsOn';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-app-form': BetaAppForm;
  }
}
