import { type IncomingMessage, type ServerResponse } from 'node:http';
import { errorOf } from '@beta-app/core';
import { getRequestListener, RequestError } from '@hono/node-server';
import { type AdapterLogger, silentLogger } from './logging/logger.js';
import { requestIdOf } from './request/headers.js';
import { answerError } from './response/answer-errors.js';

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
  return getRequestListener(handler, {
    overrideGlobalObjects: false,
    errorHandler: (thrown) => {
      const headers = new Headers();
      const error =
        thrown instanceof RequestError
          ? errorOf('VALIDATION_FAILED', { errors: [{ path: 'URL', code: 'format' }] })
          : thrown;
      return answerError(error, { headers, requestId: requestIdOf(headers), logger });
    },
  });
}
