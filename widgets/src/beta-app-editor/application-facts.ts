import type { Application } from '@beta-app/core/contract';
import { css, html, type TemplateResult } from 'lit';
import { type Words } from '../words/words.js';

/** What is known of an application, as text in its form. */
export function applicationFacts(
  { code, name, productionVersion, description }: Application,
  { common, editor }: Words,
): TemplateResult {
  return html`<dl class="facts">
    <div>
      <dt>${common.field.code}</dt>
      <dd class="figures">${code}</dd>
    </div>
    <div>
      <dt>${editor.applicationName}</dt>
      <dd>${name}</dd>
    </div>
    <div>
      <dt>${common.field.productionVersion}</dt>
      <dd class=${productionVersion === null ? '' : 'version'}>
        ${productionVersion ?? editor.noVersion}
      </dd>
    </div>
    <div class="wide">
      <dt>${editor.description}</dt>
      <dd>${description || '–'}</dd>
    </div>
  </dl>`;
}

export const applicationFactsStyles = css`
  .facts {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 12px 16px;
    padding: 12px 16px;
    border-radius: var(--_radius);
    background: var(--_raised);
  }

  .facts .wide {
    grid-column: 1 / -1;
  }

  @container (max-width: 479.98px) {
    .facts {
      grid-template-columns: 1fr 1fr;
    }
  }
`;
