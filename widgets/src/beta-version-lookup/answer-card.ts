import { html, type TemplateResult } from 'lit';
import { icons } from '../icons/icons.js';
import { answerHead } from '../version-answer/answer-head.js';
import { type CardsView, versionsCards } from './versions-cards.js';
import { versionsTable } from './versions-table.js';

export interface AnswerView extends CardsView {
  narrow: boolean;
  /** Whether a newer answer is being waited for. */
  dimmed: boolean;
  onCopy: () => void;
  onHistory: () => void;
}

/** What a store runs or ran: the answer in the first lines, then each application. */
export function answerCard(view: AnswerView): TemplateResult {
  const { answer, versions, language, narrow, dimmed, onCopy, onHistory } = view;
  const { words } = language;
  const buttons = html`<button type="button" class="button history" @click=${onHistory}>
      ${icons.clock}${words.history.openStore}
    </button>
    <button type="button" class="button outlined copy" @click=${onCopy}>
      ${icons.copy}${words.versions.copy}
    </button>`;
  return html`<div class=${dimmed ? 'dimmed' : ''}>
      <div class="head">
        <div class="said">${answerHead(answer, versions, language)}</div>
        ${narrow ? '' : html`<div class="answer-buttons">${buttons}</div>`}
      </div>
      ${narrow ? versionsCards(view) : versionsTable(view)}
      <p class="registered">${words.versions.registeredNote}</p>
    </div>
    ${narrow ? html`<div class="copy-bar">${buttons}</div>` : ''}`;
}
