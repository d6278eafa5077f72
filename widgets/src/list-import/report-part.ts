import { html, nothing, type TemplateResult } from 'lit';
import { fieldError } from '../form/labelled-field.js';
import { icons } from '../icons/icons.js';
import { type LanguageController } from '../language/language-controller.js';
import { type LineGroup, lineGroups, refusedGroups } from './import-report.js';
import { type CheckedList } from './list-check.js';

/** Of longer groups the lines are folded. */
const unfolded = 10;

const refused: ReadonlySet<LineGroup> = new Set(refusedGroups);
const withRemarks: ReadonlySet<LineGroup> = new Set(['elsewhere', 'ambiguous', 'twice']);

export interface ReportPartView {
  checked: CheckedList;
  language: LanguageController;
  /** The groups that the user has folded or unfolded. */
  folds: ReadonlyMap<LineGroup, boolean>;
  leaveOut: boolean;
  /** Whether a save was tried that has to leave lines out. */
  leaveOutMissing: boolean;
  /** Whether it is saved by now. */
  done: boolean;
  onFold: (group: LineGroup, open: boolean) => void;
  onLeaveOut: (event: Event) => void;
  onSaveRefused: () => void;
}

/** What a list would do, in numbers, and what was read of it. */
export function reportSummary({ list, report }: CheckedList, { words }: LanguageController) {
  const { lists } = words;
  const { groups, refused: count, wishes } = report;
  const { column } = list;
  return html`<p class="summary">
      ${lists.summary(list.entries.length, groups.added.length, groups.removed.length, count)}
      ${wishes.size === 0 ? lists.noChanges : nothing}
    </p>
    ${
      column === undefined
        ? nothing
        : html`<p class="note">${lists.columnRead(column.number, column.heading)}</p>`
    }`;
}

/** The lines of a list by what becomes of them; once it is saved, those that nothing came of. */
export function reportPart(view: ReportPartView): TemplateResult {
  const { report } = view.checked;
  const isOver = (group: LineGroup) => view.done && (group === 'added' || group === 'removed');
  const shown = lineGroups.filter((group) => report.groups[group].length > 0 && !isOver(group));
  return html`
    <div class="groups" ?hidden=${shown.length === 0}>
      ${shown.map((group) => lines(group, view))}
    </div>
    ${report.refused === 0 ? nothing : afterRefused(view)}
  `;
}

function lines(group: LineGroup, { checked, language, folds, onFold }: ReportPartView) {
  const { lists } = language.words;
  const rows = checked.report.groups[group];
  const isOpen = folds.get(group) ?? rows.length <= unfolded;
  const isUnregistered = group === 'unchanged' && checked.report.mode === 'remove';
  const name = isUnregistered ? lists.notRegistered : lists.group[group];
  return html`<details
    class=${refused.has(group) ? 'refused' : ''}
    data-group=${group}
    .open=${isOpen}
    @toggle=${({ target }: Event) => onFold(group, (target as HTMLDetailsElement).open)}
  >
    <summary>${lists.count(name, rows.length)}</summary>
    ${
      isOpen
        ? html`<beta-import-lines
            .rows=${rows}
            .label=${name}
            ?plain=${!withRemarks.has(group)}
          ></beta-import-lines>`
        : nothing
    }
  </details>`;
}

function afterRefused(view: ReportPartView): TemplateResult {
  const { checked, language } = view;
  const { lists } = language.words;
  const { refused: count, wishes } = checked.report;
  const mayLeaveOut = wishes.size > 0 && !view.done;
  return html`<div class="after">
    ${
      mayLeaveOut
        ? html`<div class="leave-out">
            <label
              ><input
                id="leave-out"
                type="checkbox"
                .checked=${view.leaveOut}
                aria-describedby=${view.leaveOutMissing ? 'leave-out-error' : nothing}
                aria-invalid=${view.leaveOutMissing ? 'true' : nothing}
                @change=${view.onLeaveOut}
              />${lists.leaveOut(count)}</label
            >
            ${fieldError('leave-out', view.leaveOutMissing ? lists.leaveOutMissing : undefined)}
          </div>`
        : nothing
    }
    <button type="button" class="button" @click=${view.onSaveRefused}>
      ${icons.download}${lists.saveRefused}
    </button>
  </div>`;
}
