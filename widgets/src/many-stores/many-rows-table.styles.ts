import { css } from 'lit';

export const manyRowsTableStyles = css`
  :host {
    display: block;
    min-width: 0;
  }

  .row > * {
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .heads {
    border-bottom: 1px solid var(--_line);
    color: var(--_muted);
    font-size: 12px;
    font-weight: 600;
  }

  .scroller {
    font-size: 14px;
  }

  .scroller .row {
    border-bottom: 1px solid var(--_line);
  }

  .scroller .row:hover {
    background: var(--_raised);
  }

  .code {
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }

  .wide .row {
    display: grid;
    grid-template-columns:
      88px minmax(0, 1.1fr) minmax(0, 0.9fr) minmax(0, 1.1fr) minmax(0, 1.1fr)
      100px minmax(0, 1.1fr) minmax(0, 1.9fr);
    gap: 12px;
    padding: 8px 16px;
    line-height: 18px;
  }

  .long .heads {
    overflow: hidden;
    scrollbar-gutter: stable;
  }

  .long .scroller {
    position: relative;
    min-height: 320px;
    /* Its greatest height is what ManyRowsTable's #height begins with. */
    max-height: max(320px, min(70vh, 640px));
    overflow: hidden auto;
    overflow-anchor: none;
    scrollbar-gutter: stable;
  }

  .scroller:focus-visible {
    outline-offset: -2px;
  }

  .content {
    position: relative;
  }

  .long .content .row {
    position: absolute;
    inset: 0 0 auto;
    contain: strict;
  }

  /* Three lines fit into a row. */
  .long.wide .content .row > :not(.channel) {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    line-clamp: 3;
  }

  .narrow .heads {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip: rect(0 0 0 0);
  }

  .narrow .row {
    display: flex;
    flex-wrap: wrap;
    align-content: flex-start;
    align-items: baseline;
    gap: 2px 8px;
    padding: 12px 16px;
    line-height: 20px;
  }

  .narrow .store {
    flex: 1 1 0;
    font-weight: 600;
  }

  .narrow .branch {
    color: var(--_muted);
  }

  .narrow .application {
    flex: 1 1 100%;
  }

  .narrow .version-cell {
    flex: 1 1 0;
  }

  .narrow .beta-app,
  .narrow .reason {
    flex: 1 1 100%;
  }

  .narrow .beta-app:empty,
  .narrow .application:empty {
    display: none;
  }

  .long.narrow .content .row {
    flex-wrap: wrap;
  }

  .long.narrow .application,
  .long.narrow .beta-app,
  .long.narrow .branch {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .long.narrow .store,
  .long.narrow .version-cell,
  .long.narrow .reason {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
  }

  @media print {
    .long .scroller {
      max-height: none;
    }
  }
`;
