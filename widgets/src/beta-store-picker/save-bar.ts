import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../icons/icons.js';
import { type LanguageController } from '../language/language-controller.js';
import { busyIcon } from '../waiting/busy-icon.js';
import { type TickModel } from './tick-model.js';

export interface SaveBarView {
  /** What the list holds, or what was just done to it. */
  text: string;
  ticks: TickModel;
  narrow: boolean;
  readOnly: boolean;
  busy: boolean;
  language: LanguageController;
  onDiscard: () => void;
  onDropHeld: () => void;
  onSave: () => void;
}

/** The bar over the table: what is registered, what will change, and the buttons that save or take it back. */
export function saveBar(view: SaveBarView): TemplateResult {
  const { ticks, language } = view;
  const { common, stores } = language.words;
  const { number } = language.format;
  const { added, removed } = ticks.counts;
  const branches = ticks.countsByBranch.size;
  const pending = stores.pending(number(added), number(removed));
  return html`<div class="bar">
    <div class="counts figures">
      <span>${view.text}</span>
      ${
        ticks.hasChanges
          ? html`<strong class="pending"
              >${pending}${branches > 1 ? `, ${stores.inBranches(branches)}` : ''}</strong
            >`
          : nothing
      }
      ${heldTicks(ticks.heldTicks().length, view)}
    </div>
    ${
      view.readOnly && !ticks.hasChanges
        ? nothing
        : html`<div class="bar-buttons">
            ${
              ticks.hasChanges
                ? html`<button type="button" class="button" @click=${view.onDiscard}>
                    ${view.narrow ? stores.discardShort : common.button.discard}
                  </button>`
                : nothing
            }
            ${view.readOnly ? nothing : saveButton(view)}
          </div>`
    }
  </div>`;
}

const saveButton = ({ busy, language, onSave }: SaveBarView) =>
  html`<button
    type="button"
    id="save"
    class="button primary"
    aria-disabled=${busy ? 'true' : nothing}
    @click=${onSave}
  >
    ${busyIcon(icons.check, busy)}${language.words.common.button.saveChanges}
  </button>`;

/** How many of the ticked stores other beta apps hold, and the press that unticks those. */
function heldTicks(held: number, { language, onDropHeld }: SaveBarView) {
  if (held === 0) return nothing;
  const { held: texts } = language.words.stores;
  return html`<span class="held"
    >${icons.warning}${texts.count(held)}
    <button type="button" class="link" @click=${onDropHeld}>${texts.drop(held)}</button></span
  >`;
}
