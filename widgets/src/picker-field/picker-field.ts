import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { labelText } from '../form/labelled-field.js';
import { icons } from '../icons/icons.js';

export interface PickerField {
  /** The id of its button, unique in the shadow root. */
  id: string;
  label: string;
  /** Words after the label, such as "(wajib)". */
  required?: string | undefined;
  /** What is chosen; undefined if nothing is. */
  value: string | undefined;
  /** What stands in the field while nothing is chosen. */
  empty: string;
  /** How the empty field is read out after its label. */
  emptyName: string;
  /** The id of the element with its error, if it has one. */
  errorId?: string | undefined;
  /** Whether it has the focus first, in a dialog that opens. */
  autofocus?: boolean;
  onOpen: () => void;
}

/** The yellow field: shows what is chosen, and opens the list to choose from. Styled by `fieldStyles`. */
export function pickerField(field: PickerField): TemplateResult {
  const onKeydown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    field.onOpen();
  };
  return html`<div class="field">
    <span class="label" aria-hidden="true">${labelText(field.label, field.required)}</span>
    <button
      type="button"
      id=${field.id}
      class=${classMap({
        picker: true,
        empty: field.value === undefined,
        invalid: field.errorId !== undefined,
      })}
      ?autofocus=${field.autofocus}
      aria-haspopup="dialog"
      aria-describedby=${field.errorId ?? nothing}
      @click=${field.onOpen}
      @keydown=${onKeydown}
    >
      <span class="visually-hidden">${`${field.label} ${field.value ?? field.emptyName}`}</span>
      <span class="value" aria-hidden="true">${field.value ?? field.empty}</span>
      ${icons.search}
    </button>
  </div>`;
}
