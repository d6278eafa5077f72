import { html, nothing, type TemplateResult } from 'lit';
import { type Words } from '../words/words.js';
import { type KnownVersion } from './known-versions.js';

/** Why no store is shown, and which versions may be asked for instead. */
export const noStores = (
  why: string,
  known: readonly KnownVersion[],
  words: Words,
  ask: (version: string) => void,
): TemplateResult =>
  html`<div class="nothing">
    <p>${why}</p>
    ${
      known.length === 0
        ? nothing
        : html`<p>${words.versions.byVersion.known}</p>
            <div class="known">
              ${known.map(
                ({ version }) =>
                  html`<button type="button" class="button version" @click=${() => ask(version)}>
                    ${version}
                  </button>`,
              )}
            </div>`
    }
  </div>`;
