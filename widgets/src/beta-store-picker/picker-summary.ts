import type { BetaApp } from '@beta-app/core/contract';
import { html, type TemplateResult } from 'lit';
import { type LanguageController } from '../language/language-controller.js';
import { stateBadge } from '../styles/state-badge.js';

/** What beta app it is: one line, folded up where it is narrow. */
export function pickerSummary(
  betaApp: BetaApp,
  narrow: boolean,
  language: LanguageController,
): TemplateResult {
  const { words, format } = language;
  const badge = stateBadge(betaApp.state, words);
  if (!narrow) {
    return html`<div class="summary">${badge}${facts(betaApp, language)}</div>`;
  }
  return html`<details class="summary">
    <summary>
      ${badge}<span class="figures">${format.period(betaApp.startsOn, betaApp.endsOn)}</span
      ><span class="unfold">${words.stores.details}</span>
    </summary>
    ${facts(betaApp, language)}
  </details>`;
}

function facts(betaApp: BetaApp, { words, format }: LanguageController): TemplateResult {
  const { field } = words.common;
  const { applications, owner } = betaApp;
  return html`<dl>
    <div>
      <dt>${field.period}</dt>
      <dd class="figures">${format.period(betaApp.startsOn, betaApp.endsOn)}</dd>
    </div>
    <div>
      <dt>${field.owner}</dt>
      <dd>${owner.name}</dd>
    </div>
    <div>
      <dt>${field.nik}</dt>
      <dd class="figures">${owner.nik}</dd>
    </div>
    <div class="applications">
      <dt>${field.application}</dt>
      <dd>
        ${
          applications.length === 0
            ? words.stores.noApplications
            : applications.map(
                ({ code, name, version }) =>
                  html`<span class="application" title=${name}
                    >${code} <span class="version">${version}</span></span
                  >`,
              )
        }
      </dd>
    </div>
  </dl>`;
}
