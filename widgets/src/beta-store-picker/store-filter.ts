import { html, type TemplateResult } from 'lit';
import { type Words } from '../words/words.js';
import { type StoreFilter, storeFilters } from './store-table.js';

export interface StoreFilterView {
  filter: StoreFilter;
  narrow: boolean;
  words: Words;
  onFilter: (filter: StoreFilter) => void;
}

/** Which stores to show: a row of choices, or a select where it is narrow. */
export function storeFilter({ filter, narrow, words, onFilter }: StoreFilterView): TemplateResult {
  const texts = words.stores;
  if (narrow) {
    const onChange = ({ target }: Event) => {
      const chosen = storeFilters.find((each) => each === (target as HTMLSelectElement).value);
      if (chosen !== undefined) onFilter(chosen);
    };
    return html`<div class="field">
      <label class="label" for="filter">${texts.show}</label>
      <select id="filter" class="input" @change=${onChange}>
        ${storeFilters.map(
          (each) =>
            html`<option value=${each} .selected=${each === filter}>${texts.filter[each]}</option>`,
        )}
      </select>
    </div>`;
  }
  return html`<fieldset class="field">
    <legend class="label">${texts.show}</legend>
    <div class="choices">
      ${storeFilters.map(
        (each) =>
          html`<label class="choice">
            <input
              type="radio"
              name="filter"
              value=${each}
              .checked=${each === filter}
              @change=${() => onFilter(each)}
            />
            <span>${texts.filter[each]}</span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}
