import { css } from 'lit';

/** What the list of stores has more than other lists. */
export const storeComboboxStyles = css`
  .heading {
    padding: 8px 14px 2px;
    color: var(--_muted);
    font-size: 12px;
    font-weight: 600;
  }

  .code {
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }

  .closed {
    color: var(--_danger-text);
    font-weight: 600;
  }

  .none {
    padding-top: 10px;
  }
`;
