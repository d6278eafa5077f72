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
    /* Its greatest height is what ScrollWindow's #height begins with. */
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
    grid-template-columns:
      var(--_code-width) minmax(140px, 1fr) minmax(0, 160px) minmax(0, 200px)
      56px;
    align-items: center;
    height: 40px;
  }

  .long-codes .store {
    height: 48px;
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

  /* Two lines fit into a row. */
  .grid:not(.narrow) .store > :not(.check) {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    line-height: 18px;
    white-space: normal;
    overflow-wrap: anywhere;
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
    word-break: break-all;
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

  .mark {
    position: relative;
    display: flex;
    align-items: center;
    gap: 6px;
    max-width: 100%;
    padding: 0;
    border: 0;
    background: none;
    color: var(--bs-warning-text-emphasis, #664d03);
    font: inherit;
    line-height: 18px;
    text-align: start;
    cursor: pointer;
  }

  .mark > span {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    overflow: hidden;
    text-decoration: underline;
    text-underline-offset: 2px;
    white-space: normal;
    overflow-wrap: anywhere;
  }

  strong + .mark > span,
  .narrow .mark > span {
    -webkit-line-clamp: 1;
    line-clamp: 1;
    word-break: break-all;
  }

  /* Where it can be pressed. */
  .mark::after {
    position: absolute;
    inset: -7px 0;
    content: '';
  }

  strong + .mark::after {
    inset: -12px 0 -2px;
  }

  .grid:not(.narrow) .store > .remark.marked {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    align-self: stretch;
    justify-content: center;
  }

  .opened {
    contain: layout;
  }

  /* Under its row, which stays as high as all others. */
  .holders {
    position: absolute;
    inset: 100% 0 auto;
    padding: 8px 16px;
    border-bottom: 1px solid var(--_line);
    background: var(--_raised);
    color: var(--_text);
    line-height: 20px;
    list-style: none;
    white-space: normal;
    overflow-wrap: anywhere;
    cursor: auto;
  }

  .holders li + li {
    margin-top: 4px;
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

  /* Dark colour schemes have a line that is hardly seen. */
  @media (forced-colors: none) {
    input:indeterminate {
      appearance: none;
      border-radius: 3px;
      background: linear-gradient(var(--_primary-text) 0 0) center / 56% 2px no-repeat
        var(--_primary);
    }
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
  .narrow .head .remark,
  /* The only branch there is would be cut short. */
  .narrow.one-branch:not(.long-codes) .store:is(.changed, .closed, .held) .branch {
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

  .narrow .store :is(.branch, .remark > :not(.since, .holders))::before {
    white-space: pre;
    content: ' · ';
  }

  .narrow .held {
    grid-template-columns: max-content minmax(0, max-content) minmax(130px, 1fr) 56px;
  }

  .narrow .store .remark.marked {
    overflow: visible;
  }

  /* The bar at its side says that it is changed. */
  .narrow .held .remark > strong {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip: rect(0 0 0 0);
  }

  .narrow .mark {
    gap: 4px;
    line-height: 20px;
  }

  .narrow .mark::after {
    inset: -18px 0 -6px;
  }

  .narrow.long-codes .store {
    grid-template-areas: 'name name check' 'code code check' 'branch remark check';
    grid-template-rows: auto;
    grid-template-columns: minmax(0, auto) minmax(max-content, 1fr) 56px;
    align-content: center;
    height: 88px;
  }

  .narrow.long-codes .held {
    grid-template-columns: minmax(0, max-content) minmax(130px, 1fr) 56px;
  }

  .narrow.long-codes .store .code {
    line-height: 18px;
    white-space: normal;
    contain: inline-size;
  }

  .narrow.long-codes .store .branch {
    padding-inline-start: 16px;
  }

  .narrow.long-codes .store .branch::before {
    content: none;
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
