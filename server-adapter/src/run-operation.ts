import { type Core, errorOf, type WriteOptions } from '@beta-app/core';
import {
  type BetaApp,
  type OperationId,
  type Route,
  routes,
  type SaveStores,
} from '@beta-app/core/contract';
import { type WatchBetaApp } from './changes/watch-beta-app.js';
import { type Authenticate, findActor } from './access/authenticate.js';
import { type Authorize, checkRights } from './access/authorize.js';
import { saveWithMoves } from './access/moving-stores.js';
import { readBody } from './request/body.js';
import { readIdempotencyKey, readIfMatch } from './request/headers.js';
import { joinInput } from './request/input.js';
import { parseBody } from './request/json-body.js';
import { prefersCsv, prefersEvents } from './request/preferences.js';
import { readParams, readQuery } from './request/parameters.js';
import { type CsvPage, csvResponse } from './response/csv-response.js';
import { csvTables } from './response/csv-tables.js';
import { successResponse } from './response/envelope.js';
import { answerLookup, type LookupSources } from './versions/answer-lookup.js';

/** What operations are run with. */
export interface OperationContext extends LookupSources {
  core: Core;
  authenticate?: Authenticate | undefined;
  authorize?: Authorize | undefined;
  watch?: WatchBetaApp | undefined;
  /** Hears of what goes wrong after the answer has begun. */
  failed: (thrown: unknown) => void;
}

/** The operations as they are seen from here: core's own schemas say what each of them takes. */
type Operations = Record<OperationId, (input: unknown, options: WriteOptions) => Promise<unknown>>;

/** Answers a request for an operation: who is it, may they, what do they want, do it. */
export async function runOperation(
  action: OperationId,
  request: Request,
  pathTexts: Readonly<Record<string, string>>,
  { core, bounded, versions, authenticate, authorize, watch, failed }: OperationContext,
): Promise<Response> {
  const route: Route = routes[action];
  const { headers } = request;
  const { searchParams } = addressOf(request);
  const actor = await findActor(request, authenticate);
  const params = readParams(route, pathTexts);
  const query = readQuery(route, searchParams);
  if (authorize !== undefined) {
    const id = params['id'] ?? idOf(query['betaApp']);
    await checkRights(authorize, { actor, action, id }, core, bounded);
  }
  const edit = route.ifMatch ? { detailsRevision: readIfMatch(headers) } : {};
  const key = route.writes ? readIdempotencyKey(headers) : undefined;
  const hasBody = route.method !== 'GET';
  const body = hasBody ? parseBody(await readBody(request), headers.get('content-type')) : {};
  const input = joinInput(route, { ...params, ...query, ...edit }, body);
  // Who changes details withdraws stores only if he may save them.
  if (authorize !== undefined && input['withdraw'] !== undefined) {
    await checkRights(authorize, { actor, action: 'saveStores', id: params['id'] }, core, bounded);
  }

  const options: WriteOptions = { actor, ...(key === undefined ? {} : { idempotencyKey: key }) };
  if (action === 'lookUpVersions' || action === 'lookUpManyVersions') {
    return answerLookup(route, input, headers, { core, bounded, versions });
  }
  const run = (wanted: unknown) =>
    bounded(() => (core as unknown as Operations)[action](wanted, options));
  const table = csvTables[action];
  if (table !== undefined && prefersCsv(headers)) {
    return csvResponse(table, input, run as (wanted: object) => Promise<CsvPage>, failed);
  }
  if (route.watched && watch !== undefined && request.method === 'GET' && prefersEvents(headers)) {
    const stream = await watch(
      Number(params['id']),
      async () => ((await run(input)) as BetaApp).revision,
    );
    if (stream !== undefined) return stream;
  }
  const data =
    action === 'saveStores' && authorize !== undefined
      ? await saveWithMoves(actor, input, { core, bounded, authorize }, (allowed) =>
          bounded(() =>
            core.saveStores(input as unknown as SaveStores, { ...options, ...allowed }),
          ),
        )
      : await run(input);
  return successResponse(route, data, headers);
}

/** The beta app that a query asks about; what is no id is refused by core, by its own name. */
const idOf = (betaApp: unknown) =>
  typeof betaApp === 'number' && betaApp > 0 ? betaApp : undefined;

/** A server takes addresses that are none, and some with a password in them, of which no `Request` can be made or copied. */
function addressOf({ url }: Request): URL {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address?.username === '' && address.password === '') return address;
  throw errorOf('VALIDATION_FAILED', { errors: [{ path: 'URL', code: 'format' }] });
}
