import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../icons/icons.js';
import { type Words } from '../words/words.js';
import { type TimelineZoom, timelineZooms } from './shown-days.js';

/** How the beta apps are shown. */
export type TimelineView = 'chart' | 'table';

export const timelineViews = ['chart', 'table'] as const satisfies readonly TimelineView[];

export interface MovesView {
  words: Words;
  /** The days that are shown, in words. */
  period: string;
  /** Whether there are days before those, or after them. */
  goesOn: (by: 1 | -1) => boolean;
  onMove: (by: 1 | -1) => void;
  onToday: () => void;
}

/** How much is shown at once. */
export const zoomField = (
  chosen: TimelineZoom,
  { timeline }: Words,
  onChoose: (zoom: TimelineZoom) => void,
): TemplateResult =>
  choices('zoom', timeline.zoom, timelineZooms, timeline.zooms, chosen, onChoose);

/** Bars, or a table. */
export const viewField = (
  chosen: TimelineView,
  { timeline }: Words,
  onChoose: (view: TimelineView) => void,
): TemplateResult =>
  choices('view', timeline.view, timelineViews, timeline.views, chosen, onChoose);

function choices<Choice extends string>(
  name: string,
  legend: string,
  all: readonly Choice[],
  texts: Readonly<Record<Choice, string>>,
  chosen: Choice,
  onChoose: (choice: Choice) => void,
): TemplateResult {
  return html`<fieldset class="field">
    <legend class="label">${legend}</legend>
    <div class="choices">
      ${all.map(
        (choice) =>
          html`<label class="choice">
            <input
              type="radio"
              name=${name}
              value=${choice}
              .checked=${choice === chosen}
              @change=${() => onChoose(choice)}
            />
            <span>${texts[choice]}</span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}

/** The days that are shown, and the buttons that go to others. */
export function moves({ words, period, goesOn, onMove, onToday }: MovesView): TemplateResult {
  const { timeline } = words;
  const move = (id: string, by: 1 | -1, content: TemplateResult) =>
    html`<button
      type="button"
      id=${id}
      class="button ${id}"
      aria-disabled=${goesOn(by) ? nothing : 'true'}
      @click=${() => {
        if (goesOn(by)) onMove(by);
      }}
    >
      ${content}
    </button>`;
  return html`<div class="moves">
    ${move('back', -1, html`${icons.next}${timeline.back}`)}
    <button type="button" id="today" class="button" @click=${onToday}>${timeline.today}</button>
    ${move('ahead', 1, html`${timeline.ahead}${icons.next}`)}
    <p class="period figures" role="status">${period}</p>
  </div>`;
}
