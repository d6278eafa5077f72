import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../icons/icons.js';
import { type Words } from '../words/words.js';
import { maximalStores, type PastedCodes } from './pasted-codes.js';

/** More than these aren't read by anybody. */
const maximalEntries = 20;

/** What of a pasted text wasn't looked up, and why. */
export function pastedNotes(
  { misunderstood, tooMany }: PastedCodes,
  words: Words,
): TemplateResult | typeof nothing {
  if (misunderstood.length === 0 && tooMany === 0) return nothing;
  const { many } = words.versions;
  const others = misunderstood.length - maximalEntries;
  return html`<div class="pasted" role="alert">
    ${icons.warning}
    <div>
      ${tooMany === 0 ? nothing : html`<p>${many.tooMany(tooMany, maximalStores)}</p>`}
      ${
        misunderstood.length === 0
          ? nothing
          : html`<p>${many.misunderstood(misunderstood.length)}</p>
              <ul>
                ${misunderstood
                  .slice(0, maximalEntries)
                  .map(({ line, text }) => html`<li>${many.line(line, text)}</li>`)}
                ${others > 0 ? html`<li>${many.others(others)}</li>` : nothing}
              </ul>`
      }
    </div>
  </div>`;
}
