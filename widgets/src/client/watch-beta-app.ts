import type { BetaApp } from '@beta-app/core/contract';
import { createParser } from 'eventsource-parser';
import { ApiError } from './api-error.js';
import { type BetaAppRevision } from './beta-app-client.js';
import { Deadline } from './deadline.js';
import { readAnswer } from './read-answer.js';
import { pause } from './retry.js';

/** Asks for a beta app: for a stream of its revisions if the server can, or for one answer. */
export type AskForBetaApp = (accept: string, signal: AbortSignal) => Promise<Response>;

export interface WatchTimes {
  /** How often it is asked where nothing is told, in milliseconds. */
  pollMs: number;
  /** How long one answer may take, in milliseconds. */
  answerMs: number;
  /** How soon a stream has to say something at first, in milliseconds: else something in between holds it back. */
  firstMs: number;
  /** For how long a stream may be silent, in milliseconds; the server says every 15 seconds that it lives. */
  silenceMs: number;
}

const usualTimes: WatchTimes = {
  pollMs: 15_000,
  answerMs: 30_000,
  firstMs: 5_000,
  silenceMs: 40_000,
};

const stream = 'text/event-stream';
const answer = 'application/json';
/** How long to wait before another attempt, at first and at most. */
const retryMs = { first: 1_000, most: 15_000 } as const;
/** So many single answers are asked for before a stream is tried again. */
const answersBetweenStreams = 20;

/**
 * Tells the revision of a beta app at first and whenever it has become another one: by a stream, or by asking again and
 * again where there is none or where it is cut. Goes on over lost connections; throws what the server refuses.
 */
export async function* watchBetaApp(
  ask: AskForBetaApp,
  signal: AbortSignal | undefined,
  times: WatchTimes = usualTimes,
): AsyncGenerator<BetaAppRevision, void> {
  let last = 0;
  let retry: number = retryMs.first;
  let answersLeft = 0;
  for (;;) {
    const streams = answersLeft === 0;
    const deadline = new Deadline(streams ? times.firstMs : times.answerMs, signal);
    let heard = false;
    let response: Response | undefined;
    try {
      response = await ask(streams ? `${stream}, ${answer};q=0.5` : answer, deadline.signal);
      for await (const revision of revisionsOf(response, deadline, times.silenceMs)) {
        heard = true;
        retry = retryMs.first;
        if (revision === last) continue;
        last = revision;
        yield { revision };
      }
      if (!isStream(response)) {
        answersLeft = Math.max(0, (streams ? answersBetweenStreams : answersLeft) - 1);
        await pause(times.pollMs, signal);
        continue;
      }
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof ApiError && isFinal(error)) throw error;
    } finally {
      deadline.clear();
    }
    // A stream that says nothing is held back by something in between; a server that is away or busy isn't.
    const isHeldBack = !heard && (response?.ok === true || deadline.expired);
    if (streams && isHeldBack) answersLeft = answersBetweenStreams;
    await pause(retry * (1 + Math.random() / 4), signal);
    retry = Math.min(retry * 2, retryMs.most);
  }
}

const isStream = ({ headers }: Response): boolean =>
  headers.get('Content-Type')?.startsWith(stream) === true;

/** What doesn't become better by waiting. */
const isFinal = ({ status }: ApiError): boolean => status >= 400 && status < 500 && status !== 429;

async function* revisionsOf(
  response: Response,
  deadline: Deadline,
  silenceMs: number,
): AsyncGenerator<number, void> {
  if (!response.ok || !isStream(response) || response.body === null) {
    yield ((await readAnswer(response)) as BetaApp).revision;
    return;
  }
  const revisions: number[] = [];
  const parser = createParser({
    onEvent: ({ data }) => revisions.push((JSON.parse(data) as BetaAppRevision).revision),
  });
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  // Not each `fetch` that a page brings along gives a body up with its request.
  const leave = () => void reader.cancel().catch(() => undefined);
  deadline.signal.addEventListener('abort', leave);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      deadline.prolong(silenceMs);
      parser.feed(decoder.decode(value, { stream: true }));
      yield* revisions.splice(0);
    }
  } finally {
    leave();
  }
}
