import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../icons/icons.js';
import { busyIcon } from '../waiting/busy-icon.js';
import { type PagedList } from './paged-list.js';

/**
 * Reads the next page of a list by a press. Where the last page takes the button away, the focus goes on to the first
 * item that has come, found by its place.
 */
export function moreButton(
  list: PagedList<unknown>,
  text: string,
  itemAt: (place: number) => HTMLElement | null | undefined,
): TemplateResult | typeof nothing {
  if (!list.hasMore) return nothing;
  const read = async () => {
    const place = list.items.length;
    await list.more();
    if (list.failure === undefined && !list.hasMore) itemAt(place)?.focus();
  };
  return html`<button
    type="button"
    class="button more"
    aria-disabled=${list.readingMore ? 'true' : nothing}
    @click=${() => void read()}
  >
    ${busyIcon(icons.down, list.readingMore)}${text}
  </button>`;
}
