import type { StoreVersion } from '@beta-app/core/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icons } from '../icons/icons.js';
import {
  betaAppFact,
  channelFact,
  hasNotes,
  reasonFact,
  versionFact,
  type VersionsView,
} from './version-facts.js';
import { recentChange } from '../version-answer/version-order.js';

export interface CardsView extends VersionsView {
  /** Whether the production versions, which are most of them, are behind a button. */
  foldable: boolean;
  /** Whether they are shown all the same. */
  open: boolean;
  onFold: () => void;
}

/** The versions of one store as cards, for narrow boxes. */
export function versionsCards(view: CardsView): TemplateResult {
  const { versions, answer, foldable, open, onFold } = view;
  const { list, productionOnes } = view.language.words.versions;
  const isPlain = (version: StoreVersion) =>
    version.channel === 'production' && recentChange(version, answer.moment) === undefined;
  const plain = foldable ? versions.filter(isPlain) : [];
  const first = versions.filter((version) => !plain.includes(version));
  return html`${first.length === 0 ? nothing : cards(first, view, list(answer.code))}
  ${
    plain.length === 0
      ? nothing
      : html`<button
            type="button"
            class="fold"
            aria-expanded=${open ? 'true' : 'false'}
            aria-controls="production"
            @click=${onFold}
          >
            <span>${productionOnes(plain.length)}</span>${icons.down}
          </button>
          <div id="production" class=${open ? '' : 'folded'}>
            ${cards(plain, view, productionOnes(plain.length))}
          </div>`
  }`;
}

const cards = (versions: readonly StoreVersion[], view: CardsView, label: string) =>
  html`<ul class="cards" role="list" aria-label=${label}>
    ${repeat(
      versions,
      ({ application }) => application.code,
      (version) => card(version, view),
    )}
  </ul>`;

function card(version: StoreVersion, view: CardsView): TemplateResult {
  const { code, name } = version.application;
  return html`<li class="version-card" data-application=${code}>
    <div class="card-head">
      <h4>${name ?? code}${name === null ? nothing : html` <span class="below">${code}</span>`}</h4>
      ${channelFact(version, view)}
    </div>
    <div class="card-version">${versionFact(version, view)}</div>
    ${version.betaApp === null ? nothing : html`<div>${betaAppFact(version, view)}</div>`}
    <div>${reasonFact(version, view)}</div>
    ${
      hasNotes(version)
        ? html`<p id="notes-${code}" class="notes ${view.unfolded.has(code) ? '' : 'folded'}">
            ${version.betaApp?.notes}
          </p>`
        : nothing
    }
  </li>`;
}
