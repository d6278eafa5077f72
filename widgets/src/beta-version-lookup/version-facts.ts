import type { StoreVersion } from '@beta-app/core/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../icons/icons.js';
import { type LanguageController } from '../language/language-controller.js';
import { channelBadge } from '../version-answer/channel-badge.js';
import { changeText, shortMoment } from '../version-answer/moment-text.js';
import { reasonText } from '../version-answer/reason-text.js';
import { type KnownAnswer } from '../version-answer/store-answer.js';
import { recentChange } from '../version-answer/version-order.js';

/** What tables and cards need to show versions. */
export interface VersionsView {
  answer: KnownAnswer;
  /** In the order in which they are shown. */
  versions: readonly StoreVersion[];
  language: LanguageController;
  /** Gives the address of the page with a beta app; undefined where there is no such page. */
  addressOf: (betaAppId: number) => string | undefined;
  /** The codes of the applications whose notes are shown. */
  unfolded: ReadonlySet<string>;
  onNotes: (code: string) => void;
  /** Asks which stores run a version of an application. */
  onVersion: (application: string, version: string) => void;
}

/** The version, and the one that it took the place of within the last 24 hours. */
export function versionFact(version: StoreVersion, view: VersionsView): TemplateResult {
  const { answer, language } = view;
  const { versions } = language.words;
  const change = recentChange(version, answer.moment);
  const where = { zone: answer.store.timeZone, moment: answer.moment };
  return html`${
    version.version === null
      ? html`<span class="none">${versions.unknownVersion}</span>`
      : versionText(version, version.version, view)
  }
  ${
    change === undefined
      ? nothing
      : html`<span class="until"
          >${versions.until(shortMoment(change.since, where, language), change.previous)}</span
        >`
  }`;
}

/** Of a beta version one asks who else has it; the one in production is everybody's. */
function versionText(
  { application, channel }: StoreVersion,
  version: string,
  { language, onVersion }: VersionsView,
): TemplateResult {
  if (channel !== 'beta') return html`<span class="version">${version}</span>`;
  const { code, name } = application;
  return html`<button
    type="button"
    class="link"
    aria-label=${language.words.versions.byVersion.storesOf(name ?? code, version)}
    @click=${() => onVersion(code, version)}
  >
    <span class="version">${version}</span>
  </button>`;
}

/** "◆ Beta" or "Produksi". */
export function channelFact(
  { channel }: StoreVersion,
  { language }: Pick<VersionsView, 'language'>,
): TemplateResult {
  if (channel === null) return html`<span class="none">–</span>`;
  return channelBadge(channel, language.words);
}

/** The beta app's name, period, owner and NIK. */
export function betaAppFact({ betaApp }: StoreVersion, view: VersionsView): TemplateResult {
  if (betaApp === null) return html`<span class="none">–</span>`;
  const { id, name, startsOn, endsOn, owner } = betaApp;
  const address = view.addressOf(id);
  return html`${
      address === undefined
        ? html`<span class="beta-app">${name}</span>`
        : html`<a class="link beta-app" href=${address}>${name}</a>`
    }
    <span class="below">${view.language.format.period(startsOn, endsOn)}</span>
    <span class="below">${owner.name} (<span class="figures">${owner.nik}</span>)</span>`;
}

/** Why, with a flag on what has just changed, and the button for the notes. */
export function reasonFact(version: StoreVersion, view: VersionsView): TemplateResult {
  const { answer, language } = view;
  const change = recentChange(version, answer.moment);
  return html`${
      change === undefined
        ? nothing
        : html`<span class="changed"
            >${icons.flag}<span
              >${changeText(change, answer.at === undefined, language)}</span
            ></span
          >`
    }
    <span>${reasonText(version, answer.store.timeZone, language)}</span>
    ${notesButton(version, view)}`;
}

function notesButton(version: StoreVersion, view: VersionsView): TemplateResult | typeof nothing {
  if (!hasNotes(version)) return nothing;
  const { code, name } = version.application;
  const { versions } = view.language.words;
  return html`<button
    type="button"
    class="link notes-button"
    aria-label=${versions.notesOf(name ?? code)}
    aria-expanded=${view.unfolded.has(code) ? 'true' : 'false'}
    aria-controls="notes-${code}"
    @click=${() => view.onNotes(code)}
  >
    ${versions.notes}
  </button>`;
}

/** Whether there are notes on the beta version that the store runs. */
export const hasNotes = ({ channel, betaApp }: StoreVersion): boolean =>
  channel === 'beta' && betaApp !== null && betaApp.notes !== '';
