import { html, nothing, type TemplateResult } from 'lit';
import { fieldError, labelledField } from '../form/labelled-field.js';
import { icons } from '../icons/icons.js';
import { type Words } from '../words/words.js';
import { type ListSource } from './list-source.js';

export interface SourceFieldView {
  source: ListSource;
  words: Words;
  /** Whether a check found the field empty. */
  missing: boolean;
  /** Whether a file is held over the field. */
  over: boolean;
  onType: (event: Event) => void;
  onCheck: (event: KeyboardEvent) => void;
  onChoose: () => void;
  onFile: (event: Event) => void;
  onDropFile: () => void;
  onOver: (event: DragEvent) => void;
  onLeave: () => void;
  onDrop: (event: DragEvent) => void;
}

/** The field for a list: to paste into, or for a file that is chosen or dropped. */
export function sourceField(view: SourceFieldView): TemplateResult {
  const { source, words, missing } = view;
  const { lists } = words;
  const { file, fault } = source;
  return html`<div
    class="source ${view.over ? 'over' : ''}"
    @dragover=${view.onOver}
    @dragleave=${view.onLeave}
    @drop=${view.onDrop}
  >
    <div ?hidden=${file !== undefined}>
      ${labelledField({
        id: 'list',
        label: lists.text,
        hint: lists.textHint,
        error: missing ? lists.missing : undefined,
        control: ({ describedBy, invalid }) =>
          html`<textarea
            id="list"
            class="input"
            rows="6"
            autofocus
            spellcheck="false"
            autocomplete="off"
            .value=${source.typed}
            aria-describedby=${describedBy}
            aria-invalid=${invalid}
            @input=${view.onType}
            @keydown=${view.onCheck}
          ></textarea>`,
      })}
    </div>
    ${
      file === undefined
        ? nothing
        : html`<p class="file-name" role="status">${lists.fromFile(file.name, file.lines)}</p>`
    }
    <div class="files">
      <button type="button" id="choose-file" class="button" @click=${view.onChoose}>
        ${lists.file}
      </button>
      ${
        file === undefined
          ? html`<span class="note">${lists.fileHint}</span>`
          : html`<button type="button" class="button" @click=${view.onDropFile}>
              ${icons.close}${lists.dropFile}
            </button>`
      }
      <input
        type="file"
        hidden
        tabindex="-1"
        aria-label=${lists.file}
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        @change=${view.onFile}
      />
    </div>
    <div role="alert">
      ${fieldError('file', fault === undefined ? (missing && file !== undefined ? lists.missing : undefined) : lists[fault.fault](fault.name))}
    </div>
  </div>`;
}
