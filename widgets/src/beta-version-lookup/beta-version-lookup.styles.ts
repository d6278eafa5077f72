import { css } from 'lit';

export const betaVersionLookupStyles = css`
  .box {
    gap: 16px;
  }

  .panel {
    display: flex;
    flex-direction: column;
    gap: 16px;
  }

  .tabs {
    display: flex;
    gap: 4px;
    border-bottom: 1px solid var(--_line);
  }

  .tabs button {
    min-height: 40px;
    margin-bottom: -1px;
    padding: 6px 16px;
    border: 0;
    border-bottom: 3px solid transparent;
    background: none;
    color: var(--_muted);
    font: inherit;
    font-size: 15px;
    font-weight: 500;
    cursor: pointer;
  }

  .tabs button:hover {
    color: var(--_text);
  }

  .tabs button[aria-selected='true'] {
    border-bottom-color: var(--_primary);
    color: var(--_text);
    font-weight: 600;
  }

  /* There, no line is transparent. */
  @media (forced-colors: active) {
    .tabs button:not([aria-selected='true']) {
      border-bottom-color: Canvas;
    }
  }

  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: 16px;
  }

  beta-store-combobox {
    flex: 1 1 220px;
  }

  .moment-field {
    flex: none;
    max-width: 100%;
  }

  .application {
    flex: 0 1 160px;
  }

  .version-field {
    flex: 1 1 220px;
    max-width: 100%;
  }

  .clock {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-top: 8px;
  }

  .clock .input {
    width: auto;
  }

  .clock .label,
  .clock .hint,
  .clock .error {
    flex-basis: 100%;
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .head {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: 16px;
    padding: 16px;
    border-bottom: 1px solid var(--_line);
  }

  .said {
    min-width: 0;
  }

  .answer-buttons {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
  }

  h3 {
    font-size: 18px;
    font-weight: 600;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }

  .summary {
    margin-top: 4px;
    font-size: 16px;
    font-weight: 600;
  }

  .closed,
  .changed {
    display: flex;
    align-items: flex-start;
    gap: 6px;
    font-weight: 600;
  }

  .closed {
    color: var(--_danger-text);
  }

  .closed .icon,
  .changed .icon {
    margin-top: 4px;
  }

  .changed {
    color: var(--bs-warning-text-emphasis, #664d03);
  }

  table {
    table-layout: fixed;
  }

  th:nth-child(1),
  th:nth-child(2) {
    width: 19%;
  }

  th:nth-child(3) {
    width: 112px;
  }

  th:nth-child(4) {
    width: 25%;
  }

  .answer,
  td {
    overflow-wrap: anywhere;
  }

  tr > :first-child {
    padding-inline-start: 16px;
  }

  .application-name {
    padding: 8px 12px;
    border-bottom: 1px solid var(--_line);
    color: inherit;
    font-size: 15px;
    vertical-align: top;
    white-space: normal;
    overflow-wrap: anywhere;
  }

  tbody tr:last-child .application-name {
    border-bottom: 0;
  }

  .below,
  .until {
    display: block;
    color: var(--_muted);
    font-size: 14px;
    font-weight: 400;
  }

  .until {
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  .beta-app {
    overflow-wrap: anywhere;
  }

  tr.production .version {
    font-weight: 400;
  }

  .none {
    color: var(--_muted);
  }

  .notes-button {
    display: block;
    min-height: 32px;
    font-size: 14px;
  }

  tr.notes td {
    padding-inline-start: 24px;
    background: var(--_raised);
  }

  .notes {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  .folded {
    display: none;
  }

  .bones {
    min-height: 200px;
  }

  .cards {
    list-style: none;
  }

  .version-card {
    display: flex;
    flex-direction: column;
    gap: 6px;
    padding: 14px 16px;
    border-bottom: 1px solid var(--_line);
  }

  .card-head {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: 12px;
  }

  h4 {
    min-width: 0;
    margin: 0;
    font-size: 17px;
    font-weight: 600;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }

  h4 .below {
    display: inline;
  }

  .card-version .version {
    font-size: 18px;
  }

  .version-card .notes {
    padding: 8px 12px;
    border-radius: var(--_radius);
    background: var(--_raised);
  }

  .fold {
    display: flex;
    align-items: center;
    justify-content: space-between;
    width: 100%;
    min-height: 48px;
    padding: 8px 16px;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }

  .fold[aria-expanded='true'] .icon {
    transform: rotate(180deg);
  }

  .copy-bar {
    position: sticky;
    bottom: 0;
    z-index: 3;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding: 8px 16px;
    border-top: 1px solid var(--_line);
    border-radius: 0 0 var(--_radius-lg) var(--_radius-lg);
    background: var(--_surface);
  }

  .copy-bar .button {
    flex: 1;
    padding-inline: 8px;
  }

  @container (max-width: 719.98px) {
    .controls > * {
      flex: 1 1 100%;
    }

    .choices {
      flex-wrap: wrap;
      gap: 8px;
    }

    .choice span,
    .choice:first-child span,
    .choice:last-child span {
      min-height: 44px;
      margin: 0;
      border-radius: var(--_radius);
    }

    .tabs {
      gap: 0;
    }

    .tabs button {
      padding-inline: 8px;
      font-size: 14px;
    }

    .tabs button,
    .notes-button {
      min-height: 44px;
    }
  }

  @media print {
    .controls,
    .tabs,
    .answer-buttons,
    .copy-bar,
    .fold,
    .notes-button {
      display: none;
    }

    .folded {
      display: revert;
    }

    .card {
      border: 0;
    }
  }
`;
