import { css } from 'lit';

/** A radio group that looks like Bootstrap's button group. */
export const choicesStyles = css`
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    padding: 0;
    margin-bottom: 4px;
  }

  .choices {
    display: flex;
  }

  .choice {
    position: relative;
    cursor: pointer;
  }

  .choice input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }

  .choice span {
    display: flex;
    align-items: center;
    min-height: 38px;
    margin-inline-start: -1px;
    padding: 4px 14px;
    border: 1px solid var(--_control-line);
    background: var(--_surface);
    font-size: 14px;
    font-weight: 500;
    white-space: nowrap;
  }

  .choice:hover span {
    background: var(--_raised);
  }

  .choice:first-child span {
    margin: 0;
    border-start-start-radius: var(--_radius);
    border-end-start-radius: var(--_radius);
  }

  .choice:last-child span {
    border-start-end-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
  }

  .choice input:checked + span {
    position: relative;
    border-color: var(--_text);
    background: var(--bs-secondary-bg, #e9ecef);
    font-weight: 600;
  }

  @media (forced-colors: active) {
    .choice input:checked + span {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }

  .choice input:focus-visible + span {
    position: relative;
    z-index: 1;
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
`;
