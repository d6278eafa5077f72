import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type BetaAppStorePage } from '@beta-app/core/contract';
import { createHandler, createNodeListener } from '@beta-app/server-adapter';
import { makeBetaApp } from '../../core/support/beta-apps.js';
import { countRow } from '../harness/bench-row.js';
import { type BenchSuite } from '../harness/report.js';
import { compare, timeOf } from '../harness/rounds.js';
import { actor, openCompany, type Company } from '../support/company.js';

const bareQuery = 'the bare query, its rows read by the driver';
const bigBranch = 'B00';

/** Listing stores over HTTP, against what the driver needs to read as many rows. */
export async function measure(): Promise<BenchSuite> {
  const company = await openCompany();
  const listener = createNodeListener(
    createHandler({ core: company.core, authenticate: () => actor }),
  );
  const server = createServer((...exchange) => void listener(...exchange)).listen(0, '127.0.0.1');
  try {
    const { core, stores } = company;
    const all = stores.slice(0, 15_000);
    const { id } = await makeBetaApp(core, { applications: ['APP0'], stores: [...all] });
    const port = String((server.address() as AddressInfo).port);
    const list = `http://127.0.0.1:${port}/api/beta-apps/${String(id)}/stores?limit=2000`;
    const readBranch = () => readPages(`${list}&branch=${bigBranch}`, 1_500);
    const readAll = () => readPages(`${list}&registered=true`, all.length);
    return {
      title: 'Listing stores over HTTP',
      about:
        'The same company, all but 204 stores registered. Ours is measured from the request until the last byte, ' +
        'page after page, over one kept connection.',
      rows: [
        await compare({
          what: 'the stores of a branch of 1,500',
          rounds: 40,
          subject: () => timeOf(readBranch),
          peer: () => timeOf(() => queryRows(company, id, bigBranch)),
          peerName: bareQuery,
          goal: { atMost: 1.5 },
        }),
        await compare({
          what: 'all pages of 15,000 stores',
          subject: () => timeOf(readAll),
          peer: () => timeOf(() => queryRows(company, id, null)),
          peerName: bareQuery,
          goal: { atMost: 1.5 },
        }),
        countRow({
          what: 'all pages of 15,000 registered stores, before compression',
          value: (await readAll()) / 1e6,
          unit: 'MB',
          goal: { atMost: 2 },
          note: '',
        }),
      ],
    };
  } finally {
    server.close();
    server.closeAllConnections();
    await company.close();
  }
}

/** Reads page after page, and tells how many bytes came. */
async function readPages(address: string, expected: number): Promise<number> {
  let bytes = 0;
  let count = 0;
  let cursor: string | null = '';
  while (cursor !== null) {
    const query: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const answer = await (await fetch(address + query)).arrayBuffer();
    bytes += answer.byteLength;
    const text = new TextDecoder().decode(answer);
    const { data } = JSON.parse(text) as { data: BetaAppStorePage };
    count += data.items.length;
    cursor = data.nextCursor;
  }
  if (count !== expected) throw new Error(`${String(count)} stores, not ${String(expected)}`);
  return bytes;
}

function queryRows({ sql }: Company, id: number, branch: string | null): Promise<unknown> {
  return sql`
    select store.code, state.name, branch.code as branch_code, registration.since
    from beta_app.store_state as state
    join beta_app.store on store.id = state.store_id
    join beta_app.branch on branch.id = state.branch_id
    left join beta_app.registration
      on registration.beta_app_id = ${id} and registration.store_id = state.store_id
    where state.until = 'infinity' and state.open and branch.code = coalesce(${branch}, branch.code)
    order by store.code`;
}
