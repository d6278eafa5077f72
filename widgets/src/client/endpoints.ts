import type { OperationId, routes } from '@beta-app/core/contract';
import { type BetaAppClient } from './beta-app-client.js';

/** Where an operation is, and which of its inputs go into the address. */
export interface Endpoint {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  query: readonly string[];
  ifMatch: boolean;
  writes: boolean;
}

// The contract's own routes carry zod schemas, which a page can do without; its types hold this copy.
interface EndpointOf<Id extends OperationId> {
  method: (typeof routes)[Id]['method'];
  path: (typeof routes)[Id]['path'];
  query: readonly (keyof (typeof routes)[Id]['query'])[];
  ifMatch: (typeof routes)[Id]['ifMatch'];
  writes: (typeof routes)[Id]['writes'];
}

const page = ['cursor', 'limit'] as const;
const history = ['application', 'actor', 'action', 'from', 'to', ...page] as const;

export const endpoints = {
  listBetaApps: {
    method: 'GET',
    path: '/beta-apps',
    query: ['q', 'state', ...page],
    ifMatch: false,
    writes: false,
  },
  getTimeline: {
    method: 'GET',
    path: '/timeline',
    query: ['from', 'to', 'application'],
    ifMatch: false,
    writes: false,
  },
  createBetaApp: { method: 'POST', path: '/beta-apps', query: [], ifMatch: false, writes: true },
  getBetaApp: { method: 'GET', path: '/beta-apps/{id}', query: [], ifMatch: false, writes: false },
  updateBetaApp: {
    method: 'PATCH',
    path: '/beta-apps/{id}',
    query: [],
    ifMatch: true,
    writes: true,
  },
  copyBetaApp: {
    method: 'POST',
    path: '/beta-apps/{id}/copy',
    query: [],
    ifMatch: false,
    writes: true,
  },
  pauseBetaApp: {
    method: 'POST',
    path: '/beta-apps/{id}/pause',
    query: [],
    ifMatch: true,
    writes: true,
  },
  resumeBetaApp: {
    method: 'POST',
    path: '/beta-apps/{id}/resume',
    query: [],
    ifMatch: true,
    writes: true,
  },
  endBetaApp: {
    method: 'POST',
    path: '/beta-apps/{id}/end',
    query: [],
    ifMatch: true,
    writes: true,
  },
  cancelBetaApp: {
    method: 'POST',
    path: '/beta-apps/{id}/cancel',
    query: [],
    ifMatch: true,
    writes: true,
  },
  promoteBetaApp: {
    method: 'POST',
    path: '/beta-apps/{id}/promote',
    query: [],
    ifMatch: true,
    writes: true,
  },
  addApplication: {
    method: 'POST',
    path: '/beta-apps/{id}/applications',
    query: [],
    ifMatch: true,
    writes: true,
  },
  changeApplication: {
    method: 'PATCH',
    path: '/beta-apps/{id}/applications/{code}',
    query: [],
    ifMatch: true,
    writes: true,
  },
  removeApplication: {
    method: 'DELETE',
    path: '/beta-apps/{id}/applications/{code}',
    query: [],
    ifMatch: true,
    writes: true,
  },
  listBetaAppStores: {
    method: 'GET',
    path: '/beta-apps/{id}/stores',
    query: ['branch', 'q', 'registered', ...page],
    ifMatch: false,
    writes: false,
  },
  saveStores: {
    method: 'PATCH',
    path: '/beta-apps/{id}/stores',
    query: ['dryRun'],
    ifMatch: false,
    writes: true,
  },
  listBranches: {
    method: 'GET',
    path: '/branches',
    query: ['q', 'betaApp'],
    ifMatch: false,
    writes: false,
  },
  listApplications: {
    method: 'GET',
    path: '/applications',
    query: ['q', ...page],
    ifMatch: false,
    writes: false,
  },
  listStores: {
    method: 'GET',
    path: '/stores',
    query: ['q', ...page],
    ifMatch: false,
    writes: false,
  },
  lookUpVersions: {
    method: 'GET',
    path: '/versions',
    query: ['store', 'application', 'at'],
    ifMatch: false,
    writes: false,
  },
  lookUpManyVersions: {
    method: 'POST',
    path: '/versions',
    query: [],
    ifMatch: false,
    writes: false,
  },
  listStoresOfVersion: {
    method: 'GET',
    path: '/version-stores',
    query: ['application', 'version', 'at', 'branch', ...page],
    ifMatch: false,
    writes: false,
  },
  listBetaAppHistory: {
    method: 'GET',
    path: '/beta-apps/{id}/history',
    query: ['store', ...history],
    ifMatch: false,
    writes: false,
  },
  listHistoryStores: {
    method: 'GET',
    path: '/beta-apps/{id}/history/{event}/stores',
    query: page,
    ifMatch: false,
    writes: false,
  },
  listStoreHistory: {
    method: 'GET',
    path: '/stores/{store}/history',
    query: ['betaApp', ...history],
    ifMatch: false,
    writes: false,
  },
} as const satisfies { [Id in OperationId]: EndpointOf<Id> };

/** What a client can be called for and answers once. */
export type CallMethod = Exclude<keyof BetaAppClient, 'watchBetaApp'>;

export const methodNames = (Object.keys(endpoints) as OperationId[]).filter(
  (id): id is CallMethod => id !== 'lookUpManyVersions',
);
