import { css } from 'lit';

export const saveDialogStyles = css`
  dialog.confirmation {
    --_width: 600px;
  }

  p,
  li {
    overflow-wrap: anywhere;
  }

  table {
    margin-top: 16px;
    border-top: 1px solid var(--_line);
  }

  th {
    white-space: normal;
    vertical-align: bottom;
  }

  th:first-child,
  td:first-child {
    padding-inline-start: 0;
  }

  td:first-child {
    min-width: 110px;
    overflow-wrap: anywhere;
  }

  th:last-child,
  td:last-child {
    padding-inline-end: 0;
  }

  .number {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }

  @media (max-width: 719.98px) {
    th,
    td {
      padding-inline: 10px 0;
    }
  }

  /* Four columns have no room: a branch stands over its numbers. */
  @media (max-width: 479.98px) {
    tr {
      display: grid;
      grid-template-columns: repeat(3, minmax(0, 1fr));
      align-items: end;
    }

    th:first-child,
    td:first-child {
      grid-column: 1 / -1;
      padding-bottom: 0;
      border-bottom: 0;
    }

    th:nth-child(2),
    td:nth-child(2) {
      padding-inline-start: 0;
    }

    th.number,
    td.number {
      height: 100%;
    }
  }

  .more {
    padding-block: 8px;
    border-top: 1px solid var(--_line);
    color: var(--_muted);
  }

  .field {
    margin-top: 16px;
  }

  .note {
    display: flex;
    gap: 8px;
    margin-top: 16px;
    padding: 10px 12px;
    border-radius: var(--_radius);
    background: var(--bs-warning-bg-subtle, #fff3cd);
    color: var(--bs-warning-text-emphasis, #664d03);
  }

  .note + .note {
    margin-top: 8px;
  }

  .note .icon {
    margin-top: 4px;
  }

  .entries {
    padding-inline-start: 20px;
  }

  .entries li + li {
    margin-top: 8px;
  }
`;
