import type { TimeZone } from '@beta-app/core/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { NetworkError } from '../client/network-error.js';
import { failureNote } from '../failure/failure-note.js';
import { describeFailure } from '../failure/failure.js';
import { icons } from '../icons/icons.js';
import { type LanguageController } from '../language/language-controller.js';
import { type AnsweredMoment } from './store-answer.js';

/** Why there is no answer, or why the one that is shown is an old one; and a button to try again. */
export function answerFailure(
  error: unknown,
  answer: AnsweredMoment | undefined,
  zone: TimeZone | undefined,
  { words, format }: LanguageController,
  retry: () => Promise<void>,
): TemplateResult {
  if (answer === undefined || zone === undefined) return failureNote(error, words, retry);
  const { message, retryable } = describeFailure(error, words);
  const time = format.time(answer.receivedAt.toISOString(), zone);
  return html`<div class="old" role="alert">
    <p>${words.versions.asOfReceived(time)} ${error instanceof NetworkError ? nothing : message}</p>
    ${
      retryable
        ? html`<button type="button" class="button small" @click=${() => void retry()}>
            ${icons.retry}${words.common.button.retry}
          </button>`
        : nothing
    }
  </div>`;
}
