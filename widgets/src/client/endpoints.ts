import type { OperationId, routes } from '@beta-app/core/contract';

/** Where an operation is, and which of its inputs go into the address. */
export interface Endpoint {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  query: readonly string[];
  ifMatch: boolean;
}

// The contract's own routes carry zod schemas, which a page can do without; its types hold this copy.
interface EndpointOf<Id extends OperationId> {
  method: (typeof routes)[Id]['method'];
  path: (typeof routes)[Id]['path'];
  query: readonly (keyof (typeof routes)[Id]['query'])[];
  ifMatch: (typeof routes)[Id]['ifMatch'];
}

const page = ['cursor', 'limit'] as const;

export const endpoints = {
  listBetaApps: {
    method: 'GET',
    path: '/beta-apps',
    query: ['q', 'state', ...page],
    ifMatch: false,
  },
  createBetaApp: { method: 'POST', path: '/beta-apps', query: [], ifMatch: false },
  getBetaApp: { method: 'GET', path: '/beta-apps/{id}', query: [], ifMatch: false },
  updateBetaApp: { method: 'PATCH', path: '/beta-apps/{id}', query: [], ifMatch: true },
  endBetaApp: { method: 'POST', path: '/beta-apps/{id}/end', query: [], ifMatch: true },
  cancelBetaApp: { method: 'POST', path: '/beta-apps/{id}/cancel', query: [], ifMatch: true },
  addApplication: {
    method: 'POST',
    path: '/beta-apps/{id}/applications',
    query: [],
    ifMatch: true,
  },
  changeApplication: {
    method: 'PATCH',
    path: '/beta-apps/{id}/applications/{code}',
    query: [],
    ifMatch: true,
  },
  removeApplication: {
    method: 'DELETE',
    path: '/beta-apps/{id}/applications/{code}',
    query: [],
    ifMatch: true,
  },
  listBetaAppStores: {
    method: 'GET',
    path: '/beta-apps/{id}/stores',
    query: ['branch', 'q', 'registered', ...page],
    ifMatch: false,
  },
  saveStores: {
    method: 'PATCH',
    path: '/beta-apps/{id}/stores',
    query: ['dryRun'],
    ifMatch: false,
  },
  listBranches: { method: 'GET', path: '/branches', query: ['q', 'betaApp'], ifMatch: false },
  listApplications: { method: 'GET', path: '/applications', query: ['q', ...page], ifMatch: false },
  listStores: { method: 'GET', path: '/stores', query: ['q', ...page], ifMatch: false },
} as const satisfies { [Id in OperationId]: EndpointOf<Id> };
