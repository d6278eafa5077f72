import type { StoreVersion } from '@beta-app/core/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import {
  betaAppFact,
  channelFact,
  hasNotes,
  reasonFact,
  versionFact,
  type VersionsView,
} from './version-facts.js';

/** The versions of one store where there is room for a table. */
export function versionsTable(view: VersionsView): TemplateResult {
  const { column, list } = view.language.words.versions;
  return html`<table aria-label=${list(view.answer.code)}>
    <thead>
      <tr>
        <th scope="col">${column.application}</th>
        <th scope="col">${column.version}</th>
        <th scope="col">${column.channel}</th>
        <th scope="col">${column.betaApp}</th>
        <th scope="col">${column.reason}</th>
      </tr>
    </thead>
    <tbody>
      ${repeat(
        view.versions,
        ({ application }) => application.code,
        (version) => row(version, view),
      )}
    </tbody>
  </table>`;
}

function row(version: StoreVersion, view: VersionsView): TemplateResult {
  const { code, name } = version.application;
  return html`<tr class=${version.channel ?? nothing} data-application=${code}>
      <th scope="row" class="application-name">
        ${name ?? code}${name === null ? nothing : html` <span class="below">${code}</span>`}
      </th>
      <td>${versionFact(version, view)}</td>
      <td>${channelFact(version, view)}</td>
      <td>${betaAppFact(version, view)}</td>
      <td>${reasonFact(version, view)}</td>
    </tr>
    ${
      hasNotes(version)
        ? html`<tr id="notes-${code}" class="notes ${view.unfolded.has(code) ? '' : 'folded'}">
            <td colspan="5">${version.betaApp?.notes}</td>
          </tr>`
        : nothing
    }`;
}
