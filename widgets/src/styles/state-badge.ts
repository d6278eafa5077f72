import type { BetaAppState } from '@beta-app/core/contract';
import { css, html, type TemplateResult } from 'lit';
import { type Words } from '../words/words.js';

// Shape and word say it; colour comes second.
const shapes: Readonly<Record<BetaAppState, string>> = {
  scheduled: '○',
  active: '●',
  paused: '❚❚',
  ended: '■',
  promoted: '★',
  cancelled: '✕',
};

/** The state of a beta app as a badge. */
export const stateBadge = (state: BetaAppState, words: Words): TemplateResult =>
  html`<span class="badge ${state}">${stateMark(state, words)}</span>`;

/** What stands in such a badge. */
export const stateMark = (state: BetaAppState, words: Words): TemplateResult =>
  html`<span class="shape" aria-hidden="true">${shapes[state]}</span>${words.common.state[state]}`;

export const stateBadgeStyles = css`
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    padding: 1px 10px;
    border-radius: 999px;
    background: var(--bs-secondary-bg, #e9ecef);
    color: var(--bs-secondary-text-emphasis, #2b2f32);
    font-size: 13px;
    font-weight: 600;
    line-height: 20px;
    white-space: nowrap;
  }

  .shape {
    font-size: 10px;
    letter-spacing: -1px;
  }

  .badge.scheduled {
    background: var(--bs-info-bg-subtle, #cff4fc);
    color: var(--bs-info-text-emphasis, #055160);
  }

  .badge.active {
    background: var(--bs-success-bg-subtle, #d1e7dd);
    color: var(--bs-success-text-emphasis, #0a3622);
  }

  .badge.paused {
    background: var(--bs-warning-bg-subtle, #fff3cd);
    color: var(--bs-warning-text-emphasis, #664d03);
  }

  .badge.promoted {
    background: var(--bs-primary-bg-subtle, #cfe2ff);
    color: var(--bs-primary-text-emphasis, #052c65);
  }
`;
