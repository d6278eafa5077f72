import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type VersionLookup } from '@beta-app/core/contract';
import { type BenchRow, rowOf } from '../harness/bench-row.js';
import { type BenchSuite } from '../harness/report.js';
import { compare, comparisonOf, inTurns } from '../harness/rounds.js';
import { estimate } from '../harness/statistics.js';
import { openCompany } from '../support/company.js';
import { makeQuarterTrials, trialCount } from '../support/quarter-trials.js';
import { startFlaskPeer } from './support/flask-peer.js';
import { pinToServers, startPinnedProcess } from './support/pinned-process.js';
import { openWrk, type WrkRequest } from './support/wrk.js';

const bare = '`node:http` alone, sending one answer of that kind';
const storesPerPost = 1_000;
const rounds = { rounds: 11, warmUp: 2 };

/** Which version a store runs, asked over HTTP by many at once. */
export async function measure(): Promise<BenchSuite> {
  const company = await openCompany();
  const open: { stop: () => unknown }[] = [];
  try {
    await makeQuarterTrials(company);
    await company.settle();
    const { serviceUrl } = company.database;
    const ours = await startPinnedProcess('versions-server.ts', [serviceUrl]);
    open.push(ours);
    const flask = await startFlaskPeer(serviceUrl);
    open.push(flask);
    await pinToServers(flask.pid);

    return {
      title: 'Versions over HTTP',
      about:
        `The company of 15,204 stores with ${String(trialCount)} beta apps, each in a quarter of the stores. wrk asks over ` +
        '32 kept connections for two seconds a round, each time about others; servers have one core and it has the other. ' +
        'Whoever asks is looked at and allowed; nobody writes a log.',
      rows: [
        ...(await measureGets(ours.url, flask.url, company.stores)),
        ...(await measurePosts(ours.url, company.stores)),
      ],
    };
  } finally {
    for (const each of open) await each.stop();
    await company.close();
  }
}

async function measureGets(
  ours: string,
  flask: string,
  stores: readonly string[],
): Promise<BenchRow[]> {
  const usual = everyStore(stores);
  const rare = manyPairs(stores);
  await expectTheSame(ours, flask, rare);
  return besideBare(ours, usual[0]!, async (bareUrl) => {
    const beside = { peer: bareUrl, peerName: bare };
    return [
      await compareGets(
        { ...beside, what: 'one application of any store, asked with GET', ours },
        usual,
        0.9,
      ),
      await compareGets({ ...beside, what: 'any application of any store', ours }, rare, 0.8),
      await compareGets(
        {
          what: 'the same, beside Flask',
          ours,
          peer: flask,
          peerName: 'Flask and psycopg2, which ask the database',
        },
        rare,
        40,
      ),
    ];
  });
}

async function compareGets(
  { what, ours, peer, peerName }: { what: string; ours: string; peer: string; peerName: string },
  requests: readonly WrkRequest[],
  atLeast: number,
): Promise<BenchRow> {
  const wrk = await openWrk(requests);
  try {
    return await compare({
      what,
      ...rounds,
      subject: () => wrk.timePerAnswer(ours),
      peer: () => wrk.timePerAnswer(peer),
      peerName,
      tell: requestsPerSecond,
      goal: { atLeast },
    });
  } finally {
    wrk.dispose();
  }
}

async function measurePosts(ours: string, stores: readonly string[]): Promise<BenchRow[]> {
  const posts = manyStores(stores);
  const wrk = await openWrk(posts);
  try {
    return await besideBare(ours, posts[0]!, async (bareUrl) => {
      const measured = await inTurns({
        ...rounds,
        subject: () => wrk.timePerAnswer(ours),
        peer: () => wrk.timePerAnswer(bareUrl),
      });
      const perSecond = measured.subject.map((ms) => (storesPerPost * 1_000) / ms);
      const what = 'one application of 1,000 stores, asked with POST';
      return [
        rowOf({
          what,
          value: estimate(perSecond),
          unit: 'stores a second',
          goal: { atLeast: 300_000 },
          note: 'each with its reason',
        }),
        comparisonOf(measured, {
          what: 'the same, beside `node:http`',
          peerName: `${bare}, once it has read the body`,
          tell: requestsPerSecond,
          goal: { atLeast: 0.5 },
        }),
      ];
    });
  } finally {
    wrk.dispose();
  }
}

/** Starts what sends, without knowing anything, what ours answered once, headers and all. */
async function besideBare<Result>(
  ours: string,
  { path: address, body }: WrkRequest,
  measureBeside: (url: string) => Promise<Result>,
): Promise<Result> {
  const headersSent = { 'Content-Type': 'application/json' };
  const options = body === undefined ? {} : { method: 'POST', headers: headersSent, body };
  const answer = await fetch(ours + address, options);
  // The others it sends by itself.
  const headers = Object.fromEntries(
    [...answer.headers].filter(([name]) => !['connection', 'date', 'keep-alive'].includes(name)),
  );
  const directory = mkdtempSync(path.join(tmpdir(), 'beta-app-answer-'));
  const file = path.join(directory, 'answer.json');
  writeFileSync(file, JSON.stringify({ headers, text: await answer.text() }));
  const peer = await startPinnedProcess('bare-server.ts', [file]);
  try {
    return await measureBeside(peer.url);
  } finally {
    await peer.stop();
    rmSync(directory, { recursive: true });
  }
}

/** Every store, about an application that a quarter of them tries. */
const everyStore = (stores: readonly string[]): WrkRequest[] =>
  stores.map((store) => ({ path: `/api/versions?store=${store}&application=APP7` }));

/** Some of all stores with some of the applications that are tried: so many addresses that none comes again soon. */
function manyPairs(stores: readonly string[]): WrkRequest[] {
  const any = (count: number) => Math.floor(Math.random() * count);
  return Array.from({ length: 100_000 }, () => ({
    path: `/api/versions?store=${stores[any(stores.length)]!}&application=APP${String(any(trialCount))}`,
  }));
}

/** A request for each of the applications, with stores from the whole company. */
const manyStores = (stores: readonly string[]): WrkRequest[] =>
  Array.from({ length: trialCount }, (_, index) => ({
    path: '/api/versions',
    body: JSON.stringify({
      store: Array.from(
        { length: storesPerPost },
        (_, store) => stores[(index + store * 13) % stores.length],
      ),
      application: `APP${String(index)}`,
    }),
  }));

/** Both have to say the same of some pairs, before it matters who says it quicker. */
async function expectTheSame(ours: string, flask: string, gets: readonly WrkRequest[]) {
  for (let index = 0; index < gets.length; index += 499) {
    const { path: address } = gets[index]!;
    const read = async (url: string): Promise<unknown> => (await fetch(url + address)).json();
    const own = (await read(ours)) as { data: VersionLookup };
    const other = (await read(flask)) as { data: { version: string; channel: string } };
    const [found] = own.data.stores[0]!.versions;
    if (found?.version !== other.data.version || found.channel !== other.data.channel) {
      throw new Error(`${address} is answered differently: ${JSON.stringify([own, other])}`);
    }
  }
}

const requestsPerSecond = (milliseconds: number): string =>
  `${Math.round(1_000 / milliseconds).toLocaleString('en')} requests a second`;
