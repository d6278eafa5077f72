import { css } from 'lit';

export const storesOfVersionStyles = css`
  :host {
    display: block;
  }

  .frame {
    container-type: inline-size;
  }

  .card {
    position: relative;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-lg);
    background: var(--_surface);
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: 12px 16px;
    padding: 16px;
    border-bottom: 1px solid var(--_line);
  }

  .summary {
    font-size: 16px;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  h3 {
    min-width: 0;
    font-size: 15px;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .branches h3,
  .list-head {
    padding: 12px 16px 4px;
  }

  .list-head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 4px 16px;
  }

  .listed {
    position: relative;
    min-width: 0;
    border-top: 1px solid var(--_line);
  }

  .branches .scroller {
    max-height: 300px;
    overflow: hidden auto;
    overscroll-behavior: contain;
  }

  .branch-button {
    width: 100%;
  }

  tr.chosen {
    background: var(--bs-secondary-bg, #e9ecef);
    box-shadow: inset 3px 0 var(--_text);
  }

  .branch-button[aria-pressed='true'] {
    color: var(--_text);
    font-weight: 600;
  }

  .known {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 8px;
  }

  .known .button {
    max-width: 100%;
    font-family: var(--_mono);
    font-weight: 600;
    overflow-wrap: anywhere;
    white-space: normal;
  }

  .bones {
    min-height: 200px;
  }

  .missing {
    display: none;
  }

  @container (min-width: 900px) {
    .parts {
      display: grid;
      grid-template-columns: minmax(240px, 340px) minmax(0, 1fr);
    }

    .listed {
      border-top: 0;
      border-inline-start: 1px solid var(--_line);
    }

    /* As high as the list beside it. */
    .branches .scroller {
      max-height: calc(max(320px, min(70vh, 640px)) + 36px);
    }
  }

  @container (max-width: 719.98px) {
    .head .button {
      width: 100%;
    }
  }

  @media print {
    .head .button,
    .list-head .link,
    .known {
      display: none;
    }

    .card {
      border: 0;
    }

    .parts {
      display: block;
    }

    .listed {
      border: 0;
    }

    .branches .scroller {
      max-height: none;
      overflow: visible;
    }

    .branch-button {
      color: inherit;
      text-decoration: none;
    }

    .missing {
      display: block;
      padding: 8px 16px;
    }
  }
`;
