import { css } from 'lit';

/** On paper, black on white, whatever the page's colours are. */
export const printStyles = css`
  @media print {
    :host {
      background: #fff !important;
    }

    *,
    *::before,
    *::after {
      background: none !important;
      color: #000 !important;
    }
  }
`;
