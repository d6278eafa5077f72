import { css } from 'lit';

/** Tokens that hosts can set, and what every part needs: box model, focus ring, hidden words. */
export const baseStyles = css`
  :host {
    --_font: var(--beta-font-family, var(--bs-body-font-family, system-ui, sans-serif));
    --_mono: var(
      --beta-font-monospace,
      var(--bs-font-monospace, ui-monospace, Consolas, 'Liberation Mono', monospace)
    );
    --_text: var(--beta-text-color, var(--bs-body-color, #212529));
    --_muted: var(--beta-muted-color, var(--bs-secondary-color, rgb(33 37 41 / 75%)));
    --_surface: var(--beta-surface, var(--bs-body-bg, #fff));
    --_raised: var(--beta-hover-background, var(--bs-tertiary-bg, #f8f9fa));
    --_line: var(--beta-border-color, var(--bs-border-color, #dee2e6));
    --_control-line: var(--beta-control-border-color, #868e96);
    --_radius: var(--beta-border-radius, var(--bs-border-radius, 6px));
    --_radius-lg: var(--beta-border-radius-lg, var(--bs-border-radius-lg, 8px));
    --_primary: var(--beta-primary, var(--bs-primary, #0d6efd));
    --_primary-text: var(--beta-primary-text, #fff);
    --_link: var(--beta-link-color, var(--bs-link-color, #0d6efd));
    --_danger: var(--beta-danger, var(--bs-danger, #dc3545));
    --_danger-text: var(--beta-danger-text, var(--bs-danger-text-emphasis, #58151c));
    --_picker-fill: var(--beta-picker-background, var(--bs-warning-bg-subtle, #fff3cd));
    --_picker-text: var(--beta-picker-color, var(--bs-warning-text-emphasis, #664d03));
    --_picker-line: var(--beta-picker-border-color, #997404);
    --_focus: var(--beta-focus-color, var(--bs-link-color, #0d6efd));
    --_shadow: 0 8px 24px rgb(0 0 0 / 16%);
    color: var(--_text);
    font-family: var(--_font);
    font-size: 15px;
    line-height: 1.5;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h1,
  h2,
  h3,
  p,
  dl,
  dd,
  ul,
  ol {
    margin: 0;
    padding: 0;
  }

  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  .icon {
    flex: none;
    width: 16px;
    height: 16px;
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    padding: 0;
    overflow: hidden;
    clip: rect(0 0 0 0);
    white-space: nowrap;
    border: 0;
  }

  .figures {
    font-variant-numeric: tabular-nums;
  }

  .version {
    font-family: var(--_mono);
    font-size: 14px;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;
