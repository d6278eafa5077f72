import { html, type nothing, type TemplateResult } from 'lit';
import { latestDay } from '../format/days.js';
import { type Formats } from '../format/formats.js';
import { labelledField, type LabelledField } from './labelled-field.js';

export interface DateField extends Omit<LabelledField, 'control' | 'hint'> {
  name: string;
  value: string;
  min: string;
  onInput: (event: Event) => void;
  /** What else stands under it. */
  more: TemplateResult | typeof nothing;
}

/** A day: a press anywhere opens the browser's own calendar, and what it holds is spelled out under it. */
export function dateField(field: DateField, format: Formats): TemplateResult {
  return labelledField({
    ...field,
    hint: html`<span aria-live="polite"
        >${field.value === '' ? '' : format.longDate(field.value)}</span
      >${field.more}`,
    control: ({ describedBy, invalid }) =>
      html`<input
        id=${field.id}
        class="input"
        type="date"
        name=${field.name}
        required
        min=${field.min}
        max=${latestDay}
        .value=${field.value}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        @input=${field.onInput}
        @click=${openCalendar}
      />`,
  });
}

/** Opens the browser's own calendar of a date field. */
export function openCalendar({ currentTarget }: Event): void {
  try {
    (currentTarget as HTMLInputElement).showPicker();
  } catch {
    // Not allowed inside foreign frames, and then the field itself still takes the date.
  }
}
