import type { HistoryAction } from '@beta-app/core/contract';
import { type ReactiveControllerHost } from 'lit';
import { earliestDay } from '../format/days.js';
import { SearchField } from '../paged-list/search-field.js';
import { type HistoryQuestion } from './history-subject.js';

const none = { action: '', application: '', store: '', from: '', to: '' };

/** A filter that holds as soon as it is set; the person is typed, and holds once typing has paused. */
export type HistoryFilter = keyof typeof none;

/** Owns what narrows a history, and calls back when that has changed. */
export class HistoryFilters {
  readonly actor: SearchField;
  readonly #host: ReactiveControllerHost;
  readonly #changed: () => void;
  #values = none;

  constructor(host: ReactiveControllerHost, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
    this.actor = new SearchField(host, changed);
  }

  get values(): Readonly<Record<HistoryFilter, string>> {
    return this.#values;
  }

  /** How many are set. */
  get count(): number {
    return [...Object.values(this.#values), this.actor.q ?? ''].filter(Boolean).length;
  }

  /** Whether the last day lies before the first, so that nothing can be asked. */
  get isReversed(): boolean {
    const { from, to } = this.#values;
    return from !== '' && to !== '' && to < from;
  }

  /** What is asked for. */
  get question(): HistoryQuestion {
    const { action, application, store, from, to } = this.#values;
    return {
      ...(action && { action: [action as HistoryAction] }),
      ...(application && { application }),
      ...(store && { store }),
      ...(this.actor.q && { actor: this.actor.q }),
      ...(from && { from }),
      ...(to && { to }),
    };
  }

  set(filter: HistoryFilter, text: string): void {
    const value = filter === 'store' ? text.trim().toUpperCase() : text;
    // A year that isn't typed to its end.
    if ((filter === 'from' || filter === 'to') && value !== '' && value < earliestDay) return;
    if (value === this.#values[filter]) return;
    this.#values = { ...this.#values, [filter]: value };
    this.#host.requestUpdate();
    this.#changed();
  }

  /** Takes all away, without calling back. */
  clear(): void {
    this.#values = none;
    this.actor.reset();
    this.#host.requestUpdate();
  }
}
