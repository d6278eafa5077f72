import { type z } from 'zod';
import {
  addApplicationSchema,
  betaAppEditSchema,
  betaAppPageSchema,
  betaAppRefSchema,
  betaAppSchema,
  changeApplicationSchema,
  copyBetaAppSchema,
  createBetaAppSchema,
  listBetaAppsSchema,
  pauseBetaAppSchema,
  removeApplicationSchema,
  updateBetaAppSchema,
  withdrawingEditSchema,
} from './beta-app.js';
import {
  betaAppStorePageSchema,
  listBetaAppStoresSchema,
  savedStoresSchema,
  saveStoresSchema,
} from './beta-app-stores.js';
import {
  applicationPageSchema,
  branchListSchema,
  listApplicationsSchema,
  listBranchesSchema,
  listStoresSchema,
  storePageSchema,
} from './directory.js';
import {
  historyPageSchema,
  historyStorePageSchema,
  listBetaAppHistorySchema,
  listHistoryStoresSchema,
  listStoreHistorySchema,
} from './history.js';
import { getTimelineSchema, timelineSchema } from './timeline.js';
import {
  lookUpFewVersionsSchema,
  lookUpVersionsSchema,
  versionLookupSchema,
} from './version-lookup.js';
import { listStoresOfVersionSchema, storesOfVersionPageSchema } from './version-stores.js';

/** How the text of a path or query parameter becomes a value. */
export type ParameterKind = 'text' | 'integer' | 'boolean' | 'list';

/** One operation over HTTP: where it is, and what its input and its answer are. */
export interface Route {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the base path, with parameters in braces. */
  path: string;
  /** What the input takes from the path, and how. */
  params: Readonly<Record<string, ParameterKind>>;
  /** What the input takes from the query, and how. What is left comes from the body. */
  query: Readonly<Record<string, ParameterKind>>;
  /** Whether `If-Match` carries the input's `detailsRevision`. */
  ifMatch: boolean;
  /** Whether it changes anything: then it takes an `Idempotency-Key`. */
  writes: boolean;
  /** The status of success. */
  status: 200 | 201;
  /** The whole input: parameters, `detailsRevision` and body together. */
  input: z.ZodType;
  output: z.ZodType;
  /** Whether `Accept: text/csv` gets all of its items as CSV. */
  csv?: boolean;
  /** Whether `Accept: text/event-stream` gets its revisions, as they become others. */
  watched?: boolean;
  /** Whether clients may keep its answer, and ask by its `ETag` whether it is still the same. */
  keeps?: boolean;
}

const page = { cursor: 'text', limit: 'integer' } as const;
const betaApp = { id: 'integer' } as const;
const history = {
  application: 'text',
  actor: 'text',
  action: 'list',
  from: 'text',
  to: 'text',
  ...page,
} as const;
const application = { id: 'integer', code: 'text' } as const;

