import { css } from 'lit';

/** Buttons and links that look like buttons: `button`, with `primary`, `outlined`, `danger` or `quiet`. */
export const buttonStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 36px;
    padding: 4px 14px;
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-size: 14px;
    font-weight: 500;
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
    transition:
      background-color 120ms,
      border-color 120ms;
  }

  .button:hover {
    background: var(--_raised);
  }

  .button.primary {
    border-color: var(--_primary);
    background: var(--_primary);
    color: var(--_primary-text);
  }

  .button.danger {
    border-color: var(--_danger);
    background: var(--_danger);
    color: #fff;
  }

  .button.primary:hover,
  .button.danger:hover {
    filter: brightness(0.92);
  }

  .button.outlined {
    border-color: var(--_link);
    color: var(--_link);
  }

  .button.small {
    min-height: 32px;
    padding: 2px 10px;
  }

  .button.quiet {
    border-color: transparent;
    background: transparent;
  }

  .button.quiet:hover {
    background: var(--_raised);
  }

  .button.removes {
    color: var(--beta-removes-color, var(--bs-form-invalid-color, #dc3545));
  }

  .button.removes:hover {
    border-color: var(--_danger);
    background: var(--_danger);
    color: #fff;
  }

  .button.square {
    width: 36px;
    padding: 0;
  }

  .button[aria-disabled='true'] {
    cursor: progress;
    opacity: 0.8;
  }

  .link {
    padding: 0;
    border: 0;
    background: none;
    color: var(--_link);
    font: inherit;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 2px;
    cursor: pointer;
  }

  .spinner {
    flex: none;
    width: 16px;
    height: 16px;
    border: 2px solid currentColor;
    border-right-color: transparent;
    border-radius: 50%;
    animation: spin 800ms linear infinite;
  }

  @media (forced-colors: active) {
    .spinner {
      border-color: ButtonText transparent ButtonText ButtonText;
      forced-color-adjust: none;
    }
  }

  @keyframes spin {
    to {
      transform: rotate(1turn);
    }
  }

  @container (max-width: 719.98px) {
    .button,
    .button.small {
      min-height: 44px;
    }

    .button.square {
      width: 44px;
    }
  }
`;
