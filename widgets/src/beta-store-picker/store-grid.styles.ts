import { css } from 'lit';

export const storeGridStyles = css`
  :host {
    display: block;
    min-width: 0;
  }

  .head {
    overflow: hidden;
    scrollbar-gutter: stable;
    border-bottom: 1px solid var(--_line);
    color: var(--_muted);
    font-size: 12px;
    font-weight: 600;
  }

  .scroller {
    position: relative;
    min-height: 320px;
    max-height: max(320px, min(70vh, 640px));
    overflow: hidden auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    scrollbar-gutter: stable;
  }

  .content {
    position: relative;
  }

  .row {
    display: grid;
    grid-template-columns: 112px minmax(0, 1fr) minmax(0, 200px) minmax(0, 200px) 56px;
    align-items: center;
    height: 40px;
  }

  .row > * {
    min-width: 0;
    padding-inline: 16px 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .store {
    position: absolute;
    inset: 0 0 auto;
    border-bottom: 1px solid var(--_line);
    contain: strict;
    transition: background-color 120ms;
  }

  .store:hover {
    background: var(--_raised);
  }

  .store:focus-visible {
    outline-offset: -2px;
  }

  .code {
    font-variant-numeric: tabular-nums;
  }

  .store .code {
    font-weight: 600;
    font-size: 14px;
  }

  .store .branch,
  .store .remark {
    color: var(--_muted);
    font-size: 14px;
  }

  .store .remark strong {
    color: var(--_text);
    font-weight: 600;
  }

  .changed::before {
    position: absolute;
    inset: 0 auto 0 0;
    width: 3px;
    background: var(--_primary);
    content: '';
  }

  .closed > * {
    color: var(--_muted);
  }

  .check {
    display: flex;
    align-items: center;
    justify-content: center;
    align-self: stretch;
    padding: 0;
  }

  .row > .check {
    padding: 0;
    overflow: visible;
  }

  input {
    width: 18px;
    height: 18px;
    margin: 0;
    accent-color: var(--_primary);
    cursor: pointer;
  }

  input[aria-disabled='true'] {
    cursor: default;
    filter: grayscale(1);
    opacity: 0.7;
  }

  .store .check:not(:empty) {
    cursor: pointer;
  }

  .bones {
    position: absolute;
    inset: 0;
  }

  .bones .row {
    grid-template-columns: 1fr;
    padding-inline: 16px;
    border-bottom: 1px solid var(--_line);
  }

  .bone {
    width: 45%;
    height: 14px;
    padding: 0;
    border-radius: 4px;
    background: var(--_line);
  }

  .bones .row:nth-child(even) .bone {
    width: 60%;
  }

  .narrow .head .code,
  .narrow .head .branch,
  .narrow .head .remark {
    position: absolute;
    width: 1px;
    height: 1px;
    padding: 0;
    clip: rect(0 0 0 0);
  }

  .narrow .row {
    grid-template-areas: 'name name name check' 'code branch remark check';
    grid-template-rows: 30px 26px;
    grid-template-columns: max-content minmax(0, auto) minmax(max-content, 1fr) 56px;
    height: 56px;
  }

  .narrow .head .row {
    grid-template-areas: 'name check';
    grid-template-rows: 44px;
    grid-template-columns: minmax(0, 1fr) 56px;
    height: 44px;
  }

  .narrow .bones .row {
    grid-template: none;
  }

  .narrow .name {
    grid-area: name;
  }

  .narrow .store .name {
    align-self: end;
    font-weight: 600;
    /* However long, it leaves the columns under it alone. */
    contain: inline-size;
  }

  .narrow .store .code {
    grid-area: code;
    /* What tells stores apart is cut last, and leaves the remark its room. */
    max-width: 130px;
    font-weight: 400;
  }

  .narrow .store .branch {
    grid-area: branch;
  }

  .narrow .store .remark {
    grid-area: remark;
  }

  .narrow .store :is(.code, .branch, .remark) {
    align-self: start;
    color: var(--_muted);
    font-size: 14px;
    line-height: 20px;
  }

  .narrow .store :is(.branch, .remark) {
    padding-inline-start: 0;
  }

  .narrow .store :is(.branch, .remark > :not(.since))::before {
    white-space: pre;
    content: ' · ';
  }

  /* The checkbox says it, and there is no room for when. */
  .narrow .since {
    display: none;
  }

  .narrow .check {
    grid-area: check;
  }

  .narrow .store:not(.closed) {
    cursor: pointer;
  }

  .narrow input {
    width: 22px;
    height: 22px;
  }

  @media (forced-colors: active) {
    .changed::before {
      background: Highlight;
      forced-color-adjust: none;
    }

    .bone {
      background: GrayText;
      forced-color-adjust: none;
    }
  }

  @media print {
    .scroller {
      max-height: none;
      overflow: visible;
    }
  }
`;
