import { css } from 'lit';

export const betaStorePickerStyles = css`
  .box {
    gap: 16px;
  }

  .summary {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: 8px 24px;
    margin-top: 12px;
  }

  div.summary .badge {
    margin-top: 10px;
  }

  dl {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    gap: 8px 32px;
  }

  .application:not(:last-child)::after {
    content: ' · ';
  }

  details.summary {
    display: block;
  }

  summary {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    cursor: pointer;
  }

  .unfold {
    margin-inline-start: auto;
    text-decoration: underline;
    text-underline-offset: 2px;
  }

  details dl {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 8px 16px;
    padding-block: 4px 8px;
  }

  details .applications {
    grid-column: 1 / -1;
  }

  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: 16px;
  }

  .controls > * {
    flex: 1 1 200px;
    min-width: 0;
  }

  /* As wide alone as with the search beside it. */
  beta-branch-combobox {
    max-width: calc(50% - 8px);
  }

  .controls > fieldset {
    flex: none;
  }

  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    padding: 0;
    margin-bottom: 4px;
  }

  .choices {
    display: flex;
  }

  .choice {
    position: relative;
    cursor: pointer;
  }

  .choice input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }

  .choice span {
    display: flex;
    align-items: center;
    min-height: 38px;
    margin-inline-start: -1px;
    padding: 4px 14px;
    border: 1px solid var(--_control-line);
    background: var(--_surface);
    font-size: 14px;
    font-weight: 500;
    white-space: nowrap;
  }

  .choice:hover span {
    background: var(--_raised);
  }

  .choice:first-child span {
    margin: 0;
    border-start-start-radius: var(--_radius);
    border-end-start-radius: var(--_radius);
  }

  .choice:last-child span {
    border-start-end-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
  }

  .choice input:checked + span {
    position: relative;
    border-color: var(--_text);
    background: var(--bs-secondary-bg, #e9ecef);
    font-weight: 600;
  }

  @media (forced-colors: active) {
    .choice input:checked + span {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }

  .choice input:focus-visible + span {
    position: relative;
    z-index: 1;
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  .bar {
    position: sticky;
    top: 0;
    z-index: 3;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    min-height: 56px;
    padding: 8px 16px;
    border-bottom: 1px solid var(--_line);
    border-radius: var(--_radius-lg) var(--_radius-lg) 0 0;
    background: var(--_surface);
  }

  .counts {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
  }

  .pending {
    font-weight: 600;
  }

  .bar-buttons {
    display: flex;
    gap: 8px;
    margin-inline-start: auto;
  }

  .list > .waiting-line {
    z-index: 4;
  }

  .read-only {
    display: flex;
    align-items: center;
    gap: 8px;
    color: var(--_muted);
  }

  .elsewhere {
    padding: 10px 16px;
    border-bottom: 1px solid var(--_line);
    font-size: 14px;
  }

  .nothing,
  .failure {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 12px;
    padding: 40px 20px;
    text-align: center;
  }

  .nothing {
    color: var(--_muted);
  }

  .failure.card {
    margin-top: 12px;
  }

  .failure + beta-store-grid {
    opacity: 0.55;
  }

  @container (max-width: 719.98px) {
    .controls > * {
      flex-basis: 100%;
    }

    beta-branch-combobox {
      max-width: none;
    }

    .bar {
      padding: 8px 12px;
    }

    .counts {
      width: 100%;
    }

    .bar-buttons {
      width: 100%;
    }

    .bar-buttons .button {
      flex: 1;
    }
  }

  @media print {
    .controls,
    .bar-buttons {
      display: none;
    }
  }
`;
