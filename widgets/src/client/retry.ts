import { ApiError } from './api-error.js';
import { NetworkError } from './network-error.js';

const firstPauseMs = 300;
/** Whoever waits for longer would rather be told. */
const longestPauseSeconds = 2;

/**
 * Makes a call again where that is safe and may help: the connection was lost, or the server asks to come
 * back soon. Every attempt of a write must carry the same idempotency key.
 */
export async function withRetries<Answer>(
  attempt: () => Promise<Answer>,
  retries: number,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  for (let retry = 0; ; retry += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (retry >= retries || !mayHelp(error)) throw error;
      await pause(pauseMs(error, retry), signal);
    }
  }
}

/** A timeout doesn't count: whoever waited that long decides for themselves. */
function mayHelp(error: unknown): boolean {
  if (error instanceof NetworkError) return !error.timedOut;
  return (
    error instanceof ApiError &&
    ([429, 502, 503].includes(error.status) || error.code === 'IDEMPOTENCY_IN_PROGRESS') &&
    (error.retryAfter ?? 0) <= longestPauseSeconds
  );
}

/** Longer from one retry to the next, and never the same for all the clients that one fault hit. */
function pauseMs(error: unknown, retry: number): number {
  const asked = error instanceof ApiError ? (error.retryAfter ?? 0) * 1000 : 0;
  return Math.max(asked, firstPauseMs * 3 ** retry) * (1 + Math.random() / 4);
}

/** Waits, unless the caller gives up: then it throws the signal's reason. */
export async function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wake: () => void = () => undefined;
  await new Promise<void>((resolve) => {
    wake = resolve;
    timer = setTimeout(wake, milliseconds);
    signal?.addEventListener('abort', wake);
  });
  clearTimeout(timer);
  signal?.removeEventListener('abort', wake);
  signal?.throwIfAborted();
}
