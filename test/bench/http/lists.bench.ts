import path from 'node:path';
import { type BetaApp, type BetaAppStorePage } from '@beta-app/core/contract';
import { makeBetaApp } from '../../core/support/beta-apps.js';
import {
  type ServerProcess,
  startServerProcess,
} from '../../server-adapter/support/server-process.js';
import { type BenchRow, countRow } from '../harness/bench-row.js';
import { type BenchSuite } from '../harness/report.js';
import { compare, type Side, timeOf } from '../harness/rounds.js';
import { openCompany, type Company } from '../support/company.js';
import { type FlaskPeer, startFlaskPeer } from './support/flask-peer.js';
import { readPages } from './support/read-pages.js';

const bigBranch = 'B00';
const pageSize = 2_000;
const everybody = path.join(import.meta.dirname, '../../server-adapter/support/auth-everybody.ts');

/** Which stores are listed. */
interface List {
  what: string;
  /** All registered ones where there is none. */
  branch: string | null;
  count: number;
}

/** Listing stores over HTTP, against what the driver needs to read as many rows. */
export async function measure(): Promise<BenchSuite> {
  const company = await openCompany();
  const { core, stores, database } = company;
  let server: ServerProcess | undefined;
  let peer: FlaskPeer | undefined;
  try {
    peer = await startFlaskPeer(database.serviceUrl);
    server = await startServerProcess(database.serviceUrl, ['--auth', everybody]);
    const ours = server.url;
    const flasks = peer.url;
    const all = stores.slice(0, 15_000);
    const { id } = await makeBetaApp(core, { applications: ['APP0'], stores: [...all] });
    await company.settle();
    const ofBranch: List = {
      what: 'the stores of a branch of 1,500',
      branch: bigBranch,
      count: 1_500,
    };
    const whole: List = { what: 'all pages of 15,000 stores', branch: null, count: all.length };
    const read = (url: string, { branch, count }: Omit<List, 'what'>) => {
      const filter = branch === null ? 'registered=true' : `branch=${branch}`;
      const path = `/api/beta-apps/${String(id)}/stores?limit=${String(pageSize)}&${filter}`;
      return readPages(url + path, count);
    };
    const timeToRead = async (url: string, list: Omit<List, 'what'>) =>
      (await read(url, list)).milliseconds;
    const bare = { limit: 1.5, name: 'the bare query, its rows read by the driver' };
    const flask = {
      limit: 1,
      name: 'Flask and psycopg2 with the same query, all rows in one answer',
    };
    const against = ({ what, ...list }: List, { limit, name }: typeof bare, peer: Side) =>
      compare({
        what,
        rounds: 40,
        // Until each of its ten connections has planned its queries.
        warmUp: 60,
        subject: () => timeToRead(ours, list),
        peer,
        peerName: name,
        goal: { atMost: limit },
      });
    const rows = [
      await against(ofBranch, bare, () => timeOf(() => queryBranch(company, id, bigBranch))),
      await against(whole, { ...bare, name: `${bare.name}, page by page` }, () =>
        timeOf(() => queryPages(company, id)),
      ),
      await against(whole, { ...bare, name: `${bare.name}, all at once` }, () =>
        timeOf(() => queryAll(company, id)),
      ),
      await against(besideFlask(ofBranch), flask, () => timeToRead(flasks, ofBranch)),
      await against(besideFlask(whole), flask, () => timeToRead(flasks, whole)),
    ];
    rows.push(await marks(company, ours));
    rows.push(
      countRow({
        what: 'all pages of 15,000 registered stores, before compression',
        value: (await read(ours, whole)).bytes / 1e6,
        unit: 'MB',
        goal: { atMost: 2 },
        note: '',
      }),
    );
    return {
      title: 'Listing stores over HTTP',
      about:
        'The same company, all but 204 stores registered; the server is a process of its own. Measured from each request ' +
        'to its last byte, page after page, over one kept connection.',
      rows,
      limits:
        'Of the time for a branch half is its query, which is quicker than the bare one. The rest goes into what the bare one ' +
        'doesn’t do: JSON is read from the database, written anew for the client, and sent from one process to another, which ' +
        'takes as long again. That all rows at once are quicker than page by page is the price of pages of 2,000.',
    };
  } finally {
    peer?.stop();
    server?.child.kill();
    await server?.exited;
    await company.close();
  }
}

/** A branch of which another beta app holds every third store, against the same without applications. */
async function marks(company: Company, url: string): Promise<BenchRow> {
  const { core } = company;
  const branch = company.storesOf(bigBranch);
  const stores = branch.filter((_, index) => index % 3 === 0);
  // Far from the other one, whose stores are nearly all.
  const period: [number, number] = [1_000, 1_030];
  await makeBetaApp(core, { period, applications: ['APP1'], stores });
  const marked = await makeBetaApp(core, { period, applications: ['APP1'] });
  const unmarked = await makeBetaApp(core, { period });
  await company.settle();
  const pathOf = ({ id }: BetaApp) =>
    `${url}/api/beta-apps/${String(id)}/stores?limit=${String(pageSize)}&branch=${bigBranch}`;
  const answer = (await (await fetch(pathOf(marked))).json()) as { data: BetaAppStorePage };
  const found = answer.data.items.filter(({ heldBy }) => heldBy !== undefined).length;
  if (found !== stores.length)
    throw new Error(`${String(found)} marks, not ${String(stores.length)}`);
  const timeToRead = async (betaApp: BetaApp) =>
    (await readPages(pathOf(betaApp), branch.length)).milliseconds;
  return await compare({
    what: 'the stores of a branch of 1,500, a third of them marked as held',
    rounds: 40,
    warmUp: 60,
    subject: () => timeToRead(marked),
    peer: () => timeToRead(unmarked),
    peerName: 'the same list of a beta app without applications',
    goal: { atMost: 1.3 },
  });
}

const besideFlask = (list: List): List => ({ ...list, what: `${list.what}, beside Flask` });

const queryBranch = ({ sql }: Company, id: number, branch: string) => sql`
  ${columnsOf(sql)}
  left join beta_app.registration
    on registration.beta_app_id = ${id} and registration.store_id = state.store_id
  where state.until = 'infinity' and state.open and branch.code = ${branch}
  order by store.code`;

const queryAll = ({ sql }: Company, id: number) => sql`
  ${columnsOf(sql)}
  join beta_app.registration
    on registration.beta_app_id = ${id} and registration.store_id = state.store_id
  where state.until = 'infinity' and state.open
  order by store.code`;

async function queryPages({ sql }: Company, id: number): Promise<void> {
  for (let after = ''; ;) {
    const page = await sql<{ code: string }[]>`
      ${columnsOf(sql)}
      join beta_app.registration
        on registration.beta_app_id = ${id} and registration.store_id = state.store_id
      where state.until = 'infinity' and state.open and store.code > ${after}
      order by store.code limit ${pageSize}`;
    if (page.length < pageSize) return;
    after = page.at(-1)!.code;
  }
}

const columnsOf = (sql: Company['sql']) => sql`
  select store.code, state.name, branch.code as branch_code, registration.since
  from beta_app.store_state as state
  join beta_app.store on store.id = state.store_id
  join beta_app.branch on branch.id = state.branch_id`;
