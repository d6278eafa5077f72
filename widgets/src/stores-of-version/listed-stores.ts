import { html, nothing, type TemplateResult } from 'lit';
import { failureNote } from '../failure/failure-note.js';
import { waitingSign } from '../waiting/waiting-sign.js';
import { type Words } from '../words/words.js';
import { type VersionStores } from './version-stores.js';

export interface ListedStoresView {
  stores: VersionStores;
  words: Words;
  narrow: boolean;
  /** Gives the address of the page with a beta app; undefined where there is no such page. */
  addressOf: (betaAppId: number) => string | undefined;
  /** What stands there until the first stores have come. */
  bones: (shown: boolean) => TemplateResult;
  /** Lists the stores of all branches again. */
  onAll: () => void;
}

/** The list of the stores that run a version, all or those of one branch. */
export function listedStores(view: ListedStoresView): TemplateResult {
  const { stores, words } = view;
  const { list, branch, total } = stores;
  const heading = words.versions.byVersion.list(total, branch?.name);
  return html`<div class="listed" aria-busy=${list.waiting.active ? 'true' : 'false'}>
    ${waitingSign(list.waiting, words)}
    <div class="list-head">
      <h3>${heading}</h3>
      ${
        branch === undefined
          ? nothing
          : html`<button type="button" class="link" @click=${view.onAll}>
              ${words.stores.showAllBranches}
            </button>`
      }
    </div>
    ${list.items.length > 0 ? table(heading, view) : nothing}
    ${
      list.failure === undefined
        ? list.items.length > 0
          ? nothing
          : view.bones(list.waiting.skeleton)
        : failureNote(list.failure, words, () => list.retry())
    }
  </div>`;
}

function table(heading: string, { stores, words, narrow, addressOf }: ListedStoresView) {
  const { list, total } = stores;
  const missing = total - list.items.length;
  const onNearEnd = () => {
    if (list.failure === undefined) void list.more();
  };
  return html`<beta-version-stores
      .rows=${list.items}
      .total=${total}
      .narrow=${narrow}
      .label=${heading}
      .addressOf=${addressOf}
      @near-end=${onNearEnd}
    ></beta-version-stores>
    ${missing > 0 ? html`<p class="missing">${words.versions.byVersion.missing(missing)}</p>` : nothing}`;
}
