import type { TimelineApplication, TimelineBetaApp } from '@beta-app/core/contract';
import { type LanguageController } from '../language/language-controller.js';
import { type Met, type TimelineRow } from './timeline-groups.js';

export type Spoken = Pick<LanguageController, 'words' | 'format'>;

/** What the row of a beta app tells screen readers beside what is seen in it. */
export function unseenText(
  { betaApp, version, met }: TimelineRow,
  application: TimelineApplication | undefined,
  language: Spoken,
): string {
  const { timeline } = language.words;
  const { owner, registeredStores, pause, state } = betaApp;
  return [
    ...(state === 'paused' && pause === 'drop' ? [timeline.dropped] : []),
    versionText(version, application, language),
    timeline.stores(registeredStores),
    timeline.owner(owner.name, owner.nik),
    // One is seen.
    ...(met.length > 1 ? met.map((each) => metText(each, language)) : []),
  ].join(', ');
}

/** All that the chart knows of a beta app, in one sentence. */
export function rowText(
  { betaApp, version, met }: TimelineRow,
  application: TimelineApplication | undefined,
  { words, format }: Spoken,
): string {
  const { timeline } = words;
  return [
    betaApp.name,
    versionText(version, application, { words, format }),
    format.period(betaApp.startsOn, betaApp.endsOn),
    stateText(betaApp, words),
    timeline.stores(betaApp.registeredStores),
    timeline.owner(betaApp.owner.name, betaApp.owner.nik),
    ...met.map((each) => metText(each, { words, format })),
  ].join(', ');
}

const versionText = (
  version: string | undefined,
  application: TimelineApplication | undefined,
  { words }: Spoken,
): string =>
  application === undefined || version === undefined
    ? words.timeline.withoutApplication
    : `${application.name} ${version}`;

/** "bertemu “Uji Struk” 24 Nov – 11 Des 2026" */
export const metText = ({ betaApp, startsOn, endsOn }: Met, { words, format }: Spoken): string =>
  words.timeline.meets(betaApp.name, format.period(startsOn, endsOn));

/** The state, and what a pause does where the stores aren't held. */
export function stateText({ state, pause }: TimelineBetaApp, words: Spoken['words']): string {
  const text = words.common.state[state];
  return state === 'paused' && pause === 'drop' ? `${text} (${words.timeline.dropped})` : text;
}
