import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../icons/icons.js';
import { busyIcon } from '../waiting/busy-icon.js';
import { type Words } from '../words/words.js';

/** "Batal" and "Simpan", or what else saves, of the form with the id `form`. Styled by `dialogButtonStyles`. */
export const formButtons = (
  words: Words,
  busy: boolean,
  onCancel: () => void,
  saveLabel = words.common.button.save,
): TemplateResult =>
  html`<div class="dialog-buttons">
    <button type="button" class="button" @click=${onCancel}>${words.common.button.cancel}</button>
    <button
      type="submit"
      form="form"
      class="button primary"
      aria-disabled=${busy ? 'true' : nothing}
    >
      ${busyIcon(icons.check, busy)}${saveLabel}
    </button>
  </div>`;
