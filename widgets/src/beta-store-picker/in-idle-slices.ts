/** Milliseconds of one slice where the browser can't tell how much time there is. */
const slice = 8;

/** Does work while the browser is idle, a slice at a time, until it says that it is done or is given up. */
export function inIdleSlices(work: (hasTime: () => boolean) => boolean, signal: AbortSignal): void {
  const next = () => {
    // Safari has no requestIdleCallback.
    if ('requestIdleCallback' in window) {
      requestIdleCallback((deadline) => run(() => deadline.timeRemaining() > 1));
      return;
    }
    setTimeout(() => {
      const end = performance.now() + slice;
      run(() => performance.now() < end);
    }, 1);
  };
  const run = (hasTime: () => boolean) => {
    if (!signal.aborted && !work(hasTime)) next();
  };
  next();
}
