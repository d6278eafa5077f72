import { html, nothing, type TemplateResult } from 'lit';
import { branchShares } from '../branches/branch-shares.js';
import { icons } from '../icons/icons.js';
import { type Words } from '../words/words.js';
import { allBranches } from './branch-matches.js';
import { type ShownStores } from './shown-stores.js';

/** How many of the registered stores each branch has, while those of all branches are shown. */
export function registeredBranches(
  { branch, filter, branches, isCounted }: ShownStores,
  words: Words,
  onBranch: (code: string) => void,
): TemplateResult | typeof nothing {
  if (branch !== allBranches || filter !== 'registered' || !isCounted) return nothing;
  const counted = branches.all.filter(({ registered }) => registered > 0);
  if (counted.length === 0) return nothing;
  return html`<details class="card by-branch" open>
    <summary id="by-branch">
      ${words.editor.storesByBranch.title(counted.length)}${icons.down}
    </summary>
    <div class="branch-list">
      ${branchShares({
        shares: counted.map(({ code, name, stores, registered }) => ({
          code,
          name,
          stores: registered,
          openStores: stores,
        })),
        words,
        labelledBy: 'by-branch',
        branch: ({ code, name }) =>
          html`<button type="button" class="link" @click=${() => onBranch(code)}>${name}</button>`,
      })}
    </div>
  </details>`;
}
