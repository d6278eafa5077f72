import { type IncomingMessage, type ServerResponse } from 'node:http';
import { type VersionResolver } from '@beta-app/core';
import { type AdapterLogger } from '../logging/logger.js';
import { requestIdOf } from '../request/headers.js';
import { isKnown } from '../response/entity-tag.js';
import { apiHeaders, keptHeaders } from '../response/envelope.js';
import { createKeptAnswers, type KeptAnswer } from './kept-answers.js';
import { createLookupBytes } from './lookup-bytes.js';
import { hasQuickBody, readQuickBody } from './quick-body.js';
import { questionOfBody } from './quick-question.js';
import { createQuickRights, type QuickRightsOptions } from './quick-rights.js';
import { createSpareBuffers } from './spare-buffers.js';
import { isUsualHost } from './usual-host.js';

export interface QuickLookupOptions extends QuickRightsOptions {
  basePath: string;
  versions: VersionResolver;
  logger: AdapterLogger;
  stopping: AbortSignal | undefined;
}

/** Answers a request if it is one of those; false leaves it to the handler, as if nothing had happened. */
export type QuickLookup = (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
) => boolean | Promise<boolean>;

const plainHeaders = Object.entries(apiHeaders).flat();
const json = ['Content-Type', 'application/json', 'Content-Length'];
const taggedHeaders = [...Object.entries(keptHeaders).flat(), 'ETag'];

interface Exchange {
  incoming: IncomingMessage;
  outgoing: ServerResponse;
  /** When the request came, in milliseconds. */
  start: number;
}

/** What may be kept has a tag. */
type Answer = Omit<KeptAnswer, 'tag'> & Partial<KeptAnswer>;

/** Where a handler has it. */
export const quickLookup = Symbol('quickLookup');

/**
 * Answers the questions that are asked all the time, of one application now: `GET …/versions?store=A&application=B`, and
 * `POST …/versions` of many stores, without making a `Request` and a `Response` of it: those cost more than everything
 * else. Whatever is out of the ordinary it leaves to the handler, which answers usual questions with the same bytes; a body
 * has been read by then, and the host was perhaps asked for rights, which it then is once more.
 */
export function createQuickLookup(options: QuickLookupOptions): QuickLookup {
  const { basePath, versions, logger, stopping } = options;
  const path = `${basePath}/versions`;
  const prefix = `${path}?`;
  const write = createLookupBytes(versions);
  const find = createKeptAnswers(versions, write);
  const spare = createSpareBuffers();
  const mayAsk = createQuickRights(options);
  const canAnswer = () => stopping?.aborted !== true && !versions.freshness().stale;

  function send({ incoming, outgoing, start }: Exchange, { body, length, tag }: Answer): true {
    const { method = '', headers } = incoming;
    const requestId = requestIdOf(headers['x-request-id']);
    const status = tag !== undefined && isKnown(tag, headers['if-none-match']) ? 304 : 200;
    const given = tag === undefined ? plainHeaders : [...taggedHeaders, tag];
    // A list of headers is written in a third of the time of an object.
    const about = [...given, 'X-Request-Id', requestId];
    if (status === 304) outgoing.writeHead(status, about).end();
    else outgoing.writeHead(status, [...about, ...json, String(length)]).end(body, 'latin1');
    const ms = Math.round(performance.now() - start);
    logger.info({ requestId, method, path, status, ms }, 'request');
    return true;
  }

  function get(exchange: Exchange): boolean | Promise<boolean> {
    const query = (exchange.incoming.url ?? '').slice(prefix.length);
    const answer = find(query);
    if (answer === undefined) return false;
    const allowed = mayAsk(exchange.incoming, 'lookUpVersions');
    if (typeof allowed === 'boolean') return allowed && send(exchange, answer);
    return allowed.then((yes) => {
      // Time has passed.
      const current = yes && canAnswer() ? find(query) : undefined;
      return current !== undefined && send(exchange, current);
    });
  }

  async function post(exchange: Exchange): Promise<boolean> {
    const { incoming, outgoing } = exchange;
    const question = questionOfBody(await readQuickBody(incoming));
    if (question === undefined) return false;
    if (!(await mayAsk(incoming, 'lookUpManyVersions')) || !canAnswer()) return false;
    const bytes = write(question, spare.take);
    if (bytes === undefined) return false;
    outgoing.once('close', () => {
      spare.giveBack(bytes);
    });
    return send(exchange, { body: bytes, length: bytes.length });
  }

  return (incoming, outgoing) => {
    const { method, url = '', headers } = incoming;
    const isGet = method === 'GET' && url.startsWith(prefix);
    if (!isGet && !(method === 'POST' && url === path && hasQuickBody(incoming))) return false;
    if (!isUsualHost(headers.host) || !canAnswer()) return false;
    const exchange = { incoming, outgoing, start: performance.now() };
    return isGet ? get(exchange) : post(exchange);
  };
}
