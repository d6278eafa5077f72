import type { BetaApp } from '@beta-app/core/contract';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { BetaAppForm, type BetaAppValues } from './beta-app-form.js';

export interface CopyValues extends BetaAppValues {
  applications: boolean;
  stores: boolean;
}

/** The form of a new beta app that begins with what another one has. */
export class CopyForm extends BetaAppForm<CopyValues> {
  static override styles = [
    ...BetaAppForm.styles,
    css`
      fieldset {
        display: flex;
        flex-direction: column;
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }

      legend {
        padding: 0;
      }

      .option {
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: 40px;
        cursor: pointer;
      }

      .option input {
        flex: none;
        width: 18px;
        height: 18px;
        margin: 0;
        accent-color: var(--_primary);
      }

      .source {
        color: var(--_muted);
        overflow-wrap: anywhere;
      }

      @container (max-width: 719.98px) {
        .option {
          min-height: 44px;
        }
      }
    `,
  ];

  /** What is copied. */
  @property({ attribute: false }) source: BetaApp | undefined;

  protected override renderFields(values: CopyValues): TemplateResult {
    const { copying } = this.language.words.lifeCycle;
    return html`<p class="source">${copying.from(this.source?.name ?? '')}</p>
      ${super.renderFields(values)} ${this.#choices(values)}`;
  }

  #choices(values: CopyValues): TemplateResult | typeof nothing {
    const { copying } = this.language.words.lifeCycle;
    const { applications = [], registeredStores = 0 } = this.source ?? {};
    const counts = { applications: applications.length, stores: registeredStores };
    const paths = (['applications', 'stores'] as const).filter((path) => counts[path] > 0);
    if (paths.length === 0) return nothing;
    return html`<fieldset>
      <legend class="label">${copying.what}</legend>
      ${paths.map(
        (path) =>
          html`<label class="option">
            <input
              type="checkbox"
              name=${path}
              .checked=${values[path]}
              @input=${({ target }: Event) =>
                this.change(path, { [path]: (target as HTMLInputElement).checked })}
            />
            <span>${copying[path](counts[path])}</span>
          </label>`,
      )}
    </fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-copy-form': CopyForm;
  }
}
