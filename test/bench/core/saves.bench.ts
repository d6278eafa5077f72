import { makeBetaApp } from '../../core/support/beta-apps.js';
import { type BenchRow } from '../harness/bench-row.js';
import { type BenchSuite } from '../harness/report.js';
import { compare, timeOf } from '../harness/rounds.js';
import { openCompany, type Company } from '../support/company.js';
import { openPlainTable, type PlainTable } from '../support/plain-table.js';
import { saveNew, saveOf } from '../support/saves.js';

const bareInsert = 'a bare insert of the same rows into a table with one primary key';

/** Saving stores, against what PostgreSQL needs to write as many rows. */
export async function measure(): Promise<BenchSuite> {
  const company = await openCompany();
  try {
    const plain = await openPlainTable(company);
    const held = company.stores.slice(15_000);
    // A trial of the same application in other stores: the overlap check has something to look at.
    await makeBetaApp(company.core, { applications: ['APP0'], stores: [...held] });
    const many = company.stores.slice(0, 15_000);
    const rows: BenchRow[] = [
      await compare({
        what: 'save 15,000 stores',
        subject: () => saveNew(company, many, ['APP0']),
        peer: () => plain.insert(15_000),
        peerName: bareInsert,
        goal: { atMost: 2.5 },
      }),
      await compare({
        what: 'save 15,000 stores, three applications',
        subject: () => saveNew(company, many, ['APP1', 'APP2', 'APP3']),
        peer: () => saveNew(company, many, ['APP4']),
        peerName: 'one application',
        goal: { atMost: 1.2 },
      }),
      ...(await again(company, plain, many)),
      await oneBox(company, plain),
    ];
    return {
      title: 'Saving stores',
      about:
        '15,204 stores in 32 branches; core called in-process over one connection, as the role that serves; ' +
        'fsync and synchronous_commit on for both sides. Every save carries an idempotency key.',
      rows,
    };
  } finally {
    await company.close();
  }
}

/** Sending again what is saved: it must cost less than writing it. */
async function again(company: Company, plain: PlainTable, codes: readonly string[]) {
  const { id } = await makeBetaApp(company.core, { applications: ['APP5'], stores: [...codes] });
  let last = true;
  return [
    await compare({
      what: 'the same 15,000 again, nothing changed',
      subject: async () => timeOf(await saveOf(company, id, codes, true)),
      peer: () => plain.insert(codes.length),
      peerName: bareInsert,
      goal: { atMost: 1 },
    }),
    await compare({
      what: 'the same 15,000 again, one changed',
      subject: async () => {
        last = !last;
        const changes = [{ registered: true, codes: [...codes] }];
        if (!last) changes.push({ registered: false, codes: [codes[0]!] });
        return timeOf(await saveOf(company, id, changes));
      },
      peer: () => plain.insert(codes.length),
      peerName: bareInsert,
      goal: { atMost: 1 },
    }),
  ];
}

function oneBox(company: Company, plain: PlainTable): Promise<BenchRow> {
  let registered = false;
  let id: number | undefined;
  return compare({
    what: 'save one box',
    rounds: 200,
    warmUp: 20,
    subject: async () => {
      id ??= (await makeBetaApp(company.core, { applications: ['APP6'] })).id;
      registered = !registered;
      return timeOf(await saveOf(company, id, [company.stores[7]!], registered));
    },
    peer: () => plain.insert(1),
    peerName: 'a bare insert of one row over the same connection',
    goal: { atMost: 3 },
  });
}
