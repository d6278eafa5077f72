import type { StoreHolder } from '@beta-app/core/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { holderText } from '../failure/overlap-text.js';
import { icons } from '../icons/icons.js';
import { type LanguageController } from '../language/language-controller.js';

export interface HolderMarkView {
  holders: readonly StoreHolder[];
  /** Where the store stands in the list. */
  position: number;
  opened: boolean;
  language: LanguageController;
}

/** Says which other beta app holds a store; pressed, it opens a line with all of them. */
export function holderMark(view: HolderMarkView): TemplateResult | typeof nothing {
  const { holders, position, opened, language } = view;
  const [first] = holders;
  if (first === undefined) return nothing;
  const { application, betaApp } = first;
  const text = language.words.stores.held.mark(application.code, betaApp.name, holders.length - 1);
  return html`<button
      type="button"
      id=${`mark-${position}`}
      class="mark"
      tabindex="-1"
      aria-expanded=${opened ? 'true' : 'false'}
      aria-controls=${opened ? 'holders' : nothing}
    >
      ${icons.warning}<span>${text}</span>
    </button>
    ${opened ? holderLine(holders, language) : nothing}`;
}

const holderLine = (holders: readonly StoreHolder[], language: LanguageController) =>
  html`<ul id="holders" class="holders">
    ${holders.map((holder) => html`<li>${holderText(holder, language)}</li>`)}
  </ul>`;
