import { html, nothing, type TemplateResult } from 'lit';
import { type Words } from '../words/words.js';

/** Why nothing is shown, and the way to all branches where that may have more. */
export function emptyNote(
  text: string,
  words: Words,
  searchAll: (() => void) | undefined,
): TemplateResult {
  return html`<div class="nothing">
    <p>${text}</p>
    ${
      searchAll === undefined
        ? nothing
        : html`<button type="button" class="button" @click=${searchAll}>
            ${words.stores.searchAllBranches}
          </button>`
    }
  </div>`;
}

/** That some changes are in branches that aren't shown. */
export function elsewhereNote(n: number, words: Words, showAll: () => void): TemplateResult {
  return html`<p class="elsewhere">
    ${words.stores.elsewhere(n)}
    <button type="button" class="link" @click=${showAll}>${words.stores.showAllBranches}</button>
  </p>`;
}
