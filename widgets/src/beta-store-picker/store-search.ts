import { html, type TemplateResult } from 'lit';
import { type Words } from '../words/words.js';

/** The search above the list of stores. */
export const storeSearch = (
  typed: string,
  words: Words,
  onInput: (typed: string) => void,
): TemplateResult =>
  html`<div class="field search">
    <label class="label" for="search">${words.stores.search}</label>
    <input
      id="search"
      class="input"
      type="search"
      autocomplete="off"
      spellcheck="false"
      maxlength="200"
      placeholder=${words.stores.searchExample}
      .value=${typed}
      @input=${({ target }: Event) => onInput((target as HTMLInputElement).value)}
    />
  </div>`;
