import { html, nothing } from 'lit';
import { icons } from '../icons/icons.js';
import { type Words } from '../words/words.js';
import { type ChosenBetaApp } from './chosen-beta-app.js';

/** Why the chosen beta app couldn't be read, and a button to try again where that can help. */
export function chosenFailure(chosen: ChosenBetaApp, words: Words) {
  const { failure } = chosen;
  if (failure === undefined) return nothing;
  return html`<div class="card failure" role="alert">
    <p>${failure.message}</p>
    ${
      failure.retryable
        ? html`<button type="button" class="button" @click=${() => void chosen.reload()}>
            ${icons.retry}${words.common.button.retry}
          </button>`
        : nothing
    }
  </div>`;
}
