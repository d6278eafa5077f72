import { type ChangeFeed, type Core, type VersionResolver } from '@beta-app/core';
import { type Authenticate } from './access/authenticate.js';
import { type Authorize } from './access/authorize.js';
import { createApp } from './app.js';
import { createBoundedCalls } from './calls/bounded-calls.js';
import { createWatch } from './changes/watch-beta-app.js';
import { createReadinessCheck } from './health.js';
import { type AdapterLogger, silentLogger } from './logging/logger.js';
import { requestIdOf } from './request/headers.js';
import { answerError, logFailure } from './response/answer-errors.js';
import { createQuickLookup, type QuickLookup, quickLookup } from './versions/quick-lookup.js';

/** Answers one request; never throws. */
export interface Handler {
  (request: Request): Promise<Response>;
  /** @internal What our own listener asks first. */
  [quickLookup]?: QuickLookup | undefined;
}

/** What a handler works with, and how much at once. */
export interface HandlerOptions {
  /** Whose beta apps are served: what `createCore` gave. */
  core: Core;
  /** Answers from memory which versions stores run now, as long as it is fresh; without it, the database is asked. */
  versions?: VersionResolver | undefined;
  /** Tells browsers of changes as they are saved; without it, they ask every now and then. */
  changes?: ChangeFeed | undefined;
  /** Says who sent a request. Without it every request for data is refused. */
  authenticate?: Authenticate | undefined;
  /** Says who may do what; everybody may do everything by default. */
  authorize?: Authorize | undefined;
  /** What the addresses of the API begin with; `/api` by default, empty for none. */
  basePath?: string | undefined;
  /** Hears of every request for data and of what goes wrong; silent by default. */
  logger?: AdapterLogger | undefined;
  /** How many calls of core run at once: the size of its connection pool, 10 by default. */
  maxConcurrent?: number | undefined;
  /** How long a request waits for its turn, in milliseconds; then it is told so. `Infinity` for however long; 1,000 by default. */
  waitMs?: number | undefined;
  /** How long the database may take for one answer, in milliseconds, `Infinity` for however long; 10,000 by default. */
  deadlineMs?: number | undefined;
  /** The widgets' script, served as `/widgets.js`; there is none by default. */
  widgets?: string | Uint8Array | undefined;
  /** Once aborted, new requests are refused, so that the running ones can be finished. */
  stopping?: AbortSignal | undefined;
}

/**
 * Creates the HTTP API over core, for any server that speaks `Request` and `Response`.
 *
 * `/healthz`, `/readyz` and `/widgets.js` lie outside the base path and need no authentication; neither does
 * `openapi.json` below it, which tells nothing that the published package doesn't. Throws for a base path
 * that isn't one.
 */
export function createHandler(options: HandlerOptions): Handler {
  const {
    core,
    versions,
    changes,
    authenticate,
    authorize,
    stopping,
    widgets,
    logger = silentLogger,
  } = options;
  const { maxConcurrent = 10, waitMs = 1_000, deadlineMs = 10_000 } = options;
  const bounded = createBoundedCalls({ maxConcurrent, waitMs, deadlineMs });
  const basePath = cleanBasePath(options.basePath ?? '/api');
  const app = createApp({
    basePath,
    operations: {
      core,
      bounded,
      versions,
      authenticate,
      authorize,
      watch: changes && createWatch({ changes, stopping }),
    },
    checkReadiness: createReadinessCheck(core),
    widgets,
    stopping,
  });

  const handler: Handler = async (request) => {
    const { headers, method } = request;
    const requestId = requestIdOf(headers.get('x-request-id'));
    const failing = { headers, requestId, logger };
    const start = performance.now();
    let answer: Response;
    try {
      answer = await app.fetch(request, { failed: (thrown) => logFailure(thrown, failing) });
    } catch (thrown) {
      const error = await answerError(thrown, failing);
      answer = method === 'HEAD' ? new Response(null, error) : error;
    }
    answer.headers.set('X-Request-Id', requestId);
    const path = URL.canParse(request.url) ? new URL(request.url).pathname : request.url;
    if (!probes.has(path)) {
      const ms = Math.round(performance.now() - start);
      logger.info({ requestId, method, path, status: answer.status, ms }, 'request');
    }
    return answer;
  };
  if (versions !== undefined) {
    const quick = { basePath, versions, authenticate, authorize, logger, stopping };
    handler[quickLookup] = createQuickLookup(quick);
  }
  return handler;
}

/** Asked every few seconds, for as long as the server lives. */
const probes = new Set(['/healthz', '/readyz']);

function cleanBasePath(basePath: string): string {
  const clean = basePath.replace(/\/+$/u, '');
  if (/^(?:\/[\w.~-]+)*$/u.test(clean)) return clean;
  throw new TypeError(`A base path looks like /api, not like ${basePath}`);
}
