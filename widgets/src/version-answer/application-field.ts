import { html, nothing, type TemplateResult } from 'lit';
import { type Words } from '../words/words.js';
import { type ApplicationChoices } from './application-choices.js';

/** "Aplikasi": one of them, or all where that is what stands for none. */
export function applicationField(
  choices: ApplicationChoices,
  chosen: string,
  words: Words,
  onChoose: (code: string) => void,
  noneText = words.versions.allApplications,
): TemplateResult {
  const { common, versions } = words;
  // A link may name what isn't there, or hasn't been read yet.
  const isListed = chosen === '' || choices.all.some(({ code }) => code === chosen);
  return html`<div class="field application">
    <label class="label" for="application">${common.field.application}</label>
    <select
      id="application"
      class="input"
      @change=${({ target }: Event) => onChoose((target as HTMLSelectElement).value)}
    >
      <option value="" .selected=${chosen === ''}>${noneText}</option>
      ${isListed ? nothing : html`<option value=${chosen} .selected=${true}>${chosen}</option>`}
      ${choices.all.map(
        ({ code, name }) =>
          html`<option value=${code} .selected=${code === chosen}>${code} ${name}</option>`,
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
