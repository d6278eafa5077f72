import { css } from 'lit';

/** A list in a dialog: the search row, the scrolled table, its count, and what stands in for no rows. */
export const listDialogStyles = css`
  .filters {
    display: flex;
    gap: 12px;
    padding: 16px 20px 12px;
  }

  .filters .field:first-child {
    flex: 1;
  }

  .below {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }

  .results {
    position: relative;
    flex: 1;
    min-height: 0;
    border-top: 1px solid var(--_line);
  }

  .scroller {
    height: 100%;
    overflow: auto;
  }

  .scroller thead th {
    position: sticky;
    top: 0;
    z-index: 1;
    border: 0;
    background: var(--_surface);
    box-shadow: inset 0 -1px var(--_line);
  }

  th:first-child,
  td:first-child {
    padding-inline-start: 20px;
  }

  th:last-child,
  td:last-child {
    padding-inline-end: 20px;
  }

  tbody tr.choice {
    cursor: pointer;
  }

  tr.choice:focus-within {
    background: var(--_raised);
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }

  tr.chosen {
    background: var(--bs-primary-bg-subtle, #cfe2ff);
  }

  tr.taken {
    color: var(--_muted);
  }

  .choose {
    display: inline-flex;
    gap: 6px;
    padding: 0;
    border: 0;
    outline: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 600;
    text-align: start;
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  .choose .icon {
    margin-top: 4px;
  }

  .message {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 12px;
    padding: 40px 20px;
    color: var(--_muted);
    text-align: center;
  }

  .count {
    padding: 10px 20px;
    border-top: 1px solid var(--_line);
    color: var(--_muted);
    font-size: 13px;
  }

  @container (max-width: 719.98px) {
    .filters {
      flex-wrap: wrap;
      gap: 8px;
      padding: 12px 16px;
    }

    .filters .field {
      flex: 1 1 100%;
    }

    .count {
      padding-inline: 16px;
    }

    table,
    tbody {
      display: block;
    }

    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip: rect(0 0 0 0);
    }

    tbody tr {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 12px;
      min-height: 44px;
      padding: 10px 16px;
      border-bottom: 1px solid var(--_line);
    }

    td,
    td:is(:first-child, :last-child) {
      padding: 0;
      border: 0;
    }

    .skeleton td {
      flex: 1 1 100%;
    }

    .skeleton td:nth-child(n + 4) {
      display: none;
    }
  }
`;
