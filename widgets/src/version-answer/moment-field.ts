import { html, nothing, type TemplateResult } from 'lit';
import { openCalendar } from '../form/date-field.js';
import { fieldError } from '../form/labelled-field.js';
import { type Formats } from '../format/formats.js';
import { type WallClock } from '../format/zone-clock.js';
import { type Words } from '../words/words.js';
import { type MomentChoice, momentChoices } from './incident-moment.js';

/** A moment before this day is none that anybody looks up: a year that isn't typed to its end lies before it. */
const earliestDay = '2000-01-01';

export interface MomentField {
  choice: MomentChoice;
  clock: WallClock;
  /** What was given as the moment and can't be read. */
  unreadable: string | undefined;
  /** Whose clock it is: "Waktu toko (WITA)". */
  clockLabel: string;
  words: Words;
  format: Formats;
  onChoose: (choice: MomentChoice) => void;
  onClock: (clock: WallClock) => void;
  /** Enter was pressed in one of the fields. */
  onEnter: () => void;
}

/** "Waktu kejadian": quick choices, the last of which shows a date and a time. */
export function momentField(field: MomentField): TemplateResult {
  const { choice, words, onChoose } = field;
  const { versions } = words;
  return html`<fieldset class="field moment-field">
    <legend class="label">${versions.when}</legend>
    <div class="choices">
      ${momentChoices.map(
        (each) =>
          html`<label class="choice"
            ><input
              type="radio"
              name="moment"
              value=${each}
              .checked=${each === choice}
              @change=${() => onChoose(each)}
            /><span>${versions.quick[each]}</span></label
          >`,
      )}
    </div>
    ${choice === 'chosen' ? clockFields(field) : nothing}
  </fieldset>`;
}

function clockFields({
  clock,
  unreadable,
  clockLabel,
  words,
  format,
  onClock,
  onEnter,
}: MomentField): TemplateResult {
  const { versions } = words;
  const isInvalid = unreadable !== undefined;
  const error = isInvalid ? versions.unreadableMoment(unreadable) : undefined;
  const describedBy = isInvalid ? 'moment-error' : nothing;
  const read = (target: EventTarget | null, part: keyof WallClock) => {
    const { validity, value } = target as HTMLInputElement;
    onClock({ ...clock, [part]: validity.valid ? value : '' });
  };
  const onKeydown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    onEnter();
  };
  return html`<div class="clock" role="group" aria-labelledby="clock-label" @keydown=${onKeydown}>
    <span id="clock-label" class="label">${clockLabel}</span>
    <input
      id="date"
      class="input"
      type="date"
      aria-label=${versions.date}
      aria-describedby=${describedBy}
      aria-invalid=${isInvalid ? 'true' : nothing}
      min=${earliestDay}
      max="9999-12-31"
      .value=${clock.date}
      @input=${({ target }: Event) => read(target, 'date')}
      @click=${openCalendar}
    />
    <input
      id="time"
      class="input"
      type="time"
      aria-label=${versions.time}
      aria-describedby=${describedBy}
      aria-invalid=${isInvalid ? 'true' : nothing}
      .value=${clock.time}
      @input=${({ target }: Event) => read(target, 'time')}
    />
    <span class="hint" aria-live="polite"
      >${clock.date === '' ? '' : format.longDate(clock.date)}</span
    >
    ${fieldError('moment', error)}
  </div>`;
}
