import { html, nothing, type TemplateResult } from 'lit';
import { openCalendar } from '../form/date-field.js';
import { labelledField } from '../form/labelled-field.js';
import { icons } from '../icons/icons.js';
import { type LanguageController } from '../language/language-controller.js';
import { type HistoryFilter, type HistoryFilters } from './history-filters.js';
import { type HistorySubject } from './history-subject.js';

export interface FilterFieldsView {
  filters: HistoryFilters;
  subject: HistorySubject;
  language: LanguageController;
  /** The code of a store that nobody knows. */
  unknownStore: string | undefined;
  /** Whether they are unfolded, where it is narrow. */
  open: boolean;
  onToggle: () => void;
  onClear: () => void;
}

/** What happens to a store: it has no details. */
const actionsOfStores = ['save_stores', 'sync_directory'] as const;

/** What narrows a history: one row where it is wide, folded under a button where it is narrow. */
export function filterFields(view: FilterFieldsView): TemplateResult {
  const { filters, subject, open } = view;
  const { history, common } = view.language.words;
  const actions = Object.entries(history.action).filter(
    ([action]) => subject.kind === 'beta-app' || actionsOfStores.some((each) => each === action),
  );
  const applications = subject.applications.map(({ code, name }) => [code, `${code} ${name}`]);
  return html`<div class="filters">
    <button
      type="button"
      class="button toggle begin"
      aria-expanded=${open ? 'true' : 'false'}
      aria-controls="filters"
      @click=${view.onToggle}
    >
      ${icons.filter}${history.filter.open(filters.count)}
    </button>
    <div
      id="filters"
      class="fields ${open ? 'open' : ''}"
      role="group"
      aria-label=${history.filter.label}
    >
      ${choice('action', history.filter.action, actions, view)}
      ${choice('application', common.field.application, applications, view)}
      ${subject.kind === 'store' ? nothing : storeField(view)} ${actorField(view)}
      ${dayField('from', history.filter.from, view)} ${dayField('to', history.filter.to, view)}
      ${filters.count === 0 ? nothing : clearButton(view)}
    </div>
  </div>`;
}

/** Takes all filters away. */
export const clearButton = ({
  language,
  onClear,
}: Pick<FilterFieldsView, 'language' | 'onClear'>): TemplateResult =>
  html`<button type="button" class="button clear" @click=${onClear}>
    ${icons.close}${language.words.history.filter.clear}
  </button>`;

function choice(
  filter: HistoryFilter,
  label: string,
  options: readonly (readonly string[])[],
  { filters, language }: FilterFieldsView,
) {
  const chosen = filters.values[filter];
  return labelledField({
    id: filter,
    label,
    control: () =>
      html`<select
        id=${filter}
        class="input ${filter === 'action' ? 'begin' : ''}"
        @change=${setting(filters, filter)}
      >
        <option value="" .selected=${chosen === ''}>${language.words.history.filter.all}</option>
        ${options.map(
          ([value = '', text = '']) =>
            html`<option value=${value} .selected=${value === chosen}>${text}</option>`,
        )}
      </select>`,
  });
}

function storeField({ filters, language, unknownStore }: FilterFieldsView) {
  const { filter } = language.words.history;
  const onChange = setting(filters, 'store');
  return labelledField({
    id: 'store',
    label: filter.store,
    error: unknownStore === undefined ? undefined : filter.unknownStore(unknownStore),
    control: ({ describedBy, invalid }) =>
      html`<input
        id="store"
        class="input"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        maxlength="32"
        .value=${filters.values.store}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        @change=${onChange}
      />`,
  });
}

function actorField({ filters, language }: FilterFieldsView) {
  return labelledField({
    id: 'actor',
    label: language.words.history.filter.actor,
    control: () =>
      html`<input
        id="actor"
        class="input"
        autocomplete="off"
        maxlength="200"
        .value=${filters.actor.text}
        @input=${({ target }: Event) => filters.actor.type((target as HTMLInputElement).value)}
      />`,
  });
}

function dayField(filter: 'from' | 'to', label: string, { filters, language }: FilterFieldsView) {
  const { words, format } = language;
  const day = filters.values[filter];
  const isWrong = filter === 'to' && filters.isReversed;
  return labelledField({
    id: filter,
    label,
    error: isWrong ? words.history.filter.endBeforeStart : undefined,
    hint: html`<span aria-live="polite">${day === '' ? '' : format.longDate(day)}</span>`,
    control: ({ describedBy, invalid }) =>
      html`<input
        id=${filter}
        class="input"
        type="date"
        max="9999-12-31"
        .value=${day}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        @change=${setting(filters, filter)}
        @click=${openCalendar}
      />`,
  });
}

const setting =
  (filters: HistoryFilters, filter: HistoryFilter) =>
  ({ target }: Event): void =>
    filters.set(filter, (target as HTMLInputElement | HTMLSelectElement).value);
