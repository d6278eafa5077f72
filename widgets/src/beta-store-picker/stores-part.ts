import type { HistoryEvent } from '@beta-app/core/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { type BranchCatalog } from '../branches/branch-catalog.js';
import { failureNote } from '../failure/failure-note.js';
import { type LanguageController } from '../language/language-controller.js';
import { waitingSign } from '../waiting/waiting-sign.js';
import { type Words } from '../words/words.js';
import { allBranches } from './branch-matches.js';
import { emptyText, headerLabel } from './list-labels.js';
import {
  changedElsewhereNote,
  elsewhereNote,
  emptyNote,
  skippedNote,
  widerNote,
} from './list-notes.js';
import { saveBar } from './save-bar.js';
import { type SkippedStores } from './saving-stores.js';
import { type ShownStores } from './shown-stores.js';
import { type ToldTicks } from './told-ticks.js';

export interface StoresPartView {
  shown: ShownStores;
  told: ToldTicks;
  language: LanguageController;
  narrow: boolean;
  /** Whether the stores can only be viewed. */
  readOnly: boolean;
  /** Whether another beta app is on its way. */
  leaving: boolean;
  /** Whether a save is running. */
  busy: boolean;
  /** What somebody else has changed since. */
  changed: HistoryEvent | undefined;
  /** What can be ticked in all branches as well. */
  wider: string | undefined;
  /** What the last save has left out, as it has joined what was selected since. */
  skipped: SkippedStores | undefined;
  onReload: () => void;
  onDiscard: () => void;
  /** The ticked stores that other beta apps hold are to be unticked. */
  onDropHeld: () => void;
  onSave: () => void;
  onTick: () => void;
  onTickAll: () => void;
  onTickEverywhere: () => void;
  onShowSkipped: () => void;
  onSearch: () => void;
}

/** What stands there while no branch is chosen. */
export const noBranch = (
  branches: BranchCatalog,
  words: Words,
  retry: () => Promise<void>,
): TemplateResult =>
  html`<section class="card part" aria-busy=${branches.waiting.active ? 'true' : 'false'}>
    ${waitingSign(branches.waiting, words)}
    ${
      branches.failure === undefined
        ? html`<p class="nothing">${words.stores.pickBranch}</p>`
        : failureNote(branches.failure, words, retry)
    }
  </section>`;

/** The list of stores with the bar above it. */
export function storesPart(view: StoresPartView): TemplateResult {
  const { shown, told, language, narrow, readOnly } = view;
  const { words } = language;
  const { branches, branchName, elsewhere, list } = shown;
  const { table, waiting, failure } = list;
  const label = words.stores.list(branchName);
  return html`<section
    class="card part list"
    aria-label=${label}
    aria-busy=${waiting.active ? 'true' : 'false'}
    ?inert=${view.leaving}
  >
    ${
      // The names of branches and their counts aren't missing without a word.
      branches.failure === undefined
        ? nothing
        : failureNote(branches.failure, words, () => shown.readBranches())
    }
    ${saveBar({
      text: told.text,
      ticks: table.ticks,
      narrow,
      readOnly,
      busy: view.busy,
      language,
      onDiscard: view.onDiscard,
      onDropHeld: view.onDropHeld,
      onSave: view.onSave,
    })}
    ${waitingSign(waiting, words)}
    <span class="visually-hidden" aria-live="polite">${told.spoken}</span>
    <div role="status">
      ${
        view.wider === undefined || readOnly
          ? nothing
          : widerNote(view.wider, view.onTickEverywhere)
      }
      ${
        view.changed === undefined
          ? nothing
          : changedElsewhereNote(view.changed, language, view.onReload)
      }
    </div>
    ${
      view.skipped === undefined
        ? nothing
        : skippedNote(view.skipped.stores, words, view.onShowSkipped)
    }
    ${failure === undefined ? nothing : failureNote(failure, words, () => list.refresh())}
    ${
      elsewhere === 0
        ? nothing
        : elsewhereNote(elsewhere, words, () => shown.chooseBranch(allBranches))
    }
    <beta-store-grid
      .table=${table}
      .branches=${branches}
      .label=${label}
      .rowCount=${shown.rowCount}
      .headerLabel=${headerLabel(shown.view, language)}
      .readOnly=${readOnly}
      .narrow=${narrow}
      .skeleton=${waiting.skeleton && !list.complete}
      ?hidden=${failure !== undefined && table.rows.length === 0}
      @tick=${view.onTick}
      @tick-all=${view.onTickAll}
      @search=${view.onSearch}
      >${list.complete && table.length === 0 ? inPlaceOfStores(view) : nothing}</beta-store-grid
    >
  </section>`;
}

function inPlaceOfStores({ shown, language }: StoresPartView): TemplateResult {
  const { view, branch, list } = shown;
  const isWider = branch !== allBranches && view.typed.trim() !== '';
  const text = emptyText(view, language, list.table.rows.length);
  const onAll = () => shown.chooseBranch(allBranches);
  return emptyNote(text, language.words, isWider ? onAll : undefined);
}
