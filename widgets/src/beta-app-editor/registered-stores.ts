import type { Branch } from '@beta-app/core/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { type BranchShare, branchShares } from '../branches/branch-shares.js';
import { failureNote } from '../failure/failure-note.js';
import { skeletonRows, waitingSign } from '../waiting/waiting-sign.js';
import { type Words } from '../words/words.js';
import { type CountedBranches } from './counted-branches.js';

export interface RegisteredStoresView {
  branches: CountedBranches;
  words: Words;
  /** Gives the address of a branch's stores, if the page has one. */
  addressOf: (branch: string) => string | undefined;
  onStores: (event: Event, branch: string) => void;
}

/** The branches whose stores are registered in a beta app, and how many of them. */
export function registeredStores(view: RegisteredStoresView): TemplateResult {
  const { branches, words } = view;
  const { waiting, failure, all } = branches;
  const shares = all?.filter(({ registered }) => registered > 0).map(shareOf);
  const { storesByBranch } = words.editor;
  return html`<div class="section-head">
      <h3 id="branches">${storesByBranch.title(shares?.length)}</h3>
    </div>
    <div class="card counted" aria-busy=${waiting.active ? 'true' : 'false'}>
      ${waitingSign(waiting, words)}
      ${failure === undefined ? nothing : failureNote(failure, words, () => branches.retry())}
      ${shares === undefined ? bones(view) : content(shares, view)}
    </div>`;
}

function bones({ branches: { waiting, failure } }: RegisteredStoresView) {
  if (failure !== undefined) return nothing;
  return html`<div class="share-bones" aria-hidden="true">
    ${
      waiting.skeleton
        ? html`<table>
            <tbody>
              ${skeletonRows(2, 3)}
            </tbody>
          </table>`
        : nothing
    }
  </div>`;
}

function content(shares: readonly BranchShare[], view: RegisteredStoresView): TemplateResult {
  const { branches, words, addressOf, onStores } = view;
  const { storesByBranch } = words.editor;
  if (shares.length === 0) return html`<p class="nothing">${storesByBranch.none}</p>`;
  const others = (branches.all?.length ?? 0) - shares.length;
  return html`${branchShares({
    shares,
    words,
    labelledBy: 'branches',
    branch: ({ code, name }) =>
      html`<a
        class="link"
        href=${addressOf(code) ?? '#'}
        @click=${(event: Event) => onStores(event, code)}
        >${name}</a
      >`,
  })}
  ${others === 0 ? nothing : html`<p class="other-branches">${storesByBranch.others(others)}</p>`}`;
}

const shareOf = ({ code, name, stores, registered }: Branch): BranchShare => ({
  code,
  name,
  stores: registered,
  openStores: stores,
});
