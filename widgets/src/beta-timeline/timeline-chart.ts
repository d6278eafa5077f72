import type { Timeline, TimelineBetaApp, TimelineDays } from '@beta-app/core/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { addressWith } from '../page-element/deep-link.js';
import { stateMark } from '../styles/state-badge.js';
import { type DayScale, dayScale, type Place, type Tick } from './day-scale.js';
import { metText, rowText, type Spoken, unseenText } from './row-text.js';
import { type TimelineZoom } from './shown-days.js';
import { type TimelineGroup, type TimelineRow, toPlan } from './timeline-groups.js';

export interface ChartView {
  timeline: Timeline;
  groups: readonly TimelineGroup[];
  zoom: TimelineZoom;
  narrow: boolean;
  language: Spoken;
  /** The key of the row that is told of in words. */
  told: string | undefined;
  /** The address of the page with beta apps; undefined where there is no such page. */
  betaAppUrl: string | undefined;
  onOpen: (event: Event, betaApp: TimelineBetaApp) => void;
  /** A row has the focus or the pointer; none of them has it any more. */
  onFocus: (key: string) => void;
  onBlur: () => void;
  onPoint: (key: string | undefined) => void;
  onKeydown: (event: KeyboardEvent) => void;
}

/** From which share of the width on a bar has room for its state, and a free window for its word and for its days. */
const roomFor = {
  wide: { state: 18, word: 8, days: 24 },
  narrow: { state: 36, word: 17, days: 60 },
};

/** Smaller units that begin behind this share of the width have no room for their words. */
const lastTick = 95;

/** The beta apps as bars, by application, under months and weeks. */
export function timelineChart(view: ChartView): TemplateResult {
  const { timeline, groups, zoom, narrow, language, betaAppUrl } = view;
  const { words } = language;
  // The focus and the pointer come often, and change only what is told.
  return html`${guard([timeline, words, zoom, narrow, betaAppUrl], () => chart(view))}
    ${
      hasRows(groups)
        ? html`<p id="hint" class="visually-hidden">${words.timeline.hint}</p>
            <p class="told ${view.told === undefined ? 'idle' : ''}" aria-hidden="true">
              ${toldText(view)}
            </p>`
        : nothing
    }
    <ul class="legend" role="list">
      <li><span class="swatch met" aria-hidden="true"></span>${words.timeline.legend.meets}</li>
      <li><span class="swatch free" aria-hidden="true"></span>${words.timeline.legend.free}</li>
    </ul>`;
}

function chart(view: ChartView): TemplateResult {
  const { timeline, groups, zoom, language } = view;
  const { words, format } = language;
  const scale = dayScale(timeline, zoom);
  const { from, to, today } = timeline;
  const isNow = from <= today && today <= to;
  return html`<div
    class="chart"
    role="group"
    aria-label=${words.timeline.chart(format.period(from, to))}
    aria-describedby=${hasRows(groups) ? 'hint' : nothing}
    @focusout=${view.onBlur}
    @keydown=${view.onKeydown}
    @pointerleave=${() => view.onPoint(undefined)}
  >
    <div class="axis" aria-hidden="true">
      <div class="ticks large">
        ${scale.large.map((tick) => label(tick, largeText(tick, view)))}
      </div>
      <div class="ticks">
        ${scale.small
          .filter(({ left }) => left < lastTick)
          .map((tick) => label(tick, smallText(tick, view)))}
      </div>
      ${
        isNow
          ? html`<div class="ticks now">
              ${label({ day: today, left: middleOf(scale, today) }, words.timeline.today)}
            </div>`
          : nothing
      }
    </div>
    <div class="plot">
      <div class="lines" aria-hidden="true">
        ${scale.large.map(({ left }) => html`<span class="line" .style=${at(left)}></span>`)}
        ${
          isNow
            ? html`<span class="line now" .style=${at(middleOf(scale, today))}></span>`
            : nothing
        }
      </div>
      ${repeat(
        groups,
        ({ application }) => application?.code,
        (each) => group(each, scale, view),
      )}
    </div>
  </div>`;
}

const hasRows = (groups: readonly TimelineGroup[]): boolean =>
  groups.some(({ rows }) => rows.length > 0);

