import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../icons/icons.js';
import { type Words } from '../words/words.js';
import { describeFailure } from './failure.js';

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
