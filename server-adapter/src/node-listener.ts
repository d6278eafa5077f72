import { type IncomingMessage, type ServerResponse } from 'node:http';
import { errorOf } from '@beta-app/core';
import { getRequestListener, RequestError } from '@hono/node-server';
import { type Handler } from './handler.js';
import { type AdapterLogger, silentLogger } from './logging/logger.js';
import { requestIdOf } from './request/headers.js';
import { answerError } from './response/answer-errors.js';
import { quickLookup } from './versions/quick-lookup.js';

/** Listens to requests of a `node:http` server. */
export type NodeListener = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;

/**
 * Creates a listener for `node:http` from a handler, ours or one that a host put around it. The global
 * `Request` and `Response` stay as they are. The logger hears of what such a host's handler throws.
 */
export function createNodeListener(
  handler: (request: Request) => Response | Promise<Response>,
  { logger = silentLogger }: { logger?: AdapterLogger | undefined } = {},
): NodeListener {
  const answer = getRequestListener(handler, {
    overrideGlobalObjects: false,
    errorHandler: (thrown) => {
      const headers = new Headers();
      const error =
        thrown instanceof RequestError
          ? errorOf('VALIDATION_FAILED', { errors: [{ path: 'URL', code: 'format' }] })
          : thrown;
      return answerError(error, { headers, requestId: requestIdOf(null), logger });
    },
  });
  const quick = quickLookup in handler ? (handler as Handler)[quickLookup] : undefined;
  if (quick === undefined) return answer;
  return (incoming, outgoing) => {
    const isAnswered = quick(incoming, outgoing);
    // What is there already isn't awaited: that would cost a turn of the queue.
    if (isAnswered === true) return answered;
    if (isAnswered === false) return answer(incoming, outgoing);
    return isAnswered.then((yes) => (yes ? answered : answer(incoming, outgoing)));
  };
}

const answered = Promise.resolve();
