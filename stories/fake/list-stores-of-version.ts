import type {
  ListStoresOfVersion,
  StoreOfVersion,
  StoresOfVersionPage,
} from '@beta-app/core/contract';
import { lookUpVersions } from './look-up-versions.js';
import { takePage } from './paging.js';
import { invalidField, Refusal } from './refusal.js';
import { type World } from './world.js';

export function listStoresOfVersion(world: World, input: ListStoresOfVersion): StoresOfVersionPage {
  const { directory, clock } = world;
  const { application, version, branch } = input;
  if (!directory.applications.has(application)) throw new Refusal('APPLICATION_NOT_FOUND');
  if (branch !== undefined && !directory.branches.has(branch)) {
    throw invalidField('branch', 'unknown');
  }
  // Unlike the server's, a cursor of the fake's doesn't keep the moment of the first page.
  const asked = { store: directory.stores().map(({ code }) => code), application };
  const { at, stores } = lookUpVersions(world, { ...asked, at: input.at ?? clock.moment() });
  const items = stores.flatMap(({ code, store, versions: [found] }): StoreOfVersion[] => {
    const { channel } = found ?? {};
    if (store?.open !== true || found?.version !== version || channel == null) return [];
    if (branch !== undefined && store.branchCode !== branch) return [];
    const { name, branchCode, branchName } = store;
    const { betaApp } = found;
    const given = channel === 'beta' && betaApp ? { id: betaApp.id, name: betaApp.name } : null;
    return [{ code, name, branchCode, branchName, channel, betaApp: given }];
  });
  const counts = new Map<string, StoresOfVersionPage['byBranch'][number]>();
  for (const { branchCode, branchName } of items) {
    const openStores = stores.filter(
      ({ store }) => store?.open === true && store.branchCode === branchCode,
    ).length;
    const count = counts.get(branchCode) ?? {
      code: branchCode,
      name: branchName,
      stores: 0,
      openStores,
    };
    counts.set(branchCode, { ...count, stores: count.stores + 1 });
  }
  return {
    at: at ?? clock.moment(),
    ...takePage(items, {
      query: input,
      filter: ['stores-of-version', application, version, branch, input.at],
      keyOf: ({ code }) => [code],
    }),
    byBranch: [...counts.values()].sort((one, other) => (one.code < other.code ? -1 : 1)),
  };
}
