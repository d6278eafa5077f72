import type { BetaAppState } from '@beta-app/core/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { describeFailure } from '../failure/failure.js';
import { icons } from '../icons/icons.js';
import { type Words } from '../words/words.js';

/** What couldn't be read, and a button to try again where that can help. */
export function failureNote(
  error: unknown,
  words: Words,
  retry: () => Promise<void>,
): TemplateResult {
  const { message, retryable } = describeFailure(error, words);
  return html`<div class="failure" role="alert">
    <p>${message}</p>
    ${
      retryable
        ? html`<button type="button" class="button" @click=${() => void retry()}>
            ${icons.retry}${words.common.button.retry}
          </button>`
        : nothing
    }
  </div>`;
}

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

/** Why nothing can be changed; nothing where it can. */
export function readOnlyNote(state: BetaAppState, words: Words): TemplateResult | typeof nothing {
  if (state !== 'ended' && state !== 'promoted' && state !== 'cancelled') return nothing;
  return html`<p class="read-only">${icons.information}${words.stores.readOnly[state]}</p>`;
}
