import type { GetTimeline, Timeline } from '@beta-app/core/contract';
import { type ReactiveController } from 'lit';
import { ApiError } from '../client/api-error.js';
import { type BetaPageElement } from '../page-element/beta-page-element.js';
import { StandingQuestion } from '../version-answer/standing-question.js';
import { type TimelineGroup, timelineGroups } from './timeline-groups.js';

/** What the server has said, and the rows that this makes; no timeline if there is no such application. */
export interface TimelineAnswer {
  timeline: Timeline | undefined;
  groups: readonly TimelineGroup[];
}

/**
 * Owns the question which beta apps touch the days that are shown, and asks it anew when another element has changed one, and
 * on another day.
 */
export class AskedTimeline implements ReactiveController {
  readonly question: StandingQuestion<GetTimeline, TimelineAnswer>;
  readonly #host: BetaPageElement;
  #today = '';

  constructor(host: BetaPageElement) {
    this.#host = host;
    this.question = new StandingQuestion<GetTimeline, TimelineAnswer>(
      host,
      (asked, signal) => this.#read(asked, signal),
      () => undefined,
    );
    host.addController(this);
  }

  /** Asks, unless that is what was asked last, on the same day. */
  ask(asked: GetTimeline, today: string): void {
    const isSame = JSON.stringify(asked) === JSON.stringify(this.question.question);
    if (isSame && today === this.#today) return;
    this.#today = today;
    void this.question.ask(asked);
  }

  hostConnected(): void {
    const { connection: signal } = this.#host;
    // Left open, it may be looked at on another day.
    document.addEventListener('visibilitychange', () => this.#host.requestUpdate(), { signal });
    for (const type of ['beta-app-created', 'beta-app-changed', 'beta-stores-saved'] as const) {
      document.addEventListener(type, () => void this.question.again(), { signal });
    }
  }

  async #read(asked: GetTimeline, signal: AbortSignal): Promise<TimelineAnswer> {
    try {
      const timeline = await this.#host.api.getTimeline(asked, { signal });
      return { timeline, groups: timelineGroups(timeline) };
    } catch (error) {
      if (error instanceof ApiError && error.code === 'APPLICATION_NOT_FOUND') {
        return { timeline: undefined, groups: [] };
      }
      throw error;
    }
  }
}
