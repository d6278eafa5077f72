import { html, nothing, type TemplateResult } from 'lit';
import { describeFailure } from '../failure/failure.js';
import { icons } from '../icons/icons.js';
import { skeletonRows, waitingSign } from '../waiting/waiting-sign.js';
import { type Words } from '../words/words.js';
import { type PagedList } from './paged-list.js';

export interface ListResults<Item> {
  list: PagedList<Item>;
  words: Words;
  /** The table's name for screen readers. */
  label: string;
  columns: readonly string[];
  row: (item: Item) => TemplateResult;
  /** "41 beta-app" */
  count: (total: number) => string;
  /** What stands there in place of no rows. */
  empty: () => TemplateResult;
}

/** How near the end of the scroller the next page is read. */
const readAheadPx = 400;

/** The table of a list in a dialog, its count, and its signs of waiting, of nothing and of failure. */
export function listResults<Item>(results: ListResults<Item>): TemplateResult {
  const { list, words } = results;
  const { items, total, waiting } = list;
  const onScroll = ({ currentTarget }: Event) => {
    const { scrollTop, clientHeight, scrollHeight } = currentTarget as HTMLElement;
    if (scrollHeight - scrollTop - clientHeight < readAheadPx) void list.more();
  };
  const first = total === undefined;
  const showsTable = items.length > 0 || (first && waiting.skeleton);
  return html`<div class="results" aria-busy=${waiting.active ? 'true' : 'false'}>
      ${waitingSign(waiting, words)}
      <div class="scroller" @scroll=${onScroll}>
        ${
          showsTable
            ? html`<table aria-label=${results.label}>
                <thead>
                  <tr>
                    ${results.columns.map((column) => html`<th scope="col">${column}</th>`)}
                  </tr>
                </thead>
                <tbody>
                  ${first ? skeletonRows(results.columns.length, 8) : items.map(results.row)}
                </tbody>
              </table>`
            : nothing
        }
        ${
          total === 0 && list.failure === undefined
            ? html`<div class="message">${results.empty()}</div>`
            : nothing
        }
        ${failureMessage(list, words)}
      </div>
    </div>
    <div class="count" aria-live="polite">
      ${total === undefined ? nothing : results.count(total)}
    </div>`;
}

function failureMessage(list: PagedList<unknown>, words: Words) {
  if (list.failure === undefined) return nothing;
  return html`<div class="message" role="alert">
    <p>${describeFailure(list.failure, words).message}</p>
    <button type="button" class="button" @click=${() => void list.retry()}>
      ${icons.retry}${words.common.button.retry}
    </button>
  </div>`;
}
