import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../icons/icons.js';
import { busyIcon } from '../waiting/busy-icon.js';
import { type Words } from '../words/words.js';

export interface ListToolsView {
  words: Words;
  /** Whether the stores can only be viewed. */
  readOnly: boolean;
  /** Whether a file is being made. */
  exporting: boolean;
  onImport: () => void;
  onExport: () => void;
}

/** The buttons that take a list of stores in and out. */
export const listTools = ({ words, ...view }: ListToolsView): TemplateResult =>
  html`<div class="list-tools">
    ${
      view.readOnly
        ? nothing
        : html`<button type="button" id="import" class="button" @click=${view.onImport}>
            ${icons.upload}${words.lists.import}
          </button>`
    }
    <button
      type="button"
      id="export"
      class="button"
      aria-disabled=${view.exporting ? 'true' : nothing}
      @click=${view.onExport}
    >
      ${busyIcon(icons.download, view.exporting)}${words.lists.export}
    </button>
  </div>`;
