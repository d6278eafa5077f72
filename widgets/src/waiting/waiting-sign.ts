import { css, html, type TemplateResult } from 'lit';
import { type Words } from '../words/words.js';
import { type Waiting } from './waiting.js';

/** The moving line at the top edge of a part that waits, and its words; the part is `position: relative`. */
export const waitingSign = (waiting: Waiting, words: Words): TemplateResult =>
  html`<div class="waiting-line" ?hidden=${!waiting.active} aria-hidden="true"></div>
    <span class="visually-hidden" aria-live="polite"
      >${waiting.spoken ? words.common.loading : ''}</span
    >`;

/** Grey rows in the shape of a table that is loading for the first time. */
export const skeletonRows = (columns: number, rows = 5): TemplateResult[] =>
  Array.from(
    { length: rows },
    () =>
      html`<tr class="skeleton" aria-hidden="true">
        ${Array.from({ length: columns }, () => html`<td><span class="bone"></span></td>`)}
      </tr>`,
  );

export const waitingStyles = css`
  .waiting-line {
    position: absolute;
    inset: 0 0 auto;
    z-index: 2;
    height: 3px;
    overflow: hidden;
    border-radius: 3px;
    background: linear-gradient(90deg, transparent, var(--_primary) 40% 60%, transparent);
    background-size: 50% 100%;
    background-repeat: no-repeat;
    animation: waiting 1.1s ease-in-out infinite;
  }

  @keyframes waiting {
    from {
      background-position: -60% 0;
    }
    to {
      background-position: 160% 0;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .waiting-line {
      background: var(--_primary);
    }
  }

  @media (forced-colors: active) {
    .waiting-line {
      background: Highlight;
      forced-color-adjust: none;
    }
  }

  .dimmed {
    opacity: 0.55;
  }
`;
