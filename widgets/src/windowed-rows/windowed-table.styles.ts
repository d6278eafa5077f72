import { css } from 'lit';

/** A table made of rows that are grids: of a long one, rows of one height that stand where they belong. */
export const windowedTableStyles = css`
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
    /* Its greatest height is what ScrollWindow's #height begins with. */
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

  @media print {
    .row {
      break-inside: avoid;
    }

    .long :is(.heads, .scroller) {
      scrollbar-gutter: auto;
    }

    .long .scroller {
      max-height: none;
      min-height: 0;
      overflow: visible;
    }
  }
`;
