import type { HistoryEvent } from '@beta-app/core/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { type LanguageController } from '../language/language-controller.js';
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

/** What can be ticked in all branches as well. */
export function widerNote(text: string, tickEverywhere: () => void): TemplateResult {
  return html`<p class="elsewhere">
    <button type="button" class="link" id="tick-everywhere" @click=${tickEverywhere}>
      ${text}
    </button>
  </p>`;
}

/** That some stores have joined what was selected since, and aren't registered. */
export function skippedNote(n: number, words: Words, show: () => void): TemplateResult {
  return html`<p class="elsewhere">
    ${words.stores.save.skipped(n)}
    <button type="button" class="link" id="show-skipped" @click=${show}>
      ${words.stores.showUnregistered}
    </button>
  </p>`;
}

/** What somebody else has changed since the list was read; it is shown when the user wants it. */
export function changedElsewhereNote(
  { actor, at, stores }: HistoryEvent,
  { words, format }: LanguageController,
  reload: () => void,
): TemplateResult {
  const when = format.time(at, 'Asia/Jakarta');
  const text =
    stores === null
      ? words.stores.detailsChanged(actor.name, when)
      : words.stores.storesChanged(actor.name, stores.total, when);
  return html`<p class="elsewhere">
    ${text}
    <button type="button" class="link" id="reload" @click=${reload}>
      ${words.common.button.reload}
    </button>
  </p>`;
}
