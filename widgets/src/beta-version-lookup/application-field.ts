import { html, nothing, type TemplateResult } from 'lit';
import { type Words } from '../words/words.js';
import { type ApplicationChoices } from './application-choices.js';

/** "Aplikasi": all of them, or one. */
export function applicationField(
  choices: ApplicationChoices,
  chosen: string,
  words: Words,
  onChoose: (code: string) => void,
): TemplateResult {
  const { common, versions } = words;
  return html`<div class="field application">
    <label class="label" for="application">${common.field.application}</label>
    <select
      id="application"
      class="input"
      @change=${({ target }: Event) => onChoose((target as HTMLSelectElement).value)}
    >
      <option value="" ?selected=${chosen === ''}>${versions.allApplications}</option>
      ${choices.all.map(
        ({ code, name }) =>
          html`<option value=${code} ?selected=${code === chosen}>${code} ${name}</option>`,
      )}
    </select>
    ${
      choices.failure === undefined
        ? nothing
        : html`<span class="hint"
            >${versions.applicationsFailed}
            <button type="button" class="link" @click=${() => void choices.read()}>
              ${common.button.retry}
            </button></span
          >`
    }
  </div>`;
}
