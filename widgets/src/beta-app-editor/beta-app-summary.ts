import type { BetaApp } from '@beta-app/core/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { readOnlyNote } from '../chosen-beta-app/read-only-note.js';
import { dayIn, daysBetween } from '../format/days.js';
import { icons } from '../icons/icons.js';
import { type LanguageController } from '../language/language-controller.js';
import { stateBadge } from '../styles/state-badge.js';
import { type Words } from '../words/words.js';
import { type MenuItem } from './more-menu.js';

export interface BetaAppSummaryView {
  betaApp: BetaApp;
  language: LanguageController;
  /** Whether it can only be viewed. */
  readOnly: boolean;
  /** The address of its stores' page, if the page has one. */
  storesUrl: string | undefined;
  onEdit: () => void;
  onStores: (event: Event) => void;
  more: readonly MenuItem[];
}

/** The card with a beta app's name, state, period, owner and count of stores. */
export function betaAppSummary(view: BetaAppSummaryView): TemplateResult {
  const { betaApp, language, readOnly } = view;
  const { common, editor } = language.words;
  return html`<div class="summary-head">
      <h3>${betaApp.name}</h3>
      ${stateBadge(betaApp.state, language.words)}
      <div class="actions">
        ${
          readOnly
            ? nothing
            : html`<button type="button" class="button" @click=${view.onEdit}>
                ${icons.edit}${common.button.edit}
              </button>`
        }
        ${
          view.more.length === 0
            ? nothing
            : html`<beta-more-menu
                label=${common.button.more}
                .items=${view.more}
              ></beta-more-menu>`
        }
      </div>
    </div>
    <dl class="summary">
      <div>
        <dt>${common.field.period}</dt>
        <dd class="figures">${periodText(betaApp, language)}</dd>
      </div>
      <div>
        <dt>${common.field.owner}</dt>
        <dd>${betaApp.owner.name}</dd>
      </div>
      <div>
        <dt>${common.field.nik}</dt>
        <dd class="figures">${betaApp.owner.nik}</dd>
      </div>
      <div>
        <dt>${common.field.store}</dt>
        <dd class="figures">
          <a class="link stores" href=${view.storesUrl ?? '#'} @click=${view.onStores}
            >${editor.storesIn(betaApp.registeredStores, betaApp.registeredBranches)}${icons.next}</a
          >
        </dd>
      </div>
    </dl>
    ${readOnlyNote(betaApp.state, language.words)} ${pauseNote(betaApp, language.words)}`;
}

/** What a pause does with the stores; nothing without one. */
function pauseNote({ state, pause }: BetaApp, { lifeCycle }: Words) {
  if (state !== 'paused' || pause === 'none') return nothing;
  return html`<p class="pause-note">${icons.pause}${lifeCycle.paused[pause]}</p>`;
}

/** "1–31 Des 2026 · 12 hari lagi" */
function periodText({ startsOn, endsOn, state }: BetaApp, language: LanguageController): string {
  const { format, words } = language;
  const today = dayIn('Asia/Jakarta', new Date());
  const period = format.period(startsOn, endsOn);
  if (state === 'active' || state === 'paused') {
    const left = daysBetween(today, endsOn);
    return left < 0 ? period : `${period} · ${words.editor.period.daysLeft(left)}`;
  }
  if (state === 'scheduled') {
    const until = daysBetween(today, startsOn);
    return until <= 0 ? period : `${period} · ${words.editor.period.startsIn(until)}`;
  }
  return period;
}
