import { css } from 'lit';

export const listImportStyles = css`
  dialog.form {
    --_width: 860px;
  }

  .content > * + * {
    margin-top: 16px;
  }

  .for {
    overflow-wrap: anywhere;
  }

  .source {
    display: flex;
    flex-direction: column;
    gap: 8px;
  }

  .source.over {
    outline: 2px dashed var(--_focus);
    outline-offset: 4px;
  }

  textarea.input {
    min-height: 132px;
    font-variant-numeric: tabular-nums;
  }

  .files {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
  }

  .file-name {
    overflow-wrap: anywhere;
  }

  .note {
    color: var(--_muted);
    font-size: 13px;
  }

  .result {
    position: relative;
    min-height: 24px;
  }

  .summary {
    font-weight: 600;
  }

  .done {
    display: flex;
    gap: 8px;
    padding: 10px 12px;
    border-radius: var(--_radius);
    background: var(--bs-success-bg-subtle, #d1e7dd);
    color: var(--bs-success-text-emphasis, #0a3622);
  }

  .done .icon {
    margin-top: 4px;
  }

  .groups {
    margin-top: 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow: hidden;
  }

  details + details {
    border-top: 1px solid var(--_line);
  }

  summary {
    min-height: 40px;
    padding: 8px 12px;
    font-weight: 500;
    cursor: pointer;
  }

  summary:focus-visible {
    outline-offset: -2px;
  }

  details[open] > summary {
    border-bottom: 1px solid var(--_line);
  }

  .refused > summary {
    background: var(--bs-warning-bg-subtle, #fff3cd);
    color: var(--bs-warning-text-emphasis, #664d03);
  }

  .after {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    margin-top: 12px;
  }

  .leave-out label {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 36px;
    cursor: pointer;
  }

  .leave-out input {
    width: 18px;
    height: 18px;
    margin: 0;
  }

  .failure {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 12px;
  }

  @media (max-width: 719.98px) {
    .choices {
      flex-direction: column;
    }

    .choice span {
      min-height: 44px;
      margin: -1px 0 0;
      border-radius: 0 !important;
    }

    summary,
    .leave-out label {
      min-height: 44px;
    }

    .after .button,
    .content > .button {
      width: 100%;
    }
  }
`;
