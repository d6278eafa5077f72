import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError } from '../../widgets/src/client/api-error.js';
import { watchBetaApp, type WatchTimes } from '../../widgets/src/client/watch-beta-app.js';

const times: WatchTimes = { pollMs: 5, answerMs: 1_000, firstMs: 60, silenceMs: 60 };

const single = (revision: number) => Response.json({ data: { revision } });

/** A stream of events that a test writes; it ends with the request. */
function stream(signal: AbortSignal, ...texts: string[]) {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const write = (text: string) => controller?.enqueue(new TextEncoder().encode(text));
  const body = new ReadableStream<Uint8Array>({
    start: (given) => {
      controller = given;
      signal.addEventListener('abort', () => given.error(signal.reason));
      texts.forEach(write);
    },
  });
  const response = new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  return { response, write, end: () => controller?.close() };
}

/** Answers requests one after the other, and tells how streams and single answers were asked for. */
async function watch(
  answers: ((signal: AbortSignal) => Response | Promise<Response>)[],
  wanted: number,
) {
  const end = new AbortController();
  const asked: string[] = [];
  const told: number[] = [];
  const ask = async (accept: string, signal: AbortSignal) => {
    asked.push(accept.startsWith('text/event-stream') ? 'stream' : 'answer');
    const answer = answers.shift();
    if (answer === undefined) throw new TypeError('fetch failed');
    return answer(signal);
  };
  const run = async () => {
    for await (const { revision } of watchBetaApp(ask, end.signal, times)) {
      told.push(revision);
      if (told.length === wanted) end.abort(new Error('enough'));
    }
  };
  await assert.rejects(run(), /enough/u);
  return { asked, told };
}

describe('Watching a beta app', () => {
  it('takes the revisions of a stream, however it is cut into pieces', async () => {
    const { asked, told } = await watch(
      [
        (signal) => {
          const { response, write } = stream(signal, ': hello\n\ndata: {"revi');
          setTimeout(() => write('sion":3}\n\ndata: {"revision":4}\n\n:\n\nda'), 10);
          setTimeout(() => write('ta: {"revision":5}\r\n\r\n'), 20);
          return response;
        },
      ],
      3,
    );
    assert.deepEqual([asked, told], [['stream'], [3, 4, 5]]);
  });

  it('asks again and again where the server answers once', async () => {
    const { asked, told } = await watch(
      [3, 3, 4, 4, 5].map((revision) => () => single(revision)),
      3,
    );
    assert.deepEqual(told, [3, 4, 5]);
    assert.deepEqual(asked, ['stream', 'answer', 'answer', 'answer', 'answer']);
  });

  it('asks for single answers where something holds a stream back', async () => {
    const { asked, told } = await watch(
      [(signal) => stream(signal).response, () => single(3), () => single(4)],
      2,
    );
    assert.deepEqual(
      [asked, told],
      [
        ['stream', 'answer', 'answer'],
        [3, 4],
      ],
    );
  });

  it('begins a new stream after one that ended, or that says nothing any more', async () => {
    const { asked, told } = await watch(
      [
        (signal) => {
          const { response, end } = stream(signal, 'data: {"revision":3}\n\n');
          setTimeout(end, 5);
          return response;
        },
        (signal) => stream(signal, 'data: {"revision":4}\n\n').response,
        (signal) => stream(signal, 'data: {"revision":4}\n\ndata: {"revision":5}\n\n').response,
      ],
      3,
    );
    assert.deepEqual(
      [asked, told],
      [
        ['stream', 'stream', 'stream'],
        [3, 4, 5],
      ],
    );
  });

  it('goes on over a server that is away or busy', async () => {
    const { told } = await watch(
      [
        () => Promise.reject(new TypeError('fetch failed')),
        () => new Response('busy', { status: 503 }),
        () => single(7),
      ],
      1,
    );
    assert.deepEqual(told, [7]);
  });

  it('tries a stream again after a server that was away or stopping', async () => {
    const { asked, told } = await watch(
      [
        () => Promise.reject(new TypeError('fetch failed')),
        () => new Response('stopping', { status: 503 }),
        (signal) => stream(signal, 'data: {"revision":7}\n\n').response,
      ],
      1,
    );
    assert.deepEqual([asked, told], [['stream', 'stream', 'stream'], [7]]);
  });

  it('ends with what the server refuses', async () => {
    const refuse = () => Promise.resolve(new Response('', { status: 403 }));
    const run = async () => {
      for await (const each of watchBetaApp(refuse, undefined, times))
        assert.fail(`${each.revision}`);
    };
    await assert.rejects(
      run(),
      (error: unknown) => error instanceof ApiError && error.status === 403,
    );
  });

  it('lets go of its request when it is given up', async () => {
    const end = new AbortController();
    let isOpen = false;
    const ask = (_accept: string, signal: AbortSignal) => {
      isOpen = true;
      signal.addEventListener('abort', () => (isOpen = false));
      return Promise.resolve(stream(signal, 'data: {"revision":3}\n\n').response);
    };
    const run = async () => {
      for await (const { revision } of watchBetaApp(ask, end.signal, {
        ...times,
        silenceMs: 60_000,
      })) {
        assert.equal(revision, 3);
        setTimeout(() => end.abort(new Error('enough')), 5);
      }
    };
    await assert.rejects(run(), /enough/u);
    await sleep(0);
    assert.equal(isOpen, false);
  });
});
