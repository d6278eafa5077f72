import type { PausedStores } from '@beta-app/core/contract';
import { css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { DraftForm } from '../form/draft-form.js';
import { type FormField } from '../form/form-errors.js';

export interface PauseValues {
  stores: PausedStores;
}

const choices = ['keep', 'drop'] as const;

/** The dialog that asks what a pause does with the stores, and says what follows from it. */
export class PauseForm extends DraftForm<PauseValues> {
  static override styles = [
    ...DraftForm.styles,
    css`
      fieldset {
        display: flex;
        flex-direction: column;
        gap: 8px;
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }

      legend {
        margin-bottom: 8px;
        padding: 0;
      }

      .option {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 4px 12px;
        padding: 12px 16px;
        border: 1px solid var(--_control-line);
        border-radius: var(--_radius);
        cursor: pointer;
      }

      .option.chosen {
        border-color: var(--_link);
        box-shadow: inset 0 0 0 1px var(--_link);
      }

      .option:hover {
        background: var(--_raised);
      }

      .option input {
        width: 18px;
        height: 18px;
        margin: 3px 0 0;
        accent-color: var(--_primary);
      }

      .option .hint {
        grid-column: 2;
      }
    `,
  ];

  /** How many stores it concerns. */
  @property({ attribute: false }) stores = 0;

  protected override renderFields(values: PauseValues): TemplateResult {
    const texts = this.language.words.lifeCycle.pausing;
    return html`<fieldset>
      <legend class="label">${texts.stores}</legend>
      ${choices.map((choice) => {
        const chosen = values.stores === choice;
        return html`<label class="option ${chosen ? 'chosen' : ''}">
          <input
            type="radio"
            name="stores"
            value=${choice}
            .checked=${chosen}
            ?autofocus=${chosen}
            aria-labelledby=${choice}
            aria-describedby="${choice}-means"
            @input=${this.onInput}
          />
          <span id=${choice}>${texts[choice]}</span>
          <span class="hint" id="${choice}-means">
            ${choice === 'keep' ? texts.keepMeans(this.stores) : texts.dropMeans(this.stores)}
          </span>
        </label>`;
      })}
    </fieldset>`;
  }

  protected override get saveLabel(): string {
    return this.language.words.lifeCycle.pausing.save;
  }

  /** A choice is always made. */
  protected override fields(): FormField[] {
    return [];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-pause-form': PauseForm;
  }
}
