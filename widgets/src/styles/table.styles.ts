import { css } from 'lit';

/** Tables with row lines only, and the grey rows that stand in for them during a first load. */
export const tableStyles = css`
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 15px;
  }

  th {
    padding: 8px 12px;
    border-bottom: 1px solid var(--_line);
    color: var(--_muted);
    font-size: 12px;
    font-weight: 600;
    text-align: start;
    white-space: nowrap;
  }

  td {
    padding: 8px 12px;
    border-bottom: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
    overflow-wrap: break-word;
  }

  tbody tr:last-child td {
    border-bottom: 0;
  }

  tbody tr {
    transition: background-color 120ms;
  }

  tbody tr:hover {
    background: var(--_raised);
  }

  .bone {
    display: block;
    width: 70%;
    height: 14px;
    margin: 4px 0;
    border-radius: 4px;
    background: var(--_line);
  }

  @media (forced-colors: active) {
    .bone {
      background: GrayText;
      forced-color-adjust: none;
    }
  }
`;
