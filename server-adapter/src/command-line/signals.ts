/** A terminal sends Ctrl+C to npx too, which passes it on: that isn't a second one. */
const echoMs = 1_000;

/** Signals that are listened to. */
export interface Signals {
  /** Whether there has been one. */
  readonly heard: boolean;
  /** Leaves those that come to the system again. */
  release(): void;
}

/** Calls `first` at SIGINT or SIGTERM, and `again` at each one that comes more than a second after the first. */
export function onSignals(first: (signal: NodeJS.Signals) => void, again: () => void): Signals {
  let firstAt: number | undefined;
  const hear = (signal: NodeJS.Signals) => {
    const now = performance.now();
    if (firstAt === undefined) {
      firstAt = now;
      first(signal);
    } else if (now - firstAt > echoMs) again();
  };
  process.on('SIGINT', hear).on('SIGTERM', hear);
  return {
    get heard() {
      return firstAt !== undefined;
    },
    release: () => process.off('SIGINT', hear).off('SIGTERM', hear),
  };
}
