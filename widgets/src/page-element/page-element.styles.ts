import { css } from 'lit';

/** What the elements that pages use look like in the same way: their box, its heading, cards in it. */
export const pageElementStyles = css`
  :host {
    display: block;
  }

  .box {
    container-type: inline-size;
    display: flex;
    flex-direction: column;
  }

  h2 {
    font-size: 22px;
    font-weight: 600;
    line-height: 1.3;
  }

  .part {
    position: relative;
  }

  .card {
    border: 1px solid var(--_line);
    border-radius: var(--_radius-lg);
    background: var(--_surface);
  }
`;
