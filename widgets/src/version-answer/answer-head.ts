import type { StoreVersion, TimeZone } from '@beta-app/core/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { dayIn } from '../format/days.js';
import { zoneLetters } from '../format/zone-letters.js';
import { icons } from '../icons/icons.js';
import { type LanguageController } from '../language/language-controller.js';
import { type AnsweredMoment, type KnownAnswer } from './store-answer.js';

/** Which store, of which moment, and the answer in one sentence. */
export function answerHead(
  answer: KnownAnswer,
  versions: readonly StoreVersion[],
  language: LanguageController,
): TemplateResult {
  const { code, store, receivedAt, isPlanned } = answer;
  const { words, format } = language;
  const { nowThere } = words.versions;
  const zone = zoneLetters(store.timeZone);
  const [time = ''] = format.time(receivedAt.toISOString(), store.timeZone).split(' ');
  return html`<h3><span class="figures">${code}</span> ${store.name}</h3>
    <p class="where">${store.branchName} · ${nowThere(zone, time)}</p>
    ${store.open ? nothing : html`<p class="closed">${icons.warning}${closedText(answer, language)}</p>`}
    <p class=${isPlanned ? 'planned' : 'as-of'}>
      ${isPlanned ? icons.clock : nothing}<span
        >${momentSentence(answer, store.timeZone, language)}</span
      >
    </p>
    <p class="summary">${summaryText(versions, language)}</p>`;
}

/** "Keadaan pada Selasa, 24 November 2026 pukul 14.05 WITA" */
export function momentSentence(
  { moment, isPlanned }: AnsweredMoment,
  zone: TimeZone,
  { words, format }: LanguageController,
): string {
  const day = format.longDate(dayIn(zone, moment));
  const time = format.time(moment.toISOString(), zone);
  return isPlanned ? words.versions.planned(day, time) : words.versions.asOf(day, time);
}

/** "2 dari 60 aplikasi memakai versi beta." */
export function summaryText(
  versions: readonly StoreVersion[],
  { words }: LanguageController,
): string {
  const { summary, summaryNone, summaryOne, noApplications } = words.versions;
  const [only, ...others] = versions;
  if (only === undefined) return noApplications;
  if (others.length === 0) {
    const { code, name } = only.application;
    return only.version === null ? '' : summaryOne(name ?? code, only.channel === 'beta');
  }
  const beta = versions.filter(({ channel }) => channel === 'beta').length;
  const isAllKnown = versions.every(({ version }) => version !== null);
  return beta === 0 && isAllKnown ? summaryNone : summary(beta, versions.length);
}

/** "Toko tutup sejak 1 Nov 2026." */
function closedText(
  { store, versions }: KnownAnswer,
  { words, format }: LanguageController,
): string {
  const at = versions.find(({ reason }) => reason.code === 'store_closed')?.reason.at ?? null;
  const date = at === null ? undefined : format.date(dayIn(store.timeZone, new Date(at)));
  return words.versions.reason.store_closed({ name: '', date });
}
