import { css } from 'lit';

export const manyStoresStyles = css`
  :host {
    display: block;
  }

  .frame {
    container-type: inline-size;
    display: flex;
    flex-direction: column;
    gap: 16px;
  }

  .ask {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 8px;
  }

  .ask .field {
    width: 100%;
  }

  textarea.input {
    min-height: 120px;
    font-variant-numeric: tabular-nums;
  }

  .pasted {
    display: flex;
    gap: 8px;
    padding: 10px 16px;
    border: 1px solid var(--_picker-line);
    border-radius: var(--_radius);
    background: var(--bs-warning-bg-subtle, #fff3cd);
    color: var(--bs-warning-text-emphasis, #664d03);
    overflow-wrap: anywhere;
  }

  .pasted .icon {
    margin-top: 4px;
  }

  .pasted ul {
    padding-inline-start: 18px;
  }

  .card {
    position: relative;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-lg);
    background: var(--_surface);
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: 12px 16px;
    padding: 16px;
    border-bottom: 1px solid var(--_line);
  }

  .summary {
    font-size: 16px;
    font-weight: 600;
  }

  .bones {
    display: flex;
    flex-direction: column;
    gap: 20px;
    min-height: 200px;
    padding: 20px 16px;
  }

  .bone {
    display: block;
    width: 70%;
    height: 14px;
    border-radius: 4px;
    background: var(--_line);
  }

  @container (max-width: 719.98px) {
    .ask .button,
    .head .button {
      width: 100%;
    }
  }

  @media print {
    .ask,
    .head .button {
      display: none;
    }

    .card {
      border: 0;
    }
  }
`;
