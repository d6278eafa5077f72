import { createCore, isBetaAppError } from '@beta-app/core';
import { type BetaApp } from '@beta-app/core/contract';
import { migrate } from '@beta-app/core/migrations';
import { createHandler } from '@beta-app/server-adapter';
import postgres from 'postgres';

const { OWNER_URL = '', SERVICE_URL = '', SERVICE_ROLE = '' } = process.env;
const actor = { name: 'Sari Wulandari', nik: '2015014321' };
const quiet = { max: 2, onnotice: () => undefined };

const owner = postgres(OWNER_URL, quiet);
const { applied } = await migrate({ sql: owner, serviceRole: SERVICE_ROLE });
await createCore({ sql: owner }).syncDirectory(
  {
    branches: { mode: 'full', rows: [{ code: 'CBG1', name: 'Cabang', timeZone: 'Asia/Jakarta' }] },
    stores: { mode: 'full', rows: [{ code: 'TB01', name: 'Toko', branchCode: 'CBG1' }] },
    applications: {
      mode: 'full',
      rows: [{ code: 'POS', name: 'Kasir', productionVersion: '1.0' }],
    },
  },
  { actor },
);
await owner.end();

const sql = postgres(SERVICE_URL, quiet);
const core = createCore({ sql });
const today = new Date().toISOString().slice(0, 10);
const period = { startsOn: today, endsOn: '2099-12-31' };
const created: BetaApp = await core.createBetaApp({ name: 'Uji Kasir', ...period }, { actor });
const refused = await core
  .createBetaApp({ name: 'Uji Kasir', ...period }, { actor })
  .catch((error: unknown) => (isBetaAppError(error, 'NAME_TAKEN') ? error.code : String(error)));
const { stores } = await core.lookUpVersions({ store: 'TB01' });
const versions = stores[0]?.versions;

const handler = createHandler({ core, authenticate: () => actor });
const answer = await handler(new Request('http://localhost/api/beta-apps'));
const body: unknown = await answer.json();
await sql.end();

const from = ['@beta-app/core', '@beta-app/core/contract', '@beta-app/server-adapter'];
const resolved = from.map((name) => import.meta.resolve(name));
const facts = { applied, created, refused, versions, status: answer.status, body, resolved };
console.log(JSON.stringify(facts));
