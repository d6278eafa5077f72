import { css } from 'lit';

/** Fields one below the other, some side by side where there is room. */
export const formStyles = css`
  form {
    display: flex;
    flex-direction: column;
    gap: 16px;
  }

  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    align-items: start;
    gap: 16px;
  }

  .hint + .hint,
  .latest {
    display: block;
  }

  .latest {
    color: var(--_picker-text);
    font-weight: 600;
  }

  @container (max-width: 479.98px) {
    .pair {
      grid-template-columns: 1fr;
    }
  }
`;
