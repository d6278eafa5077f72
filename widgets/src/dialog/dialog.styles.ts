import { css } from 'lit';
import { waitingStyles } from '../waiting/waiting-sign.js';

/** The frame of a dialog, as `DialogFrame` renders it. */
export const dialogStyles = css`
  ${waitingStyles}

  dialog {
    width: min(var(--_width, 560px), 100vw - 32px);
    max-width: none;
    max-height: min(760px, 100vh - 48px);
    margin: auto;
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-lg);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    color: var(--_text);
    overflow: hidden;
  }

  dialog[open] {
    display: flex;
    animation: open 160ms ease-out;
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }

  dialog.list {
    --_width: 1000px;
  }

  dialog.list[open] {
    height: min(680px, 100vh - 48px);
  }

  dialog.confirmation {
    --_width: 480px;
  }

  .frame {
    container-type: inline-size;
    display: flex;
    flex: 1;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }

  dialog .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    padding: 14px 12px 12px 20px;
    border-bottom: 1px solid var(--_line);
  }

  dialog.confirmation .head {
    padding: 18px 20px 0;
    border: 0;
  }

  dialog h2 {
    min-width: 0;
    font-size: 18px;
    font-weight: 600;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }

  dialog .content {
    flex: 1;
    min-height: 0;
    padding: 16px 20px;
    overflow: auto;
  }

  dialog.confirmation .content {
    padding: 8px 20px 20px;
  }

  dialog.list .content {
    display: flex;
    flex-direction: column;
    padding: 0;
    overflow: hidden;
  }

  dialog .foot {
    display: flex;
    justify-content: flex-end;
    padding: 12px 20px;
    border-top: 1px solid var(--_line);
  }

  @keyframes open {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }

  /* Its own box is narrow also where the screen is wide. */
  @media (min-width: 720px) {
    dialog .frame .button {
      min-height: 36px;
    }

    dialog .frame .button.square {
      width: 36px;
    }

    dialog .frame .input,
    dialog .frame .picker {
      min-height: 38px;
    }
  }

  /* A dialog's box is the window: it covers the page wherever its element stands. */
  @media (max-width: 719.98px) {
    dialog:not(.confirmation),
    dialog.list[open] {
      width: 100vw;
      height: 100vh;
      height: 100dvh;
      max-height: none;
      border: 0;
      border-radius: 0;
    }

    dialog.confirmation {
      width: calc(100vw - 16px);
      margin-bottom: 8px;
    }

    dialog .head {
      padding: 8px 8px 8px 16px;
    }

    dialog .content {
      padding: 16px;
    }

    dialog .foot {
      padding: 8px 16px;
    }
  }
`;