function group(
  { application, rows }: TimelineGroup,
  scale: DayScale,
  view: ChartView,
): TemplateResult {
  const { words, format } = view.language;
  const { timeline } = words;
  const code = application?.code ?? '';
  const free = application?.free ?? [];
  const periods = free.map(({ startsOn, endsOn }) => format.period(startsOn, endsOn));
  return html`<section class="group" aria-labelledby="group-${code}" data-application=${code}>
    <div class="line-of group-head">
      <div class="name">
        <h3 id="group-${code}">
          ${
            application === undefined
              ? timeline.withoutApplication
              : html`<span class="code">${application.code}</span> ${application.name}`
          }
        </h3>
        ${
          application !== undefined && toPlan(view.timeline).includes(application)
            ? html`<p class="free-days">
                ${free.length === 0 ? timeline.noneFree : timeline.freeOn(periods.join('; '))}
              </p>`
            : nothing
        }
      </div>
      ${
        free.length === 0
          ? nothing
          : html`<div class="track" aria-hidden="true">
              ${free.map((days, index) => freeWindow(days, periods[index] ?? '', scale, view))}
            </div>`
      }
    </div>
    ${
      rows.length === 0
        ? nothing
        : html`<ul role="list">
            ${repeat(
              rows,
              ({ key }) => key,
              (each) => html`<li>${row(each, application, scale, view)}</li>`,
            )}
          </ul>`
    }
  </section>`;
}

function freeWindow(
  { startsOn, endsOn }: TimelineDays,
  period: string,
  scale: DayScale,
  { narrow, language }: ChartView,
): TemplateResult {
  const { timeline } = language.words;
  const place = scale.place(startsOn, endsOn);
  const { word, days } = roomFor[narrow ? 'narrow' : 'wide'];
  const text = place.width < days ? timeline.freeShort : timeline.free(period);
  return html`<span class="free" .style=${box(place)}
    >${place.width < word ? nothing : text}</span
  >`;
}

function row(
  each: TimelineRow,
  application: TimelineGroup['application'],
  scale: DayScale,
  view: ChartView,
): TemplateResult {
  const { betaApp, key, met } = each;
  const { from, to } = view.timeline;
  const { format } = view.language;
  const { id, name, startsOn, endsOn, state } = betaApp;
  const place = scale.place(startsOn, endsOn);
  const ends = `${startsOn < from ? 'begun' : ''} ${endsOn > to ? 'goes-on' : ''}`;
  const words = wordsPlace(place, view.narrow);
  return html`<a
    class="line-of row"
    data-key=${key}
    data-state=${state}
    href=${addressWith(view.betaAppUrl, { 'beta-app': id }) ?? '#'}
    tabindex="-1"
    @click=${(event: Event) => view.onOpen(event, betaApp)}
    @focus=${() => view.onFocus(key)}
    @pointerenter=${() => view.onPoint(key)}
  >
    <span class="name">
      <span class="title">${name}</span>
      <span class="below figures">${format.period(startsOn, endsOn)}</span>
      ${met.length === 0 ? nothing : html`<span class="below with">${meetText(each, view)}</span>`}
    </span>
    <span class="track ${met.length > 0 ? 'has-met' : ''}">
      <span class="badge bar ${state} ${ends}" .style=${box(place)}></span>
      ${met.map(
        (other) =>
          html`<span class="met" .style=${box(scale.place(other.startsOn, other.endsOn))}></span>`,
      )}
      <span class="badge words ${state} ${words.where}" .style=${words.style}
        >${stateMark(state, view.language.words)}</span
      >
    </span>
    <span class="visually-hidden">${unseenText(each, application, view.language)}</span>
  </a>`;
}

/** The words of a short bar stand behind it, or before it where there is no room. */
function wordsPlace({ left, width }: Place, narrow: boolean): { where: string; style: string } {
  const { state } = roomFor[narrow ? 'narrow' : 'wide'];
  if (width >= state) return { where: 'inside', style: at(left) };
  const end = left + width;
  return end + state <= 100
    ? { where: 'outside', style: at(end) }
    : { where: 'outside', style: `right:${100 - left}%` };
}

/** Whom it meets, in few words. */
function meetText({ met }: TimelineRow, { language }: ChartView): string {
  const [only, ...others] = met;
  if (only === undefined) return '';
  return others.length === 0
    ? metText(only, language)
    : language.words.timeline.meetsMany(met.length);
}

function toldText({ groups, told, language }: ChartView): string {
  for (const { application, rows } of groups) {
    const found = rows.find(({ key }) => key === told);
    if (found !== undefined) return rowText(found, application, language);
  }
  return language.words.timeline.hint;
}

const label = ({ left }: Tick, text: string) =>
  html`<span class="tick" .style=${at(left)}>${text}</span>`;

const largeText = ({ day }: Tick, { zoom, language: { format } }: ChartView): string =>
  zoom === 'year' ? day.slice(0, 4) : format.month(day);

const smallText = ({ day }: Tick, { zoom, language: { format } }: ChartView): string =>
  zoom === 'year' ? format.shortMonth(day) : `${Number(day.slice(8))}`;

function middleOf(scale: DayScale, day: string): number {
  const { left, width } = scale.place(day, day);
  return left + width / 2;
}

const at = (left: number): string => `left:${left}%`;
const box = ({ left, width }: Place): string => `left:${left}%;width:${width}%`;
