import { css } from 'lit';

/** The table, and the cards that it is where there is no room. */
export const timelineTableStyles = css`
  table {
    table-layout: fixed;
  }

  .wide thead th {
    white-space: normal;
  }

  .wide th:nth-child(1) {
    width: 16%;
  }

  .wide th:nth-child(2) {
    width: 19%;
  }

  .wide th:nth-child(3) {
    width: 13%;
  }

  .wide th:nth-child(4) {
    width: 138px;
  }

  .wide th:nth-child(5) {
    width: 72px;
  }

  .wide th:nth-child(6) {
    width: 13%;
  }

  * + .free-table {
    border-top: 1px solid var(--_line);
  }

  /* As wide as the first two columns above it. */
  .free-table th:nth-child(1) {
    width: 35%;
  }

  th.number,
  td.number {
    text-align: end;
  }

  tbody th {
    color: inherit;
    font-size: 15px;
    font-weight: 400;
    vertical-align: top;
    white-space: normal;
    overflow-wrap: anywhere;
  }

  tbody tr:last-child th {
    border-bottom: 0;
  }

  td {
    overflow-wrap: anywhere;
  }

  tr > :first-child {
    padding-inline-start: 16px;
  }

  .taken {
    display: block;
  }

  .cards li {
    display: flex;
    flex-direction: column;
    gap: 8px;
    padding: 14px 16px;
    border-bottom: 1px solid var(--_line);
  }

  .cards li:last-child {
    border-bottom: 0;
  }

  .card-head {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: 12px;
  }

  dl {
    display: flex;
    flex-direction: column;
    gap: 4px;
  }

  dl > div {
    display: grid;
    grid-template-columns: 96px minmax(0, 1fr);
    gap: 8px;
  }

  @container (max-width: 719.98px) {
    .link {
      display: inline-block;
      padding-block: 6px;
    }
  }
`;
