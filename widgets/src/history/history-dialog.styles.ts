import { css } from 'lit';

/** The dialog of a history: its filters, and its events under their days. */
export const historyDialogStyles = css`
  dialog.list {
    --_width: 960px;
  }

  .filters {
    padding: 16px 20px;
    border-bottom: 1px solid var(--_line);
  }

  .toggle {
    display: none;
  }

  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(140px, 1fr));
    gap: 12px;
    align-items: start;
  }

  .fields .input {
    padding-inline: 10px;
  }

  .clear {
    grid-column: 1 / -1;
    justify-self: end;
  }

  .results {
    position: relative;
    flex: 1;
    min-height: 0;
  }

  .scroller {
    height: 100%;
    padding: 0 20px 16px;
    overflow: auto;
    scroll-padding-top: 48px;
  }

  .scroller:focus-visible {
    outline-offset: -2px;
  }

  h3 {
    position: sticky;
    top: 0;
    z-index: 1;
    padding: 12px 0 8px;
    border-bottom: 1px solid var(--_line);
    background: var(--_surface);
    color: var(--_muted);
    font-size: 13px;
    font-weight: 600;
  }

  ol {
    list-style: none;
  }

  .entry {
    display: grid;
    grid-template-columns: 84px minmax(0, 1fr);
    gap: 4px 12px;
    padding: 10px 0;
    border-bottom: 1px solid var(--_line);
  }

  .entry:last-child {
    border-bottom: 0;
  }

  time {
    color: var(--_muted);
    font-size: 14px;
    line-height: 22.5px;
    white-space: nowrap;
  }

  .told {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 4px;
    min-width: 0;
  }

  .told > * {
    max-width: 100%;
  }

  .told p,
  dd {
    overflow-wrap: anywhere;
  }

  .actor {
    font-weight: 600;
  }

  .own {
    font-size: 14px;
  }

  dl {
    display: grid;
    gap: 2px;
    font-size: 14px;
  }

  dl div {
    display: flex;
    gap: 8px;
  }

  dt {
    flex: none;
    min-width: 64px;
    color: var(--_muted);
  }

  dd {
    min-width: 0;
    white-space: pre-line;
  }

  .unfold,
  .restore {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 32px;
    font-size: 14px;
  }

  .unfold .icon {
    width: 12px;
    height: 12px;
    transition: transform 120ms;
  }

  .unfold[aria-expanded='true'] .icon {
    transform: rotate(180deg);
  }

  beta-event-stores {
    align-self: stretch;
  }

  .more {
    display: flex;
    margin: 12px auto 0;
  }

  .message,
  .failure {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 12px;
    padding: 40px 20px;
    text-align: center;
  }

  .message {
    color: var(--_muted);
    overflow-wrap: anywhere;
  }

  .bones {
    display: grid;
    gap: 24px;
    padding-top: 20px;
  }

  dialog .foot {
    align-items: center;
    justify-content: space-between;
    gap: 12px;
  }

  .count {
    color: var(--_muted);
    font-size: 13px;
  }

  @container (max-width: 719.98px) {
    .filters {
      flex: none;
      max-height: 60%;
      padding: 8px 16px;
      overflow: auto;
    }

    .toggle {
      display: flex;
      width: 100%;
    }

    .fields {
      display: none;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 8px 12px;
      padding-top: 12px;
    }

    .fields.open {
      display: grid;
    }

    .clear {
      justify-self: stretch;
    }

    .scroller {
      padding: 0 16px 16px;
    }

    .entry {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }

    .unfold,
    .restore {
      min-height: 44px;
    }
  }
`;
