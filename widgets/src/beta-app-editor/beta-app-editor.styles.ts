import { css } from 'lit';

export const betaAppEditorStyles = css`
  .box {
    gap: 24px;
  }

  .top {
    display: flex;
    flex-direction: column;
    gap: 16px;
  }

  .title-row,
  .section-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
  }

  .section-head {
    margin-bottom: 12px;
  }

  h3 {
    min-width: 0;
    font-size: 18px;
    font-weight: 600;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }

  .section-head h3 {
    font-size: 16px;
  }

  .summary-card {
    padding: 20px;
  }

  .summary-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    margin-bottom: 16px;
  }

  .actions {
    display: flex;
    gap: 8px;
    margin-inline-start: auto;
  }

  .summary {
    display: grid;
    grid-template-columns: repeat(3, auto) minmax(max-content, auto);
    gap: 16px 24px;
  }

  /* The arrow stays with the last word. */
  .stores {
    padding-inline-end: 22px;
  }

  .stores .icon {
    position: absolute;
    margin: 4px 0 0 6px;
  }

  .read-only,
  .nothing {
    display: flex;
    align-items: center;
    gap: 8px;
    color: var(--_muted);
  }

  .read-only,
  .pause-note {
    margin-top: 16px;
  }

  .pause-note {
    display: flex;
    gap: 8px;
    padding: 8px 12px;
    border-radius: var(--_radius);
    background: var(--bs-warning-bg-subtle, #fff3cd);
    color: var(--bs-warning-text-emphasis, #664d03);
  }

  .pause-note .icon {
    margin-top: 4px;
  }

  .nothing {
    justify-content: center;
    padding: 32px 20px;
    text-align: center;
  }

  .failure {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 12px;
    padding: 28px 20px;
    text-align: center;
  }

  .failure + .card {
    margin-top: 12px;
  }

  .bones {
    display: grid;
    grid-template-columns: repeat(4, 1fr);
    gap: 24px;
  }

  .counted {
    position: relative;
  }

  .other-branches {
    padding: 10px 16px;
    border-top: 1px solid var(--_line);
    color: var(--_muted);
    font-size: 14px;
  }

  .share-bones {
    min-height: 120px;
  }

  .code {
    font-weight: 600;
  }

  .production-version {
    font-family: var(--_mono);
    font-size: 14px;
  }

  .arrow {
    display: none;
  }

  .none {
    color: var(--_muted);
  }

  td {
    vertical-align: baseline;
  }

  td.notes {
    width: 32%;
  }

  /* A usual version isn't broken at its hyphen. */
  td.beta {
    min-width: calc(14ch + 24px);
  }

  td.row-actions {
    width: 1%;
    padding-block: 6px;
    white-space: nowrap;
  }

  .row-actions > div {
    display: flex;
    gap: 8px;
  }

  @container (max-width: 899.98px) {
    td.notes {
      width: 20%;
    }
  }

  @container (max-width: 719.98px) {
    .summary {
      grid-template-columns: 1fr 1fr;
    }

    .bones {
      grid-template-columns: 1fr 1fr;
    }

    .summary-card {
      padding: 16px;
    }

    .summary-head .actions {
      width: 100%;
      margin: 4px 0 0;
    }

    /* The menu is as wide as what it says, and has the whole card for that, wherever its button stands. */
    .summary-head .actions {
      position: relative;
    }

    beta-more-menu {
      --_menu-right: auto;
      --_menu-left: 0;

      position: static;
    }

    .stores {
      display: inline-block;
      padding-block: 11px;
      margin-block: -11px;
    }

    .section-head {
      flex-direction: column;
      align-items: stretch;
      gap: 12px;
    }

    .rows {
      border: 0;
      background: none;
    }

    .rows :is(table, tbody) {
      display: block;
    }

    .rows thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip: rect(0 0 0 0);
    }

    .rows tbody tr {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 4px 8px;
      padding: 14px 16px;
      border: 1px solid var(--_line);
      border-radius: var(--_radius-lg);
      background: var(--_surface);
    }

    .rows tbody tr + tr {
      margin-top: 12px;
    }

    .rows td {
      min-width: 0;
      padding: 0;
      border: 0;
    }

    td.name {
      flex: 1 1 calc(100% - 96px);
      font-weight: 600;
    }

    td.code {
      font-weight: 400;
    }

    td.production {
      flex: 0 1 auto;
    }

    .arrow {
      display: inline;
    }

    td.notes {
      flex: 1 1 100%;
      width: auto;
    }

    td.notes.none {
      display: none;
    }

    td.row-actions {
      flex: 1 1 100%;
      padding-top: 6px;
    }

    .row-actions > div {
      justify-content: flex-end;
    }
  }
`;
