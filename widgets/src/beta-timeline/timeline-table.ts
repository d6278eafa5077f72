import type { Timeline, TimelineApplication, TimelineBetaApp } from '@beta-app/core/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { addressWith } from '../page-element/deep-link.js';
import { stateBadge } from '../styles/state-badge.js';
import { metText, type Spoken } from './row-text.js';
import { meetings, toPlan } from './timeline-groups.js';

export interface TableView {
  timeline: Timeline;
  narrow: boolean;
  language: Spoken;
  /** The address of the page with beta apps; undefined where there is no such page. */
  betaAppUrl: string | undefined;
  onOpen: (event: Event, betaApp: TimelineBetaApp) => void;
}

interface RowView extends TableView {
  metBy: ReturnType<typeof meetings>;
}

/** The same beta apps with all their facts in words, a table, or cards where it is narrow; and the free days. */
export function timelineTable(view: TableView): TemplateResult {
  return html`${view.timeline.items.length === 0 ? nothing : betaApps(view)}${freeDays(view)}`;
}

function betaApps(table: TableView): TemplateResult {
  const { timeline, narrow, language } = table;
  const view = { ...table, metBy: meetings(timeline) };
  const { common, timeline: texts } = language.words;
  const label = texts.chart(language.format.period(timeline.from, timeline.to));
  const { field } = common;
  if (narrow) {
    return html`<ul class="cards" role="list" aria-label=${label}>
      ${repeat(
        timeline.items,
        ({ id }) => id,
        (betaApp) => card(betaApp, view),
      )}
    </ul>`;
  }
  return html`<table class="wide" aria-label=${label}>
    <thead>
      <tr>
        <th scope="col">${field.betaApp}</th>
        <th scope="col">${field.application}</th>
        <th scope="col">${field.period}</th>
        <th scope="col">${field.status}</th>
        <th scope="col" class="number">${field.store}</th>
        <th scope="col">${field.owner}</th>
        <th scope="col">${texts.column.meets}</th>
      </tr>
    </thead>
    <tbody>
      ${repeat(
        timeline.items,
        ({ id }) => id,
        (betaApp) => row(betaApp, view),
      )}
    </tbody>
  </table>`;
}

function row(betaApp: TimelineBetaApp, view: RowView): TemplateResult {
  const { id, startsOn, endsOn, registeredStores, owner } = betaApp;
  const { format } = view.language;
  return html`<tr data-beta-app=${id}>
    <th scope="row">${link(betaApp, view)}</th>
    <td>${versions(betaApp, view)}</td>
    <td class="figures">${format.period(startsOn, endsOn)}</td>
    <td>${state(betaApp, view)}</td>
    <td class="figures number">${format.number(registeredStores)}</td>
    <td>${owner.name}<span class="below figures">${owner.nik}</span></td>
    <td>${met(betaApp, view)}</td>
  </tr>`;
}

function card(betaApp: TimelineBetaApp, view: RowView): TemplateResult {
  const { id, startsOn, endsOn, registeredStores, owner } = betaApp;
  const { words, format } = view.language;
  const { field } = words.common;
  const fact = (label: string, value: TemplateResult | string) =>
    html`<div>
      <dt>${label}</dt>
      <dd>${value}</dd>
    </div>`;
  return html`<li data-beta-app=${id}>
    <div class="card-head">
      <h3>${link(betaApp, view)}</h3>
      ${state(betaApp, view)}
    </div>
    <dl>
      ${fact(field.application, versions(betaApp, view))}
      ${fact(field.period, format.period(startsOn, endsOn))}
      ${fact(field.store, format.number(registeredStores))}
      ${fact(field.owner, words.timeline.owner(owner.name, owner.nik))}
      ${fact(words.timeline.column.meets, met(betaApp, view))}
    </dl>
  </li>`;
}

const link = (betaApp: TimelineBetaApp, { betaAppUrl, onOpen }: TableView): TemplateResult =>
  html`<a
    class="link"
    href=${addressWith(betaAppUrl, { 'beta-app': betaApp.id }) ?? '#'}
    @click=${(event: Event) => onOpen(event, betaApp)}
    >${betaApp.name}</a
  >`;

function state({ state: stands, pause }: TimelineBetaApp, { language }: TableView): TemplateResult {
  const { words } = language;
  return html`${stateBadge(stands, words)}${
    stands === 'paused' && pause === 'drop'
      ? html`<span class="below">${words.timeline.dropped}</span>`
      : ''
  }`;
}

function versions({ applications }: TimelineBetaApp, { language }: TableView): TemplateResult {
  if (applications.length === 0) {
    return html`<span class="none">${language.words.timeline.withoutApplication}</span>`;
  }
  return html`${applications.map(
    ({ code, name, version }) =>
      html`<span class="taken"
        ><span class="code">${code}</span> ${name} <span class="version">${version}</span></span
      >`,
  )}`;
}

function met({ id, applications }: TimelineBetaApp, view: RowView): TemplateResult {
  const { language, metBy } = view;
  const others = applications.flatMap(({ code }) => metBy(id, code));
  if (others.length === 0) {
    return html`<span class="none">${language.words.timeline.meetsNone}</span>`;
  }
  return html`${others.map(
    (each) =>
      html`<span class="taken"
        ><span class="code">${each.application.code}</span> ${metText(each, language)}</span
      >`,
  )}`;
}

function freeDays({ timeline, language }: TableView): TemplateResult | typeof nothing {
  const applications = toPlan(timeline);
  if (applications.length === 0) return nothing;
  const { common, timeline: texts } = language.words;
  return html`<table class="free-table" aria-label=${texts.column.free}>
    <thead>
      <tr>
        <th scope="col">${common.field.application}</th>
        <th scope="col">${texts.column.free}</th>
      </tr>
    </thead>
    <tbody>
      ${repeat(
        applications,
        ({ code }) => code,
        (application) => freeRow(application, language),
      )}
    </tbody>
  </table>`;
}

const freeRow = (
  { code, name, free }: TimelineApplication,
  { words, format }: Spoken,
): TemplateResult =>
  html`<tr>
    <th scope="row"><span class="code">${code}</span> ${name}</th>
    <td class="figures">
      ${
        free.length === 0
          ? html`<span class="none">${words.timeline.noneFree}</span>`
          : free.map(
              ({ startsOn, endsOn }) =>
                html`<span class="taken">${format.period(startsOn, endsOn)}</span>`,
            )
      }
    </td>
  </tr>`;
