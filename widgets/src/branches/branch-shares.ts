import { css, html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type Words } from '../words/words.js';

/** How many of a branch's open stores are meant. */
export interface BranchShare {
  code: string;
  name: string;
  stores: number;
  openStores: number;
}

export interface BranchSharesView {
  shares: readonly BranchShare[];
  words: Words;
  /** The id of the heading that names the table. */
  labelledBy: string;
  /** The code of the branch that is marked. */
  chosen?: string | undefined;
  /** What stands for a branch: its name, with what it leads to. */
  branch: (share: BranchShare) => TemplateResult;
}

/** A table of branches, each with its count of stores in words, and as a bar beside them. */
export const branchShares = (view: BranchSharesView): TemplateResult =>
  html`<table class="shares" aria-labelledby=${view.labelledBy}>
    <thead>
      <tr>
        <th scope="col">${view.words.common.field.branch}</th>
        <th scope="col">${view.words.common.field.store}</th>
      </tr>
    </thead>
    <tbody>
      ${repeat(
        view.shares,
        ({ code }) => code,
        (share) => row(share, view),
      )}
    </tbody>
  </table>`;

function row(share: BranchShare, { words, branch, chosen }: BranchSharesView): TemplateResult {
  const { code, stores, openStores } = share;
  const percent = openStores === 0 ? 0 : (stores / openStores) * 100;
  return html`<tr class=${code === chosen ? 'chosen' : ''} data-branch=${code}>
    <th scope="row">${branch(share)}</th>
    <td>
      <span class="share"
        ><span class="figures">${words.stores.branch.stores(stores, openStores)}</span
        ><span class="share-bar" aria-hidden="true"
          ><span class="filled" .style=${`width:${percent}%`}></span></span
      ></span>
    </td>
  </tr>`;
}

export const branchSharesStyles = css`
  .shares th[scope='row'] {
    width: 40%;
    color: inherit;
    font-size: 15px;
    font-weight: 400;
    white-space: normal;
    overflow-wrap: anywhere;
  }

  .shares tbody tr > * {
    vertical-align: middle;
  }

  .shares tbody tr:last-child > * {
    border-bottom: 0;
  }

  .shares tr > :first-child {
    padding-inline-start: 16px;
  }

  .shares tr > :last-child {
    padding-inline-end: 16px;
  }

  /* As large as a button, in a row that is no higher for it. */
  .shares th :is(a, button) {
    display: block;
    margin-block: -8px;
    padding-block: 9px;
  }

  .share {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 16px;
  }

  .share .figures {
    flex: 1 0 152px;
  }

  .share-bar {
    flex: 100 1 120px;
    overflow: hidden;
    border: 1px solid var(--_control-line);
    border-radius: 5px;
  }

  /* Borders are seen on paper and in forced colours too, where fills aren't. */
  .filled {
    display: block;
    min-width: 2px;
    border-top: 8px solid var(--_control-line);
  }

  @container (max-width: 719.98px) {
    .shares th :is(a, button) {
      padding-block: 12px;
    }
  }
`;
