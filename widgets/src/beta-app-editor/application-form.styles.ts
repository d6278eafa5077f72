import { css } from 'lit';

export const applicationFormStyles = css`
  .facts {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 12px 16px;
    padding: 12px 16px;
    border-radius: var(--_radius);
    background: var(--_raised);
  }

  .facts .wide {
    grid-column: 1 / -1;
  }

  dt {
    color: var(--_muted);
    font-size: 13px;
    font-weight: 600;
  }

  dd {
    overflow-wrap: anywhere;
  }

  @container (max-width: 479.98px) {
    .facts {
      grid-template-columns: 1fr 1fr;
    }
  }
`;
