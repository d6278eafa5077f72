import {
  type BetaApp,
  type BetaAppStorePage,
  type PausedStores,
  type SavedStores,
} from '@beta-app/core/contract';
import { people } from '@beta-app/stories/demo/people';

export interface NewBetaApp {
  name: string;
  startsOn?: string;
  endsOn?: string;
  applications?: [code: string, version: string, notes?: string][];
  /** Codes of stores to register. */
  stores?: string[];
  /** Whose it is, by NIK. */
  nik?: string;
}

/** What tests prepare and look up through the demo's API. */
export interface Api {
  createBetaApp(wanted: NewBetaApp): Promise<BetaApp>;
  getBetaApp(id: number): Promise<BetaApp>;
  change(betaApp: BetaApp, fields: object, nik?: string): Promise<BetaApp>;
  pause(betaApp: BetaApp, stores: PausedStores): Promise<BetaApp>;
  saveStores(id: number, changes: object[], nik?: string): Promise<SavedStores>;
  listStores(id: number, query?: string): Promise<BetaAppStorePage>;
  registered(id: number, branch: string): Promise<string[]>;
}

export function createApi(origin: string): Api {
  async function call<Data>(
    method: string,
    path: string,
    options: { body?: object; nik?: string | undefined; revision?: number } = {},
  ): Promise<Data> {
    const { body, nik = people[0].nik, revision } = options;
    const answer = await fetch(`${origin}/api${path}`, {
      method,
      headers: {
        cookie: `sih-nik=${nik}`,
        ...(body && { 'content-type': 'application/json' }),
        ...(revision !== undefined && { 'if-match': `"${revision}"` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const { data, code } = (await answer.json()) as { data: Data; code?: string };
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${code ?? ''}`);
    return data;
  }

  const listStores: Api['listStores'] = (id, query = '') =>
    call('GET', `/beta-apps/${id}/stores?limit=2000${query}`);

  const saveStores: Api['saveStores'] = async (id, changes, nik) => {
    const { revision: baseRevision, directoryRevision } = await listStores(id);
    return call('PATCH', `/beta-apps/${id}/stores`, {
      body: { baseRevision, directoryRevision, changes },
      nik,
    });
  };

  return {
    listStores,
    saveStores,
    getBetaApp: (id) => call('GET', `/beta-apps/${id}`),
    change: (betaApp, fields, nik) =>
      call('PATCH', `/beta-apps/${betaApp.id}`, {
        body: fields,
        nik,
        revision: betaApp.detailsRevision,
      }),
    pause: ({ id, detailsRevision }, stores) =>
      call('POST', `/beta-apps/${id}/pause`, { body: { stores }, revision: detailsRevision }),
    registered: async (id, branch) => {
      const { items } = await listStores(id, `&branch=${branch}&registered=true`);
      return items.map(({ code }) => code);
    },
    createBetaApp: async (wanted) => {
      const { name, applications = [], stores = [], nik } = wanted;
      const { startsOn = '2091-01-01', endsOn = '2091-01-31' } = wanted;
      let betaApp = await call<BetaApp>('POST', '/beta-apps', {
        body: { name, startsOn, endsOn },
        nik,
      });
      for (const [applicationCode, version, notes = ''] of applications) {
        betaApp = await call<BetaApp>('POST', `/beta-apps/${betaApp.id}/applications`, {
          body: { applicationCode, version, notes },
          nik,
          revision: betaApp.detailsRevision,
        });
      }
      if (stores.length > 0) {
        await saveStores(betaApp.id, [{ registered: true, codes: stores }], nik);
      }
      return betaApp;
    },
  };
}
