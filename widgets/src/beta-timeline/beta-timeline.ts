import type { Timeline, TimelineBetaApp } from '@beta-app/core/contract';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { BetaAppOpenedEvent } from '../events.js';
import { failureNote } from '../failure/failure-note.js';
import { saveFile } from '../file/save-file.js';
import { dayIn } from '../format/days.js';
import { icons } from '../icons/icons.js';
import { BetaPageElement } from '../page-element/beta-page-element.js';
import { addressWith, readDeepLink, writeDeepLink } from '../page-element/deep-link.js';
import { NarrowBox } from '../page-element/narrow-box.js';
import { pageElementStyles } from '../page-element/page-element.styles.js';
import { baseStyles } from '../styles/base.styles.js';
import { buttonStyles } from '../styles/button.styles.js';
import { choicesStyles } from '../styles/choices.styles.js';
import { factsStyles } from '../styles/facts.styles.js';
import { fieldStyles } from '../styles/field.styles.js';
import { printStyles } from '../styles/print.styles.js';
import { stateBadgeStyles } from '../styles/state-badge.js';
import { tableStyles } from '../styles/table.styles.js';
import { ApplicationChoices } from '../version-answer/application-choices.js';
import { applicationField } from '../version-answer/application-field.js';
import { skeletonRows, waitingSign, waitingStyles } from '../waiting/waiting-sign.js';
import { AskedTimeline } from './asked-timeline.js';
import { betaTimelineStyles } from './beta-timeline.styles.js';
import {
  daysAround,
  daysFrom,
  goesOn,
  isShown,
  neighbouring,
  type ShownDays,
  type TimelineZoom,
  timelineZooms,
} from './shown-days.js';
import { timelineChart } from './timeline-chart.js';
import { timelineChartStyles } from './timeline-chart.styles.js';
import {
  moves,
  type TimelineView,
  timelineViews,
  viewField,
  zoomField,
} from './timeline-controls.js';
import { timelineFile, timelineFileName } from './timeline-file.js';
import { type TimelineGroup, toPlan } from './timeline-groups.js';
import { TimelineRows } from './timeline-rows.js';
import { timelineTable } from './timeline-table.js';
import { timelineTableStyles } from './timeline-table.styles.js';

/** What the address calls it. */
const parameters = {
  application: 'aplikasi',
  zoom: 'skala',
  from: 'dari',
  view: 'tampilan',
} as const;

const monthForm = /^(?:19|[2-9]\d)\d{2}-(?:0[1-9]|1[0-2])$/u;

const oneOf = <Choice extends string>(all: readonly Choice[], text: string | null | undefined) =>
  all.find((each) => each === text);

/**
 * @summary Shows all beta apps in time, by application: where two meet, and which days are free.
 * @tagname beta-timeline
 *
 * @fires beta-app-opened - A beta app was pressed. Cancel it to go there by other means.
 */
