const zone = 'Asia/Jakarta';

/** What time it is for the fake: moments that only grow, and the day that decides about states. */
export class Clock {
  readonly #now: () => Date;
  #last = '';

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Today, as `YYYY-MM-DD`. */
  get today(): string {
    return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(this.#now());
  }

  /** A moment later than all that were given before, to the microsecond. */
  moment(): string {
    const now = this.#now().toISOString().replace('Z', '000Z');
    this.#last = now > this.#last ? now : next(this.#last);
    return this.#last;
  }
}

function next(moment: string): string {
  const micros = Number(moment.slice(-4, -1)) + 1;
  if (micros < 1_000) return `${moment.slice(0, -4)}${String(micros).padStart(3, '0')}Z`;
  const millisecond = new Date(Date.parse(moment) + 1);
  return millisecond.toISOString().replace('Z', '000Z');
}