/** Every operation, by its name in OpenAPI, which is core's too unless it says otherwise. */
export const routes = {
  listBetaApps: {
    method: 'GET',
    path: '/beta-apps',
    params: {},
    query: { q: 'text', state: 'list', ...page },
    ifMatch: false,
    writes: false,
    status: 200,
    input: listBetaAppsSchema,
    output: betaAppPageSchema,
  },
  getTimeline: {
    method: 'GET',
    path: '/timeline',
    params: {},
    query: { from: 'text', to: 'text', application: 'text' },
    ifMatch: false,
    writes: false,
    status: 200,
    input: getTimelineSchema,
    output: timelineSchema,
  },
  createBetaApp: {
    method: 'POST',
    path: '/beta-apps',
    params: {},
    query: {},
    ifMatch: false,
    writes: true,
    status: 201,
    input: createBetaAppSchema,
    output: betaAppSchema,
  },
  getBetaApp: {
    method: 'GET',
    path: '/beta-apps/{id}',
    params: betaApp,
    query: {},
    ifMatch: false,
    writes: false,
    status: 200,
    input: betaAppRefSchema,
    output: betaAppSchema,
    watched: true,
  },
  updateBetaApp: {
    method: 'PATCH',
    path: '/beta-apps/{id}',
    params: betaApp,
    query: {},
    ifMatch: true,
    writes: true,
    status: 200,
    input: updateBetaAppSchema,
    output: betaAppSchema,
  },
  copyBetaApp: {
    method: 'POST',
    path: '/beta-apps/{id}/copy',
    params: betaApp,
    query: {},
    ifMatch: false,
    writes: true,
    status: 201,
    input: copyBetaAppSchema,
    output: betaAppSchema,
  },
  pauseBetaApp: {
    method: 'POST',
    path: '/beta-apps/{id}/pause',
    params: betaApp,
    query: {},
    ifMatch: true,
    writes: true,
    status: 200,
    input: pauseBetaAppSchema,
    output: betaAppSchema,
  },
  resumeBetaApp: {
    method: 'POST',
    path: '/beta-apps/{id}/resume',
    params: betaApp,
    query: {},
    ifMatch: true,
    writes: true,
    status: 200,
    input: withdrawingEditSchema,
    output: betaAppSchema,
  },
  endBetaApp: {
    method: 'POST',
    path: '/beta-apps/{id}/end',
    params: betaApp,
    query: {},
    ifMatch: true,
    writes: true,
    status: 200,
    input: betaAppEditSchema,
    output: betaAppSchema,
  },
  cancelBetaApp: {
    method: 'POST',
    path: '/beta-apps/{id}/cancel',
    params: betaApp,
    query: {},
    ifMatch: true,
    writes: true,
    status: 200,
    input: betaAppEditSchema,
    output: betaAppSchema,
  },
  promoteBetaApp: {
    method: 'POST',
    path: '/beta-apps/{id}/promote',
    params: betaApp,
    query: {},
    ifMatch: true,
    writes: true,
    status: 200,
    input: betaAppEditSchema,
    output: betaAppSchema,
  },
  addApplication: {
    method: 'POST',
    path: '/beta-apps/{id}/applications',
    params: betaApp,
    query: {},
    ifMatch: true,
    writes: true,
    status: 201,
    input: addApplicationSchema,
    output: betaAppSchema,
  },
  changeApplication: {
    method: 'PATCH',
    path: '/beta-apps/{id}/applications/{code}',
    params: application,
    query: {},
    ifMatch: true,
    writes: true,
    status: 200,
    input: changeApplicationSchema,
    output: betaAppSchema,
  },
  removeApplication: {
    method: 'DELETE',
    path: '/beta-apps/{id}/applications/{code}',
    params: application,
    query: {},
    ifMatch: true,
    writes: true,
    status: 200,
    input: removeApplicationSchema,
    output: betaAppSchema,
  },
  listBetaAppStores: {
    method: 'GET',
    path: '/beta-apps/{id}/stores',
    params: betaApp,
    query: { branch: 'text', q: 'text', registered: 'boolean', ...page },
    ifMatch: false,
    writes: false,
    status: 200,
    input: listBetaAppStoresSchema,
    output: betaAppStorePageSchema,
    csv: true,
  },
  saveStores: {
    method: 'PATCH',
    path: '/beta-apps/{id}/stores',
    params: betaApp,
    query: { dryRun: 'boolean' },
    ifMatch: false,
    writes: true,
    status: 200,
    input: saveStoresSchema,
    output: savedStoresSchema,
  },
  listBranches: {
    method: 'GET',
    path: '/branches',
    params: {},
    query: { q: 'text', betaApp: 'integer' },
    ifMatch: false,
    writes: false,
    status: 200,
    input: listBranchesSchema,
    output: branchListSchema,
  },
  listApplications: {
    method: 'GET',
    path: '/applications',
    params: {},
    query: { q: 'text', ...page },
    ifMatch: false,
    writes: false,
    status: 200,
    input: listApplicationsSchema,
    output: applicationPageSchema,
  },
  listStores: {
    method: 'GET',
    path: '/stores',
    params: {},
    query: { q: 'text', ...page },
    ifMatch: false,
    writes: false,
    status: 200,
    input: listStoresSchema,
    output: storePageSchema,
  },
  lookUpVersions: {
    method: 'GET',
    path: '/versions',
    params: {},
    query: { store: 'list', application: 'list', at: 'text' },
    ifMatch: false,
    writes: false,
    status: 200,
    input: lookUpFewVersionsSchema,
    output: versionLookupSchema,
    keeps: true,
  },
  lookUpManyVersions: {
    method: 'POST',
    path: '/versions',
    params: {},
    query: {},
    ifMatch: false,
    writes: false,
    status: 200,
    input: lookUpVersionsSchema,
    output: versionLookupSchema,
  },
  listStoresOfVersion: {
    method: 'GET',
    path: '/version-stores',
    params: {},
    query: { application: 'text', version: 'text', at: 'text', branch: 'text', ...page },
    ifMatch: false,
    writes: false,
    status: 200,
    input: listStoresOfVersionSchema,
    output: storesOfVersionPageSchema,
    csv: true,
  },
  listBetaAppHistory: {
    method: 'GET',
    path: '/beta-apps/{id}/history',
    params: betaApp,
    query: { store: 'text', ...history },
    ifMatch: false,
    writes: false,
    status: 200,
    input: listBetaAppHistorySchema,
    output: historyPageSchema,
    csv: true,
  },
  listHistoryStores: {
    method: 'GET',
    path: '/beta-apps/{id}/history/{event}/stores',
    params: { id: 'integer', event: 'integer' },
    query: page,
    ifMatch: false,
    writes: false,
    status: 200,
    input: listHistoryStoresSchema,
    output: historyStorePageSchema,
    csv: true,
  },
  listStoreHistory: {
    method: 'GET',
    path: '/stores/{store}/history',
    params: { store: 'text' },
    query: { betaApp: 'integer', ...history },
    ifMatch: false,
    writes: false,
    status: 200,
    input: listStoreHistorySchema,
    output: historyPageSchema,
    csv: true,
  },
} as const satisfies Record<string, Route>;

/** The name of an operation that has a route. */
export type OperationId = keyof typeof routes;
