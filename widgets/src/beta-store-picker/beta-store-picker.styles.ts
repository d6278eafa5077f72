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

  .by-branch summary {
    justify-content: space-between;
    padding-inline: 16px;
    font-weight: 600;
  }

  .by-branch[open] summary .icon {
    transform: rotate(180deg);
  }

  /* Some branches at once, and the list of stores below them. */
  .branch-list {
    max-height: 264px;
    overflow: hidden auto;
    border-top: 1px solid var(--_line);
  }

  .list-tools {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
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
    flex: 1 1 300px;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 16px;
  }

  .pending {
    font-weight: 600;
  }

  .held {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 6px;
    color: var(--bs-warning-text-emphasis, #664d03);
    font-size: 14px;
    font-weight: 600;
  }

  .held .link {
    min-height: 32px;
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

    .list-tools .button {
      flex: 1;
    }

    .bar {
      padding: 8px 12px;
    }

    .counts {
      flex-basis: 100%;
    }

    .held .link {
      min-height: 44px;
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
    .list-tools,
    .bar-buttons {
      display: none;
    }
  }
`;
