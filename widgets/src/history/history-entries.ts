import type { HistoryEvent } from '@beta-app/core/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type BetaAppClient } from '../client/beta-app-client.js';
import { dayIn } from '../format/days.js';
import { icons } from '../icons/icons.js';
import { type LanguageController } from '../language/language-controller.js';
import { deedText, storeChanges, writtenNotes } from './deed-text.js';
import { type HistorySubject } from './history-subject.js';

/** The zone of lists, whose days the filters mean as well. */
export const historyZone = 'Asia/Jakarta';

export interface HistoryEntriesView {
  events: readonly HistoryEvent[];
  subject: HistorySubject;
  language: LanguageController;
  client: BetaAppClient | undefined;
  /** Whether the events are those of one store, which they then tell about. */
  ofOneStore: boolean;
  /** The ids of events whose stores are shown. */
  unfolded: ReadonlySet<number>;
  onUnfold: (id: number) => void;
  /** Restores the stores as they were after an event; absent where that can't be. */
  onRestore: ((event: HistoryEvent) => void) | undefined;
  /** Gives the address of the page with a beta app; undefined where there is no such page. */
  addressOf: (betaAppId: number) => string | undefined;
}

/** The events of a history, newest first, under the days on which they happened. */
export function historyEntries(view: HistoryEntriesView): TemplateResult {
  const { format } = view.language;
  return html`${repeat(
    byDay(view.events),
    ([day]) => day,
    ([day, events]) =>
      html`<h3 id="day-${day}">${format.longDate(day)}</h3>
        <ol role="list" aria-labelledby="day-${day}">
          ${repeat(
            events,
            ({ id }) => id,
            (event) => entry(event, view),
          )}
        </ol>`,
  )}`;
}

function byDay(events: readonly HistoryEvent[]): [string, HistoryEvent[]][] {
  const days = new Map<string, HistoryEvent[]>();
  for (const event of events) {
    const day = dayIn(historyZone, new Date(event.at));
    const those = days.get(day);
    if (those === undefined) days.set(day, [event]);
    else those.push(event);
  }
  return [...days];
}

function entry(event: HistoryEvent, view: HistoryEntriesView): TemplateResult {
  const { language, subject } = view;
  const { actor, at } = event;
  return html`<li class="entry" tabindex="-1">
    <time class="figures" datetime=${at}>${language.format.time(at, historyZone)}</time>
    <div class="told">
      <p>
        <span class="actor">${actor.name}</span> <span class="figures">(${actor.nik})</span>
        ${deedText(event, subject, language)}${subject.kind === 'store' ? betaAppName(event, view) : nothing}
      </p>
      ${notesText(event, language)} ${eventStores(event, view)} ${restoreButton(event, view)}
    </div>
  </li>`;
}

function restoreButton(
  event: HistoryEvent,
  { onRestore, ofOneStore, language }: HistoryEntriesView,
) {
  if (event.action !== 'save_stores' || onRestore === undefined || ofOneStore) return nothing;
  return html`<button type="button" class="link restore" @click=${() => onRestore(event)}>
    ${icons.retry}${language.words.history.restore}
  </button>`;
}

function betaAppName({ betaApp }: HistoryEvent, { addressOf }: HistoryEntriesView) {
  if (betaApp === null) return nothing;
  const address = addressOf(betaApp.id);
  return address === undefined
    ? html` “${betaApp.name}”`
    : html` “<a class="link" href=${address}>${betaApp.name}</a>”`;
}

function notesText(event: HistoryEvent, { words }: LanguageController) {
  const notes = writtenNotes(event);
  if (notes === undefined) return nothing;
  const { history } = words;
  const facts: [string, string][] =
    notes.before === undefined
      ? [[history.notes, notes.after]]
      : [
          [history.before, notes.before],
          [history.after, notes.after],
        ];
  return html`<dl>
    ${facts.map(
      ([label, text]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${text === '' ? html`<i>${history.noNotes}</i>` : text}</dd>
        </div>`,
    )}
  </dl>`;
}

function eventStores(event: HistoryEvent, view: HistoryEntriesView) {
  const { id, stores, betaApp } = event;
  const { subject, language, unfolded } = view;
  const { words, format } = language;
  if (stores === null || stores.total === 0) return nothing;
  const of = subject.kind === 'store' ? betaApp?.id : subject.id;
  const [own] = stores.some;
  const isToldAlone = view.ofOneStore && subject.kind === 'beta-app' && own !== undefined;
  const isOnlyOne = view.ofOneStore && stores.total === 1;
  const open = unfolded.has(id);
  return html`${
    isToldAlone
      ? html`<p class="own">
          <span class="figures">${own.code}</span> ${own.name}:
          ${format.list(storeChanges(own, words))}
        </p>`
      : nothing
  }
  ${
    of === undefined || isOnlyOne
      ? nothing
      : html`<button
            type="button"
            class="link unfold"
            aria-expanded=${open ? 'true' : 'false'}
            @click=${() => view.onUnfold(id)}
          >
            ${icons.down}${open ? words.history.hideStores : words.history.showStores(stores.total)}
          </button>
          ${
            open
              ? html`<beta-event-stores
                  .client=${view.client}
                  .betaApp=${of}
                  .event=${id}
                  .mixed=${event.action === 'sync_directory' || (stores.registered > 0 && stores.withdrawn > 0)}
                ></beta-event-stores>`
              : nothing
          }`
  }`;
}
