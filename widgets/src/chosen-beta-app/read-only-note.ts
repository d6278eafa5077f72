import type { BetaAppState } from '@beta-app/core/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../icons/icons.js';
import { type Words } from '../words/words.js';

/** Why nothing of a beta app can be changed; nothing where it can. */
export function readOnlyNote(state: BetaAppState, words: Words): TemplateResult | typeof nothing {
  if (state !== 'ended' && state !== 'promoted' && state !== 'cancelled') return nothing;
  return html`<p class="read-only">${icons.information}${words.common.readOnly[state]}</p>`;
}