export class BetaTimeline extends BetaPageElement {
  /** @internal */
  static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    choicesStyles,
    tableStyles,
    factsStyles,
    waitingStyles,
    stateBadgeStyles,
    pageElementStyles,
    printStyles,
    betaTimelineStyles,
    timelineChartStyles,
    timelineTableStyles,
  ];

  /** The code of the application whose beta apps are shown, all by default; in the page's address, it is `?aplikasi=CODE`. */
  @property() application?: string | undefined;

  /** How much is shown at once: `month`, `quarter` or `year`; in the page's address, it is `?skala=`. */
  @property() zoom: TimelineZoom = 'quarter';

  /** The address of the page with `<beta-app-editor>`, to which the beta apps lead. */
  @property({ attribute: 'beta-app-url' }) betaAppUrl?: string | undefined;

  /** @internal The clock of the computer. */
  now = (): Date => new Date();

  /** A day of the first month that is shown; without it, today is among the days. */
  @state() private from: string | undefined;
  @state() private view: TimelineView = 'chart';

  /** The scale that the page has set. */
  #ownZoom: TimelineZoom = 'quarter';
  readonly #box = new NarrowBox(this);
  /** A table of seven columns needs more room. */
  readonly #tableBox = new NarrowBox(this, 900);
  readonly #applications = new ApplicationChoices(this, () => this.api);
  readonly #asked = new AskedTimeline(this);
  readonly #rows = new TimelineRows(this, () => this.#groups);

  /** @internal */
  override connectedCallback(): void {
    super.connectedCallback();
    this.#ownZoom = this.#zoom;
    if (!this.noUrl) this.#readAddress();
  }

  protected override willUpdate(changes: PropertyValues): void {
    super.willUpdate(changes);
    const { from, to } = this.#days;
    const application = this.#application;
    this.#asked.ask({ from, to, ...(application === '' ? {} : { application }) }, this.#today);
  }

  protected override render(): TemplateResult {
    const { words, format } = this.language;
    const { question } = this.#asked;
    const { waiting, failure } = question;
    const { from, to } = this.#days;
    return html`<div class="box">
      <h2>${words.timeline.title}</h2>
      <div class="controls">
        ${applicationField(this.#applications, this.#application, words, (code) => this.#choose(code))}
        ${zoomField(this.#zoom, words, (zoom) => this.#show(zoom))}
        ${viewField(this.view, words, (view) => this.#showAs(view))}
      </div>
      ${moves({
        words,
        period: format.period(from, to),
        goesOn: (by) => goesOn(this.#days, by),
        onMove: (by) => this.#goTo(neighbouring(this.#days, this.#zoom, by).from),
        onToday: () => this.#goTo(undefined),
      })}
      <section
        class="part card"
        aria-label=${words.timeline.part}
        aria-busy=${waiting.active ? 'true' : 'false'}
      >
        ${waitingSign(waiting, words)}
        ${failure === undefined ? nothing : failureNote(failure, words, () => question.again())}
        ${this.#content()}
      </section>
    </div>`;
  }

  #content(): TemplateResult | typeof nothing {
    const { answer, failure, waiting } = this.#asked.question;
    if (answer === undefined) return failure === undefined ? this.#bones() : nothing;
    const { words } = this.language;
    const { timeline } = answer;
    if (timeline === undefined) {
      return html`<p class="nothing">${words.timeline.unknownApplication(this.#application)}</p>`;
    }
    const isOld = failure !== undefined || waiting.skeleton;
    const { items } = timeline;
    return html`<div class=${isOld ? 'dimmed' : ''}>
      <div class="head">
        <p class="count">
          ${items.length === 0 ? this.#noneText(timeline) : words.timeline.count(items.length)}
        </p>
        ${
          items.length > 0 || toPlan(timeline).length > 0
            ? html`<button
                type="button"
                id="export"
                class="button outlined"
                @click=${() => this.#save(timeline)}
              >
                ${icons.download}${words.timeline.export}
              </button>`
            : nothing
        }
      </div>
      ${this.#shown(timeline)}
    </div>`;
  }

  /** Without beta apps, an application still tells the days that it is free. */
  #shown(timeline: Timeline): TemplateResult | typeof nothing {
    const both = {
      timeline,
      language: this.language,
      betaAppUrl: this.betaAppUrl,
      onOpen: this.#onOpen,
    };
    if (this.view === 'table') return timelineTable({ ...both, narrow: this.#tableBox.narrow });
    if (this.#groups.length === 0) return nothing;
    return timelineChart({
      ...both,
      narrow: this.#box.narrow,
      groups: this.#groups,
      zoom: this.#zoom,
      told: this.#rows.told,
      onFocus: this.#rows.focus,
      onBlur: this.#rows.blur,
      onPoint: this.#rows.point,
      onKeydown: this.#rows.onKeydown,
    });
  }

  #noneText({ applications }: Timeline): string {
    const { timeline } = this.language.words;
    const [asked] = applications;
    return this.#application === '' || asked === undefined
      ? timeline.none
      : timeline.noneOf(asked.name);
  }

  #bones(): TemplateResult {
    return html`<div class="bones" aria-hidden="true">
      ${
        this.#asked.question.waiting.skeleton
          ? html`<table>
              <tbody>
                ${skeletonRows(this.#box.narrow ? 2 : 4, 6)}
              </tbody>
            </table>`
          : nothing
      }
    </div>`;
  }

  /** The code of the application; empty for all. */
  get #application(): string {
    return this.application?.trim().toUpperCase() ?? '';
  }

  /** A page may set anything. */
  get #zoom(): TimelineZoom {
    return oneOf(timelineZooms, this.zoom) ?? 'quarter';
  }

  get #groups(): readonly TimelineGroup[] {
    return this.#asked.question.answer?.groups ?? [];
  }

  get #today(): string {
    return dayIn('Asia/Jakarta', this.now());
  }

  get #days(): ShownDays {
    return this.from === undefined
      ? daysAround(this.#today, this.#zoom)
      : daysFrom(this.from, this.#zoom);
  }

  #choose(application: string): void {
    this.application = application || undefined;
    this.#writeAddress();
  }

  #show(zoom: TimelineZoom): void {
    // Whoever looks at today goes on doing so.
    if (isShown(this.#days, this.#today)) this.from = undefined;
    this.zoom = zoom;
    this.#writeAddress();
  }

  #showAs(view: TimelineView): void {
    this.view = view;
    this.#writeAddress();
  }

  #goTo(from: string | undefined): void {
    this.from = from;
    this.#writeAddress();
  }

  #save(timeline: Timeline): void {
    const name = timelineFileName(timeline, this.#application, this.language);
    saveFile(name, 'text/csv;charset=utf-8', timelineFile(timeline, this.language));
    const message = this.language.words.timeline.exported(timeline.items.length);
    this.notifier.show({ kind: 'success', code: 'ok.exported', message });
  }

  readonly #onOpen = (event: Event, betaApp: TimelineBetaApp): void => {
    const goes = this.dispatchEvent(new BetaAppOpenedEvent(betaApp));
    if (!goes || addressWith(this.betaAppUrl, {}) === undefined) event.preventDefault();
  };

  /** Takes what the address names; of the application, unless the page has named it. */
  #readAddress(): void {
    this.application ??= readDeepLink(parameters.application);
    this.zoom = oneOf(timelineZooms, readDeepLink(parameters.zoom)) ?? this.zoom;
    this.view = oneOf(timelineViews, readDeepLink(parameters.view)) ?? this.view;
    const month = readDeepLink(parameters.from) ?? '';
    if (monthForm.test(month)) this.from ??= `${month}-01`;
  }

  #writeAddress(): void {
    if (this.noUrl) return;
    writeDeepLink(parameters.application, this.application);
    writeDeepLink(parameters.zoom, this.#zoom === this.#ownZoom ? undefined : this.#zoom);
    writeDeepLink(parameters.view, this.view === 'chart' ? undefined : this.view);
    writeDeepLink(parameters.from, this.from?.slice(0, 7));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-timeline': BetaTimeline;
  }
}
