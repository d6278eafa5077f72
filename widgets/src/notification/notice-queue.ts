import { isAlert, type Notification } from './notification.js';

/** A notification that is shown. */
export interface Notice extends Notification {
  id: number;
}

const mostAtOnce = 3;
const lifetimeMs = 6_000;

/** Which notifications are shown, newest first: at most three, and for how long each of them. */
export class NoticeQueue {
  readonly #changed: () => void;
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();
  #notices: readonly Notice[] = [];
  #nextId = 1;
  #paused = false;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get notices(): readonly Notice[] {
    return this.#notices;
  }

  /** Puts it on top. The same text twice starts anew. */
  add(notification: Notification): void {
    const notice = { ...notification, id: this.#nextId++ };
    const others = this.#notices.filter(({ message }) => message !== notification.message);
    this.#replace([notice, ...others].slice(0, mostAtOnce));
    this.#startTimer(notice);
  }

  remove(gone: (notice: Notice) => boolean): void {
    if (this.#notices.some(gone)) this.#replace(this.#notices.filter((notice) => !gone(notice)));
  }

  /** Nothing goes by itself while the user points at it or is in it. */
  pause(): void {
    this.#paused = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  resume(): void {
    if (!this.#paused) return;
    this.#paused = false;
    for (const notice of this.#notices) this.#startTimer(notice);
  }

  #startTimer(notice: Notice): void {
    if (isAlert(notice) || this.#paused) return;
    const timer = setTimeout(() => this.remove(({ id }) => id === notice.id), lifetimeMs);
    this.#timers.set(notice.id, timer);
  }

  #replace(notices: readonly Notice[]): void {
    this.#notices = notices;
    for (const [id, timer] of this.#timers) {
      if (notices.some((notice) => notice.id === id)) continue;
      clearTimeout(timer);
      this.#timers.delete(id);
    }
    this.#changed();
  }
}
