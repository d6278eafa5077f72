import { css } from 'lit';

/** An input with a list of options under it; each option has a name, and a smaller line below. */
export const comboboxStyles = css`
  :host {
    display: block;
    min-width: 0;
  }

  .combobox {
    position: relative;
  }

  .input {
    padding-inline-end: 36px;
    text-overflow: ellipsis;
  }

  .input:disabled {
    background: var(--_raised);
    cursor: not-allowed;
  }

  .arrow {
    position: absolute;
    inset: 0 12px 0 auto;
    display: flex;
    align-items: center;
    color: var(--_muted);
    pointer-events: none;
  }

  .options {
    position: absolute;
    inset: calc(100% + 4px) 0 auto;
    z-index: 10;
    min-width: min(280px, 100%);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }

  #options {
    max-height: 336px;
    padding: 4px;
    overflow: auto;
    overscroll-behavior: contain;
  }

  .option {
    display: flex;
    flex-direction: column;
    padding: 6px 10px;
    border-radius: 4px;
    cursor: pointer;
  }

  .option:hover {
    background: var(--_raised);
  }

  .option.active {
    background: var(--_raised);
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }

  .option[aria-selected='true'] .name {
    font-weight: 600;
  }

  .option b {
    font-weight: 700;
    text-decoration: underline;
    text-underline-offset: 2px;
  }

  .name {
    line-height: 1.35;
    overflow-wrap: anywhere;
  }

  .below {
    color: var(--_muted);
    font-size: 13px;
    font-variant-numeric: tabular-nums;
    line-height: 1.35;
  }

  .none {
    padding: 6px 14px 14px;
    color: var(--_muted);
    font-size: 14px;
  }
`;
