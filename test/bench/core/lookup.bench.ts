import { createVersionResolver, type VersionResolver } from '@beta-app/core';
import { makeBetaApp, register, withdraw } from '../../core/support/beta-apps.js';
import { type BenchRow, countRow } from '../harness/bench-row.js';
import { type BenchSuite } from '../harness/report.js';
import { budget, compare } from '../harness/rounds.js';
import { actor, type Company, openCompany } from '../support/company.js';
import { fill, type Size } from '../support/million-stores.js';
import { startOtherProcess } from '../support/other-process.js';
import { makeQuarterTrials, trialCount } from '../support/quarter-trials.js';

const lookups = 200_000;
const medium: Size = { stores: 100_000, betaApps: 100, registrations: 1_000_000 };
const large: Size = { stores: 1_000_000, betaApps: 100, registrations: 10_000_000 };

/** Which version a store runs, from memory: how quick, how large, how soon after a change. */
export async function measure(): Promise<BenchSuite> {
  return {
    title: 'Versions from memory',
    about:
      `A company of 15,204 stores with ${String(trialCount)} beta apps, each in a quarter of the stores, and one of ` +
      '1,000,000 stores with 100 beta apps and 10,000,000 registrations. Each round looks up 200,000 random pairs of store ' +
      'and application, each a text of its own as in a request; the peer keeps a `Map` of the codes and a bit for each store and application, and knows no reasons.',
    rows: [...(await measureUsual()), await measureMedium(), ...(await measureLarge())],
  };
}

async function measureUsual(): Promise<BenchRow[]> {
  const company = await openCompany();
  try {
    const { core, stores, database } = company;
    await makeQuarterTrials(company);
    const rows = [await compareWithBits(company, '15,000 stores, 40 beta apps', stores)];

    const other = await startOtherProcess(database.serviceUrl);
    const { id } = await makeBetaApp(core, { applications: ['APP50'] });
    await other.changed();
    let isIn = false;
    const toggle = async (codes: string[]) => {
      isIn = !isIn;
      await (isIn ? register : withdraw)(core, id, codes, actor);
    };
    rows.push(
      await budget({
        what: 'one box saved here, to the answer changed in another process',
        rounds: 200,
        subject: async () => {
          const heard = other.changed();
          const { revision, directoryRevision } = await core.listBetaAppStores({ id, limit: 1 });
          const start = performance.timeOrigin + performance.now();
          isIn = !isIn;
          const changes = [{ registered: isIn, codes: [stores[0]!] }];
          await core.saveStores(
            { id, baseRevision: revision, directoryRevision, changes },
            { actor },
          );
          return (await heard) - start;
        },
        goal: { atMost: 10 },
      }),
      await budget({
        what: '15,000 boxes saved here, from the commit to the answers changed in another process',
        subject: async () => {
          const heard = other.changed();
          await toggle(stores.slice(0, 15_000));
          const saved = performance.timeOrigin + performance.now();
          return Math.max(0, (await heard) - saved);
        },
        goal: { atMost: 60 },
      }),
    );
    await other.stop();
    return rows;
  } finally {
    await company.close();
  }
}

async function measureMedium(): Promise<BenchRow> {
  const company = await openCompany();
  try {
    await fill(company, medium);
    const { loaded, stop } = await startOtherProcess(company.database.serviceUrl);
    await stop();
    return countRow({
      what: 'loading 100,000 stores and 1,000,000 current registrations, of 100 beta apps',
      value: loaded.ms / 1_000,
      unit: 's',
      goal: { atMost: 3 },
      note: 'once, in a process of its own',
    });
  } finally {
    await company.close();
  }
}

