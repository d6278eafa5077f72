import type { BetaAppApplication } from '@beta-app/core/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icons } from '../icons/icons.js';
import { type Words } from '../words/words.js';

export interface ApplicationsView {
  applications: readonly BetaAppApplication[];
  words: Words;
  /** Whether they can only be viewed. */
  readOnly: boolean;
  onAdd: () => void;
  onEdit: (application: BetaAppApplication) => void;
  onRemove: (application: BetaAppApplication) => void;
}

/** The applications of a beta app: a table where there is room, cards where there isn't. */
export function applicationsTable(view: ApplicationsView): TemplateResult {
  const { applications, words, readOnly } = view;
  const { field, button } = words.common;
  return html`<div class="section-head">
      <h3 id="applications">${words.editor.applications(applications.length)}</h3>
      ${
        readOnly
          ? nothing
          : html`<button
              type="button"
              class="button outlined"
              id="add-application"
              @click=${view.onAdd}
            >
              ${icons.add}${button.addApplication}
            </button>`
      }
    </div>
    ${
      applications.length === 0
        ? html`<p class="card nothing">${words.editor.noApplications}</p>`
        : html`<div class="card rows">
            <table aria-labelledby="applications">
              <thead>
                <tr>
                  <th scope="col">${field.code}</th>
                  <th scope="col">${field.application}</th>
                  <th scope="col">${field.productionVersion}</th>
                  <th scope="col">${field.betaVersion}</th>
                  <th scope="col">${field.notes}</th>
                  ${readOnly ? nothing : html`<th scope="col">${field.actions}</th>`}
                </tr>
              </thead>
              <tbody>
                ${repeat(
                  applications,
                  ({ code }) => code,
                  (application) => row(application, view),
                )}
              </tbody>
            </table>
          </div>`
    }`;
}

function row(application: BetaAppApplication, view: ApplicationsView): TemplateResult {
  const { code, name, productionVersion, version, notes } = application;
  const { editor, common } = view.words;
  return html`<tr>
    <td class="code figures">${code}</td>
    <td class="name">${name}</td>
    <td class="production">
      ${
        productionVersion === null
          ? html`<span class="hint">${editor.noVersion}</span>`
          : html`<span class="production-version">${productionVersion}</span>`
      }
      <span class="arrow" aria-hidden="true">→</span>
    </td>
    <td class="beta version">${version}</td>
    <td class="notes ${notes === '' ? 'none' : ''}">
      ${
        notes === ''
          ? '–'
          : html`<beta-long-text
              .text=${notes}
              more-label=${editor.showMore}
              less-label=${editor.showLess}
            ></beta-long-text>`
      }
    </td>
    ${
      view.readOnly
        ? nothing
        : html`<td class="row-actions">
            <div>
              <button
                type="button"
                class="button small"
                aria-label=${editor.named.edit(name)}
                @click=${() => view.onEdit(application)}
              >
                ${common.button.edit}
              </button>
              <button
                type="button"
                class="button small removes"
                data-remove=${code}
                aria-label=${editor.named.remove(name)}
                @click=${() => view.onRemove(application)}
              >
                ${common.button.remove}
              </button>
            </div>
          </td>`
    }
  </tr>`;
}
