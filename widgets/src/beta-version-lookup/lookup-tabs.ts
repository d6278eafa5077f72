import { html, type TemplateResult } from 'lit';
import { type Words } from '../words/words.js';

const lookupTabs = ['one', 'many', 'version'] as const;
export type LookupTab = (typeof lookupTabs)[number];

/** "Satu toko", "Banyak toko" and "Toko per versi"; the arrow keys go from one to the next. */
export function tabList(
  chosen: LookupTab,
  words: Words,
  onChoose: (tab: LookupTab) => void,
): TemplateResult {
  const { tabs } = words.versions;
  const onKeydown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const step = event.key === 'ArrowRight' ? 1 : -1;
    const { length } = lookupTabs;
    const other = lookupTabs[(lookupTabs.indexOf(chosen) + step + length) % length] ?? chosen;
    onChoose(other);
    (event.currentTarget as Element).querySelector<HTMLElement>(`#tab-${other}`)?.focus();
  };
  return html`<div class="tabs" role="tablist" aria-label=${tabs.label} @keydown=${onKeydown}>
    ${lookupTabs.map(
      (tab) =>
        html`<button
          type="button"
          id="tab-${tab}"
          role="tab"
          aria-selected=${tab === chosen ? 'true' : 'false'}
          aria-controls="panel-${tab}"
          tabindex=${tab === chosen ? 0 : -1}
          @click=${() => onChoose(tab)}
        >
          ${tabs[tab]}
        </button>`,
    )}
  </div>`;
}
