import type { lookupLimits } from '@beta-app/core/contract';
import { type CallMethod, type Endpoint, endpoints } from './endpoints.js';

/** An input of an operation, before it is spread over address, headers and body. */
export type CallInput = Readonly<Record<string, unknown>>;

const codesInAddress: (typeof lookupLimits)['inAddress'] = 100;

/** Where a call goes: a lookup of more than an address has room for is an operation of its own. */
export function endpointOf(name: CallMethod, input: CallInput): Endpoint {
  if (name !== 'lookUpVersions') return endpoints[name];
  const isLong = [input['store'], input['application']].some(
    (codes) => Array.isArray(codes) && codes.length > codesInAddress,
  );
  return isLong ? endpoints.lookUpManyVersions : endpoints.lookUpVersions;
}

/** Builds the address of a call: path parameters filled in, the query behind them. */
export function callUrl(baseUrl: string, endpoint: Endpoint, input: CallInput): string {
  const path = endpoint.path.replace(/\{(\w+)\}/gu, (_, name: string) =>
    encodeURIComponent(textOf(input[name])),
  );
  const query = new URLSearchParams();
  for (const name of endpoint.query) {
    const value = input[name];
    if (value === undefined || value === '') continue;
    query.set(name, textOf(value));
  }
  const search = query.toString();
  return `${baseUrl.replace(/\/+$/u, '')}${path}${search === '' ? '' : `?${search}`}`;
}

/** What is left of an input for the body, or undefined if the call has none. */
export function callBody(endpoint: Endpoint, input: CallInput): string | undefined {
  if (endpoint.method === 'GET' || endpoint.method === 'DELETE') return undefined;
  const elsewhere = new Set<string>(endpoint.query);
  for (const [, name] of endpoint.path.matchAll(/\{(\w+)\}/gu)) if (name) elsewhere.add(name);
  if (endpoint.ifMatch) elsewhere.add('detailsRevision');
  return JSON.stringify(
    Object.fromEntries(Object.entries(input).filter(([name]) => !elsewhere.has(name))),
  );
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join(',') : String(value);
}
