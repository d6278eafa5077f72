import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../icons/icons.js';

/** What a control says of itself to screen readers. */
export interface ControlAttributes {
  describedBy: string | typeof nothing;
  invalid: 'true' | typeof nothing;
}

export interface LabelledField {
  /** The id of the control. */
  id: string;
  label: string;
  /** Words after the label, such as "(wajib)". */
  required?: string | undefined;
  error?: string | undefined;
  /** What stands under the control. */
  hint?: TemplateResult | string | typeof nothing | undefined;
  control: (attributes: ControlAttributes) => TemplateResult;
}

/** A label above, the control, and hint and error under it. Styled by `fieldStyles`. */
export function labelledField(field: LabelledField): TemplateResult {
  const { id, label, required, error, hint = nothing } = field;
  const describedBy = [error && `${id}-error`, hint !== nothing && `${id}-hint`].filter(Boolean);
  return html`<div class="field">
    <label class="label" for=${id}>${labelText(label, required)}</label>
    ${field.control({
      describedBy: describedBy.join(' ') || nothing,
      invalid: error === undefined ? nothing : 'true',
    })}
    ${fieldError(id, error)}
    ${hint === nothing ? nothing : html`<span class="hint" id="${id}-hint">${hint}</span>`}
  </div>`;
}

/**
 * A label with "(wajib)" where it is required: one text, since Chromium takes the space between two out of
 * what it tells screen readers.
 */
export const labelText = (label: string, required: string | undefined): string =>
  required === undefined ? label : `${label} ${required}`;

/** The error under a field. */
export const fieldError = (id: string, error: string | undefined) =>
  error === undefined
    ? nothing
    : html`<span class="error" id="${id}-error">${icons.warning}<span>${error}</span></span>`;