async function measureLarge(): Promise<BenchRow[]> {
  const company = await openCompany();
  try {
    await fill(company, large);
    const { loaded, stop } = await startOtherProcess(company.database.serviceUrl);
    await stop();
    const codes = await company.owner<{ code: string }[]>`select code from beta_app.store`;
    return [
      countRow({
        what: 'loading 1,000,000 stores and 10,000,000 current registrations',
        value: loaded.ms / 1_000,
        unit: 's',
        goal: { atMost: 15 },
        note: 'once, in a process of its own',
      }),
      countRow({
        what: 'memory for them above a process that only has a connection',
        value: loaded.megabytes,
        unit: 'MB',
        goal: { atMost: 150 },
        note: 'resident, after collecting garbage',
      }),
      await compareWithBits(
        company,
        '1,000,000 stores, 100 beta apps',
        codes.map(({ code }) => code),
      ),
    ];
  } finally {
    await company.close();
  }
}

async function compareWithBits(
  company: Company,
  size: string,
  stores: readonly string[],
): Promise<BenchRow> {
  const resolver = createVersionResolver({ sql: company.sql });
  try {
    await resolver.ready();
    const applications = resolver
      .lookUp({ store: stores[0]! })
      .stores[0]!.versions.map(({ application }) => application.code);
    const bits = await readBits(company, stores);
    const random = randomPairs(stores, applications);
    const expected = random.filter(([store, application]) => bits.has(store, application)).length;
    return await compare({
      what: `lookup with its reason, ${size}`,
      subject: () => time(() => countBeta(resolver, random), expected),
      peer: () => time(() => countBits(bits, random), expected),
      peerName: 'a bare `Map` and bits',
      goal: { atLeast: 0.8 },
    });
  } finally {
    await resolver.close();
  }
}

type Pair = readonly [store: string, application: string];

const countBeta = (resolver: VersionResolver, pairs: readonly Pair[]): number => {
  let count = 0;
  for (const [store, application] of pairs) {
    if (resolver.resolve(store, application).channel === 'beta') count += 1;
  }
  return count;
};

interface Bits {
  ids: Map<string, number>;
  sets: Map<string, Uint32Array>;
  has: (store: string, application: string) => boolean;
}

const countBits = (bits: Bits, pairs: readonly Pair[]): number => {
  let count = 0;
  for (const [store, application] of pairs) if (bits.has(store, application)) count += 1;
  return count;
};

/** The bare knowledge: which stores run a beta version of an application today. */
async function readBits({ owner }: Company, stores: readonly string[]): Promise<Bits> {
  const ids = new Map(stores.map((code, index) => [code, index]));
  const sets = new Map<string, Uint32Array>();
  const rows = await owner<{ code: string; stores: string }[]>`
    select application.code, string_agg(store.code, ' ') as stores
    from beta_app.registration
    join beta_app.beta_app_state as state
      on state.beta_app_id = registration.beta_app_id and state.until = 'infinity'
    join beta_app.beta_app_application as taken
      on taken.beta_app_id = registration.beta_app_id and taken.until = 'infinity'
    join beta_app.application on application.id = taken.application_id
    join beta_app.store on store.id = registration.store_id
    where state.period @> (now() at time zone 'Asia/Jakarta')::date
    group by application.code`;
  for (const row of rows) {
    const set = new Uint32Array((stores.length >>> 5) + 1);
    for (const code of row.stores.split(' ')) {
      const id = ids.get(code)!;
      set[id >>> 5] = set[id >>> 5]! | (1 << (id & 31));
    }
    sets.set(row.code, set);
  }
  const has = (store: string, application: string): boolean => {
    const id = ids.get(store);
    const set = sets.get(application);
    if (id === undefined || set === undefined) return false;
    return (set[id >>> 5]! & (1 << (id & 31))) !== 0;
  };
  return { ids, sets, has };
}

function randomPairs(stores: readonly string[], applications: readonly string[]): Pair[] {
  // As texts of their own, which are no keys of any map yet: so they come out of a request.
  const any = (texts: readonly string[]): string =>
    Buffer.from(texts[Math.floor(Math.random() * texts.length)]!).toString();
  return Array.from({ length: lookups }, () => [any(stores), any(applications)]);
}

/** How long some counting takes; it has to come to the same. */
async function time(count: () => number, expected: number): Promise<number> {
  await Promise.resolve();
  const start = performance.now();
  const counted = count();
  const ms = performance.now() - start;
  if (counted !== expected) throw new Error(`Counted ${String(counted)}, not ${String(expected)}`);
  return ms;
}
