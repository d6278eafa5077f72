import path from 'node:path';
import { makeBetaApp } from '../../core/support/beta-apps.js';
import { startServerProcess } from '../../server-adapter/support/server-process.js';
import { type BenchSuite } from '../harness/report.js';
import { budget } from '../harness/rounds.js';
import { openCompany } from '../support/company.js';
import { BenchStage } from './stage.js';

const everybody = path.join(import.meta.dirname, '../../server-adapter/support/auth-everybody.ts');

/** A list of 15,000 stores in the picker's dialog: how long its user waits for the dry run. */
export async function measure(): Promise<BenchSuite> {
  const company = await openCompany();
  const server = await startServerProcess(company.database.serviceUrl, ['--auth', everybody]);
  const stage = await BenchStage.open({ api: server.url });
  try {
    const { core, stores } = company;
    // Some are there already, and another trial of the same application has some others.
    const { id } = await makeBetaApp(core, {
      applications: ['APP0'],
      stores: stores.slice(0, 1_000),
    });
    await makeBetaApp(core, { applications: ['APP0'], stores: stores.slice(14_000) });
    await company.settle();
    const text = stores
      .slice(0, 15_000)
      .map((code, index) => `${index + 1};"${code}"`)
      .join('\r\n');
    const check = async (atOnce: boolean) => {
      await stage.reload();
      return stage.run('checkList', id, text, atOnce);
    };
    return {
      title: 'Importing a list of stores',
      about:
        `${stage.version}, the picker's dialog before a server and a database with 15,204 stores in 32 branches. A list of ` +
        '15,000 lines, of which 1,000 are registered and 1,000 in another beta app: from the press on “Periksa” to the first ' +
        'picture with the result. The dialog reads the stores while a list is put in.',
      rows: [
        await budget({
          what: 'dry run of 15,000 lines',
          subject: async () => (await check(false)).result,
          goal: { atMost: 500 },
        }),
        await budget({
          what: 'the same, the stores read after the press as well',
          subject: async () => (await check(true)).result,
          goal: { atMost: 1_000 },
        }),
        await budget({
          what: 'the longest time meanwhile in which the page hears no key',
          subject: async () => (await check(false)).deaf,
          goal: { atMost: 100 },
        }),
      ],
    };
  } finally {
    await stage.close();
    server.child.kill();
    await server.exited;
    await company.close();
  }
}
