import { html, type TemplateResult } from 'lit';
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
export const moves = ({ words, period, onMove, onToday }: MovesView): TemplateResult =>
  html`<div class="moves">
    <button type="button" id="back" class="button back" @click=${() => onMove(-1)}>
      ${icons.next}${words.timeline.back}
    </button>
    <button type="button" id="today" class="button" @click=${onToday}>
      ${words.timeline.today}
    </button>
    <button type="button" id="ahead" class="button" @click=${() => onMove(1)}>
      ${words.timeline.ahead}${icons.next}
    </button>
    <p class="period figures" role="status">${period}</p>
  </div>`;
