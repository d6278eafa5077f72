import { timerMs } from './timer-ms.js';

/** Calls back at a time that may be moved; it doesn't keep the process alive. */
export class TurnTimer {
  readonly #now: () => number;
  readonly #reached: () => void;
  #timer: NodeJS.Timeout | undefined;
  #time = Infinity;

  /** `now` tells the time that the times of this timer are in. */
  constructor(now: () => number, reached: () => void) {
    this.#now = now;
    this.#reached = reached;
  }

  /** Waits for a time in milliseconds instead of the one before. */
  set(time: number): void {
    clearTimeout(this.#timer);
    this.#time = time;
    if (time === Infinity) return;
    const wait = timerMs(Math.max(time - this.#now(), 0));
    // Timers may come a little early, and clocks may be set.
    this.#timer = setTimeout(() => {
      this.lookAgain();
    }, wait);
    this.#timer.unref();
  }

  /** Looks at the clock again, which may have been set, or have gone on while this machine was asleep. */
  lookAgain(): void {
    const time = this.#time;
    if (this.#now() < time) {
      this.set(time);
    } else {
      this.set(Infinity);
      this.#reached();
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
