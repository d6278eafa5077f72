import { css } from 'lit';

/** Labelled fields of forms and searches, their hints and errors, and the yellow field. */
export const fieldStyles = css`
  .field {
    display: flex;
    flex-direction: column;
    gap: 4px;
    min-width: 0;
  }

  .label {
    color: var(--_muted);
    font-size: 13px;
    font-weight: 600;
  }

  .input {
    width: 100%;
    min-height: 38px;
    padding: 6px 12px;
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    font-size: 15px;
  }

  textarea.input {
    min-height: 88px;
    resize: vertical;
  }

  .input[aria-invalid='true'],
  .picker.invalid {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }

  .input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  .hint {
    color: var(--_muted);
    font-size: 13px;
  }

  .error {
    display: flex;
    align-items: flex-start;
    gap: 6px;
    color: var(--_danger-text);
    font-size: 14px;
  }

  .error .icon {
    margin-top: 3px;
    color: var(--_danger);
  }

  .picker {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    width: 100%;
    min-height: 40px;
    padding: 6px 12px;
    border: 1px solid var(--_picker-line);
    border-radius: var(--_radius);
    background: var(--_picker-fill);
    color: var(--_picker-text);
    font: inherit;
    font-size: 15px;
    font-weight: 500;
    text-align: start;
    cursor: pointer;
  }

  .picker:hover {
    filter: brightness(0.98);
  }

  .picker .value {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .picker.empty .value {
    font-weight: 400;
  }

  @container (max-width: 719.98px) {
    .input,
    .picker {
      min-height: 44px;
    }
  }
`;
