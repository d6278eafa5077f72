import { type IncomingMessage, type ServerResponse } from 'node:http';
import { type VersionResolver } from '@beta-app/core';
import { type Person, personSchema, type StoreVersion } from '@beta-app/core/contract';
import { type Authenticate } from '../access/authenticate.js';
import { type Authorize } from '../access/authorize.js';
import { type AdapterLogger } from '../logging/logger.js';
import { requestIdOf } from '../request/headers.js';
import { isKnown, tagOf } from '../response/entity-tag.js';
import { envelopeText, keptHeaders } from '../response/envelope.js';
import { requestOf } from './incoming-request.js';
import { lookupText } from './lookup-text.js';

export interface QuickLookupOptions {
  basePath: string;
  versions: VersionResolver;
  authenticate: Authenticate | undefined;
  authorize: Authorize | undefined;
  logger: AdapterLogger;
  stopping: AbortSignal | undefined;
}

/** Answers a request if it is one of those; false leaves it to the handler, untouched. */
export type QuickLookup = (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
) => boolean | Promise<boolean>;

/** Where a handler has it. */
export const quickLookup = Symbol('quickLookup');

interface KeptAnswer {
  store: string;
  application: string;
  version: StoreVersion;
  body: Buffer;
  tag: string;
}

/** So many addresses are remembered; beyond that, memory would be spent on what nobody asks twice. */
const mostKept = 20_000;

/**
 * Answers the one question that is asked all the time, `GET …/versions?store=A&application=B` for now, without making a
 * `Request` and a `Response` of it: those cost more than everything else. Whatever is out of the ordinary it leaves to the
 * handler, which answers the same bytes, and every error.
 */
export function createQuickLookup(options: QuickLookupOptions): QuickLookup {
  const { basePath, versions, authenticate, authorize, logger, stopping } = options;
  const prefix = `${basePath}/versions?`;
  const kept = new Map<string, KeptAnswer>();

  function find(url: string): KeptAnswer | undefined {
    const known = kept.get(url);
    const question = known ?? questionOf(url, prefix);
    if (question === undefined || stopping?.aborted === true || versions.freshness().stale) {
      return undefined;
    }
    const { store, application } = question;
    const version = versions.resolve(store, application);
    if (known?.version === version) return known;
    const text = envelopeText(200, lookupText(versions.lookUp({ store, application })));
    const answer = { store, application, version, body: Buffer.from(text), tag: tagOf(text) };
    if (kept.size >= mostKept) kept.clear();
    kept.set(url, answer);
    return answer;
  }

  function send(incoming: IncomingMessage, outgoing: ServerResponse, answer: KeptAnswer): true {
    const start = performance.now();
    const requestId = requestIdOf(incoming.headers['x-request-id']);
    const status = isKnown(answer.tag, incoming.headers['if-none-match']) ? 304 : 200;
    const headers = { ...keptHeaders, ETag: answer.tag, 'X-Request-Id': requestId };
    if (status === 304) {
      outgoing.writeHead(status, headers).end();
    } else {
      const { body } = answer;
      const about = { 'Content-Type': 'application/json', 'Content-Length': body.length };
      outgoing.writeHead(status, { ...headers, ...about }).end(body);
    }
    const path = prefix.slice(0, -1);
    const ms = Math.round(performance.now() - start);
    logger.info({ requestId, method: 'GET', path, status, ms }, 'request');
    return true;
  }

  function mayAsk(found: Person | null | undefined): boolean | Promise<boolean> {
    const person = personSchema.safeParse(found);
    if (!person.success) return false;
    return authorize === undefined || authorize(person.data, 'lookUpVersions');
  }

  return (incoming, outgoing) => {
    const { method, url = '', headers } = incoming;
    if (method !== 'GET' || authenticate === undefined || headers.host === undefined) return false;
    if (!url.startsWith(prefix)) return false;
    const answer = find(url);
    if (answer === undefined) return false;
    // Who may not, and what fails, is told by the handler, which asks once more.
    try {
      const found = authenticate(requestOf(incoming));
      const allowed: unknown = found instanceof Promise ? found.then(mayAsk) : mayAsk(found);
      if (!(allowed instanceof Promise))
        return allowed === true && send(incoming, outgoing, answer);
      return allowed.then(
        (yes: unknown) => yes === true && send(incoming, outgoing, answer),
        () => false,
      );
    } catch {
      return false;
    }
  };
}

const code = '([A-Z0-9][A-Z0-9._-]{0,31})';
const question = new RegExp(`^store=${code}&application=${code}$`, 'u');

function questionOf(
  url: string,
  prefix: string,
): { store: string; application: string } | undefined {
  const [, store, application] = question.exec(url.slice(prefix.length)) ?? [];
  return store === undefined || application === undefined ? undefined : { store, application };
}
