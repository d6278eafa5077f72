import { apiHeaders } from '../response/envelope.js';

/** How often a stream says that it lives, in milliseconds: proxies cut connections that are silent for a minute. */
const heartbeatMs = 15_000;

/** So many events may wait for a client; one that is slower than that is cut off, and comes again. */
const mostWaiting = 16;

/** What is sent over a stream. */
export interface EventSender {
  send: (data: object) => void;
  /** Ends the stream; the client comes again after a while. Not before `begin` has answered. */
  end: () => void;
}

/**
 * Answers with server-sent events. `begin` gets what sends them, and answers what is to be done when the stream ends, by
 * whichever side.
 */
export function eventStream(begin: (sender: EventSender) => () => void): Response {
  const encoder = new TextEncoder();
  let leave: () => void = () => undefined;
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let isOver = false;
        const write = (text: string) => {
          if (isOver) return;
          if ((controller.desiredSize ?? 0) > 0) {
            controller.enqueue(encoder.encode(text));
          } else {
            leave();
            // Closing would wait until all of it is read.
            controller.error(new Error('The client does not read its events'));
          }
        };
        const heartbeat = setInterval(() => write(':\n\n'), heartbeatMs).unref();
        leave = () => {
          if (isOver) return;
          isOver = true;
          clearInterval(heartbeat);
          stop();
        };
        const end = () => {
          if (isOver) return;
          leave();
          controller.close();
        };
        const stop = begin({ send: (data) => write(`data: ${JSON.stringify(data)}\n\n`), end });
      },
      cancel: () => leave(),
    },
    { highWaterMark: mostWaiting },
  );
  const headers = {
    ...apiHeaders,
    'Content-Type': 'text/event-stream',
    // Some proxies would otherwise keep events until there are many.
    'X-Accel-Buffering': 'no',
  };
  return new Response(body, { headers });
}
