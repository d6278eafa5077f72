import { css } from 'lit';

/** Facts as labels and values. */
export const factsStyles = css`
  dt {
    color: var(--_muted);
    font-size: 13px;
    font-weight: 600;
  }

  dd {
    overflow-wrap: anywhere;
  }
`;
