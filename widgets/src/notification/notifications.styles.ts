import { css } from 'lit';

export const notificationsStyles = css`
  :host(:not([in-dialog])) {
    position: fixed;
    top: 16px;
    left: 50%;
    z-index: 1090;
    width: min(560px, 100vw - 16px);
    transform: translateX(-50%);
    pointer-events: none;
  }

  .stack {
    display: flex;
    flex-direction: column;
  }

  .region {
    display: flex;
    flex-direction: column;
  }

  .region.newest {
    order: -1;
  }

  .notice {
    display: flex;
    align-items: flex-start;
    gap: 10px;
    margin-bottom: 8px;
    padding: 10px 8px 10px 14px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-lg);
    background: var(--_fill);
    box-shadow: var(--_shadow);
    color: var(--_ink);
    font-size: 15px;
    pointer-events: auto;
    animation: appear 160ms ease-out;
  }

  :host([in-dialog]) .notice {
    margin: 12px 20px 0;
    box-shadow: none;
  }

  .notice > .icon {
    margin-top: 7px;
  }

  .text {
    flex: 1;
    min-width: 0;
    padding: 4px 0;
    overflow-wrap: anywhere;
  }

  .notice .button {
    min-height: 32px;
    color: inherit;
  }

  .notice .retry {
    border-color: currentColor;
    background: transparent;
  }

  .notice .close {
    width: 32px;
  }

  .success {
    --_fill: var(--bs-success-bg-subtle, #d1e7dd);
    --_ink: var(--bs-success-text-emphasis, #0a3622);
    --_edge: var(--bs-success-border-subtle, #a3cfbb);
  }

  .information {
    --_fill: var(--bs-info-bg-subtle, #cff4fc);
    --_ink: var(--bs-info-text-emphasis, #055160);
    --_edge: var(--bs-info-border-subtle, #9eeaf9);
  }

  .warning {
    --_fill: var(--bs-warning-bg-subtle, #fff3cd);
    --_ink: var(--bs-warning-text-emphasis, #664d03);
    --_edge: var(--bs-warning-border-subtle, #ffe69c);
  }

  .error {
    --_fill: var(--bs-danger-bg-subtle, #f8d7da);
    --_ink: var(--bs-danger-text-emphasis, #58151c);
    --_edge: var(--bs-danger-border-subtle, #f1aeb5);
  }

  @keyframes appear {
    from {
      opacity: 0;
      transform: translateY(-6px);
    }
  }

  @media (max-width: 719.98px) {
    :host([in-dialog]) .notice {
      margin-inline: 16px;
    }

    .notice .button {
      min-height: 44px;
    }

    .notice .close {
      width: 44px;
    }

    .notice > .icon {
      margin-top: 13px;
    }

    .notice.can-retry {
      display: grid;
      grid-template-columns: auto 1fr auto;
      justify-items: start;
    }

    .notice .retry {
      grid-column: 2;
      grid-row: 2;
    }

    .text {
      padding: 10px 0;
    }
  }
`;
