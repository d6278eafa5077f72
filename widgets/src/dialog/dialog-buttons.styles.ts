import { css } from 'lit';

/** The row of buttons in a dialog's footer. */
export const dialogButtonStyles = css`
  .dialog-buttons {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    width: 100%;
  }

  @media (max-width: 719.98px) {
    .dialog-buttons .button {
      flex: 1;
      min-height: 44px;
    }
  }
`;
