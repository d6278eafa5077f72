import { type ReactiveController, type ReactiveControllerHost } from 'lit';
import { rowMove } from './row-move.js';
import { type TimelineGroup, type TimelineRow } from './timeline-groups.js';

/** Owns which row of the chart the tab key comes to, and which of them is told of in words. */
export class TimelineRows implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };
  readonly #groups: () => readonly TimelineGroup[];
  #current: string | undefined;
  #focused = false;
  #pointed: string | undefined;

  /** @param groups Gives what is shown. */
  constructor(
    host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment },
    groups: () => readonly TimelineGroup[],
  ) {
    this.#host = host;
    this.#groups = groups;
    host.addController(this);
  }

  /** The key of the row that the tab key comes to: the one that had the focus last, else the first one. */
  get current(): string | undefined {
    const rows = this.#rows;
    return (rows.find(({ key }) => key === this.#current) ?? rows[0])?.key;
  }

  get told(): string | undefined {
    return this.#pointed ?? (this.#focused ? this.#current : undefined);
  }

  readonly focus = (key: string): void => {
    this.#focused = true;
    this.#current = key;
    this.#host.requestUpdate();
  };

  readonly blur = (): void => {
    this.#focused = false;
    this.#host.requestUpdate();
  };

  readonly point = (key: string | undefined): void => {
    this.#pointed = key;
    this.#host.requestUpdate();
  };

  readonly onKeydown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const rows = this.#rows;
    const at = rows.findIndex(({ key }) => key === this.current);
    const starts = rows.map(({ betaApp }) => betaApp.startsOn);
    const next = rowMove(event.key, at, starts);
    if (next === undefined) return;
    event.preventDefault();
    const wanted = rows[next]?.key;
    for (const row of this.#elements) if (row.dataset['key'] === wanted) row.focus();
  };

  /** The rows aren't drawn anew for it. */
  hostUpdated(): void {
    const { current } = this;
    for (const row of this.#elements) {
      const tabIndex = row.dataset['key'] === current ? 0 : -1;
      if (row.tabIndex !== tabIndex) row.tabIndex = tabIndex;
    }
  }

  hostDisconnected(): void {
    this.#focused = false;
    this.#pointed = undefined;
  }

  get #elements(): NodeListOf<HTMLElement> {
    return this.#host.renderRoot.querySelectorAll<HTMLElement>('.row');
  }

  get #rows(): TimelineRow[] {
    return this.#groups().flatMap(({ rows }) => rows);
  }
}
