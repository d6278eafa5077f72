import { css, html, nothing, type TemplateResult } from 'lit';
import { dateField } from '../form/date-field.js';
import { DraftForm } from '../form/draft-form.js';
import { type FormField } from '../form/form-errors.js';
import { addDays, daysBetween } from '../format/days.js';

export interface ExtendValues {
  /** The last day as it is saved. */
  now: string;
  /** The new last day; empty until it is chosen. */
  endsOn: string;
}

const weeksLonger = [1, 2, 4] as const;

/** The dialog that takes a later last day of a beta app. */
export class ExtendForm extends DraftForm<ExtendValues> {
  static override styles = [
    ...DraftForm.styles,
    css`
      .quick {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }

      .quick [aria-pressed='true'] {
        border-color: var(--_link);
        box-shadow: inset 0 0 0 1px var(--_link);
      }

      .outcome {
        font-weight: 600;
      }
    `,
  ];

  protected override renderFields({ now, endsOn }: ExtendValues): TemplateResult {
    const { format, words } = this.language;
    const { common, lifeCycle } = words;
    const texts = lifeCycle.extending;
    return html`<p class="outcome" aria-live="polite">${this.#outcome(now, endsOn)}</p>
      <div class="quick" role="group" aria-label=${texts.quick}>
        ${weeksLonger.map((weeks, place) => {
          const day = addDays(now, weeks * 7);
          return html`<button
            type="button"
            class="button"
            ?autofocus=${place === 0}
            aria-pressed=${endsOn === day ? 'true' : 'false'}
            @click=${() => this.change('endsOn', { endsOn: day })}
          >
            ${texts.weeks(weeks)}
          </button>`;
        })}
      </div>
      ${dateField(
        {
          id: 'endsOn',
          name: 'endsOn',
          label: texts.endsOn,
          required: common.field.required,
          error: this.errors.of('endsOn'),
          value: endsOn,
          min: addDays(now, 1),
          onInput: this.onInput,
          more: nothing,
        },
        format,
      )}`;
  }

  protected override get saveLabel(): string {
    return this.language.words.lifeCycle.extending.save;
  }

  protected override fields(): FormField[] {
    const { words, format } = this.language;
    const { endsOn, later } = words.lifeCycle.extending;
    const tooEarly = later(format.date(this.draft?.values.now ?? ''));
    return [{ path: 'endsOn', label: endsOn, control: this.control('endsOn'), tooEarly }];
  }

  /** "Sekarang 31 Des 2026 → 14 Jan 2027, 14 hari lebih lama" */
  #outcome(now: string, endsOn: string): string {
    const { words, format } = this.language;
    const texts = words.lifeCycle.extending;
    if (endsOn <= now) return texts.now(format.date(now));
    return texts.outcome(format.date(now), format.date(endsOn), daysBetween(now, endsOn));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-extend-form': ExtendForm;
  }
}
