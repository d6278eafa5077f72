import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type BetaApp, type HistoryAction, type StoreChange } from '@beta-app/core/contract';
import { cancelAll, makeBetaApp } from './support/beta-apps.js';
import { faultsIn } from './support/end-state.js';
import { budi, day, openFixture, type Fixture } from './support/fixture.js';
import { assertOnlyContinued, readHistory } from './support/history.js';
import { answerOf, type Write } from './support/model/answers.js';
import { type Standing, standings } from './support/states.js';

/** A write, and what it does in each standing: one letter for each, in their order. */
interface Row {
  name: string;
  cells: string;
  /** The events that it records where it is done, in their order. */
  records?: HistoryAction[];
  /** The beta app that is written to, if it is another one than that which stands so. */
  prepare?: (app: BetaApp) => Promise<BetaApp>;
  write: (written: BetaApp, app: BetaApp) => Write;
}

const letters: Record<string, string> = {
  E: 'BETA_APP_ENDED',
  S: 'BETA_APP_NOT_STARTED',
  P: 'BETA_APP_NOT_PAUSED',
  M: 'BETA_APP_EMPTY',
  O: 'STORES_OVERLAP',
  T: 'APPLICATION_TWICE',
  D: 'DETAILS_STALE',
  F: 'FORBIDDEN',
  U: 'STORES_UNKNOWN',
};
const done = '+';
/** Done, with an event in the other beta app as well. */
const doneInBoth = '&';
const nothingToDo = '=';

describe('every write in every state', () => {
  let fixture: Fixture;
  // A new one each: all rows of all tables are read again and again.
  beforeEach(async () => {
    fixture = await openFixture();
  });
  afterEach(() => fixture.close());

  const editOf = ({ id, detailsRevision }: BetaApp) => ({ id, detailsRevision });
  const update = (fields: object) => (app: BetaApp) =>
    ({ operation: 'updateBetaApp', input: { ...editOf(app), ...fields } }) as const;
  const edit =
    (operation: 'resumeBetaApp' | 'endBetaApp' | 'cancelBetaApp' | 'promoteBetaApp') =>
    (app: BetaApp): Write => ({ operation, input: editOf(app) });
  const pause = (stores: 'keep' | 'drop') => (app: BetaApp) =>
    ({ operation: 'pauseBetaApp', input: { ...editOf(app), stores } }) as const;
  const save =
    (change: StoreChange, dryRun = false) =>
    ({ id, revision: baseRevision }: BetaApp): Write => ({
      operation: 'saveStores',
      input: { id, baseRevision, directoryRevision: 1, changes: [change], dryRun },
    });
  const copy =
    (from: number, to: number) =>
    ({ id, name }: BetaApp): Write => ({
      operation: 'copyBetaApp',
      input: { id, name: `${name} lagi`, startsOn: day(from), endsOn: day(to) },
    });

  const rival = () => makeBetaApp(fixture.core, { applications: ['POS'], period: [0, 12] });
  let others: BetaApp[] = [];
  const other = async (app: BetaApp) => {
    others = [
      await makeBetaApp(fixture.core, {
        applications: ['POS'],
        period: [0, 12],
        stores: ['TB005'],
      }),
    ];
    return app;
  };
  const moveOver = (to: BetaApp, from: BetaApp): Write => {
    const codes = from === others[0] ? ['TB005'] : ['TB001'];
    const write = save({ registered: true, codes, from: from.id })(to);
    return { ...write, mayMoveFrom: [from.id] };
  };
  const withoutApplication = async (app: BetaApp) => {
    const removal = { operation: 'removeApplication', input: { ...editOf(app), code: 'POS' } };
    await answerOf(fixture.core, removal as Write, budi);
    return fixture.core.getBetaApp({ id: app.id });
  };

  // Scheduled, put off while it keeps, and while it drops; active, on its last day, ended today; paused, keeping and
  // dropping. Then ended by its period, yesterday, in a pause; promoted, also in a pause; cancelled, also before its
  // first day and in a pause.
  const rows: Row[] = [
    {
      name: 'giving it another name',
      cells: '+++ +++ ++ EEE EE EEE',
      records: ['update'],
      write: update({ name: 'Nama lain' }),
    },
    {
      name: 'giving it the name that it has',
      cells: '=== === == EEE EE EEE',
      write: (app) => update({ name: app.name, endsOn: app.endsOn, owner: app.owner })(app),
    },
    {
      name: 'giving it to somebody else',
      cells: '+++ +++ ++ EEE EE EEE',
      records: ['update'],
      write: update({ owner: budi }),
    },
    {
      name: 'moving its first day',
      cells: '+++ +++ ++ EEE EE EEE',
      records: ['update'],
      write: update({ startsOn: day(-1) }),
    },
    {
      name: 'extending it',
      cells: '+++ +++ ++ EEE EE EEE',
      records: ['update'],
      write: update({ endsOn: day(20) }),
    },
    {
      name: 'changing it from older details',
      cells: 'DDD DDD DD EEE EE EEE',
      write: (app) => update({ name: 'Nama lama', detailsRevision: app.detailsRevision - 1 })(app),
    },
    {
      name: 'pausing it, with the stores keeping',
      cells: 'SSS +++ =+ EEE EE EEE',
      records: ['pause'],
      write: pause('keep'),
    },
    {
      name: 'pausing it, with the stores dropping',
      cells: 'SSS +++ += EEE EE EEE',
      records: ['pause'],
      write: pause('drop'),
    },
    {
      name: 'resuming it',
      cells: 'P++ PPP ++ EEE EE EEE',
      records: ['resume'],
      write: edit('resumeBetaApp'),
    },
    {
      name: 'ending it',
      cells: 'SSS +== ++ EEE EE EEE',
      records: ['end'],
      write: edit('endBetaApp'),
    },
    {
      name: 'cancelling it',
      cells: '+++ +++ ++ EEE EE EEE',
      records: ['cancel'],
      write: edit('cancelBetaApp'),
    },
    {
      name: 'promoting it',
      cells: 'SSS +++ ++ EEE EE EEE',
      records: ['promote'],
      write: edit('promoteBetaApp'),
    },
    {
      name: 'promoting it without an application',
      cells: 'SSS MMM MM EEE EE EEE',
      prepare: withoutApplication,
      write: edit('promoteBetaApp'),
    },
    {
      name: 'copying it to later days',
      cells: '+++ +++ ++ +++ ++ +++',
      records: ['create', 'add_application', 'save_stores'],
      write: copy(30, 40),
    },
    {
      name: 'copying it to its own days',
      cells: 'OO+ OOO O+ +++ ++ +++',
      records: ['create', 'add_application', 'save_stores'],
      write: copy(0, 9),
    },
    {
      name: 'registering its store in another one',
      cells: 'OO+ OOO O+ +++ ++ +++',
      records: ['save_stores'],
      prepare: rival,
      write: save({ registered: true, codes: ['TB001'] }),
    },
    {
      name: 'moving its store to another one',
      cells: '&&& &&& && +++ ++ +++',
      records: ['save_stores'],
      prepare: rival,
      write: (to, app) => moveOver(to, app),
    },
    {
      name: 'moving the store of another one to it',
      cells: '&&& &&& && EEE EE EEE',
      records: ['save_stores'],
      prepare: other,
      write: (app) => moveOver(app, others[0]!),
    },
    {
      name: 'moving the store of another one to it, without leave',
      cells: 'FFF FFF FF EEE EE EEE',
      prepare: other,
      write: (app) => ({ ...moveOver(app, others[0]!), mayMoveFrom: [] }),
    },
    {
      name: 'extending it without its store, which no other has',
      cells: '+++ +++ ++ EEE EE EEE',
      records: ['update'],
      write: update({ endsOn: day(20), withdraw: ['TB001'] }),
    },
    {
      name: 'extending it without a store that nobody knows',
      cells: 'UUU UUU UU EEE EE EEE',
      write: update({ endsOn: day(20), withdraw: ['TB001', 'TANPA'] }),
    },
    {
      name: 'resuming it without its store, which no other has',
      cells: 'P++ PPP ++ EEE EE EEE',
      records: ['resume'],
      write: (app) => ({
        operation: 'resumeBetaApp',
        input: { ...editOf(app), withdraw: ['TB001'] },
      }),
    },
    {
      name: 'adding an application',
      cells: '+++ +++ ++ EEE EE EEE',
      records: ['add_application'],
      write: (app) => ({
        operation: 'addApplication',
        input: { ...editOf(app), applicationCode: 'STK', version: '3' },
      }),
    },
    {
      name: 'adding the application that it has',
      cells: 'TTT TTT TT EEE EE EEE',
      write: (app) => ({
        operation: 'addApplication',
        input: { ...editOf(app), applicationCode: 'POS', version: '3' },
      }),
    },
    {
      name: 'changing the application',
      cells: '+++ +++ ++ EEE EE EEE',
      records: ['change_application'],
      write: (app) => ({
        operation: 'changeApplication',
        input: { ...editOf(app), code: 'POS', version: '3' },
      }),
    },
    {
      name: 'removing the application',
      cells: '+++ +++ ++ EEE EE EEE',
      records: ['remove_application'],
      write: (app) => ({ operation: 'removeApplication', input: { ...editOf(app), code: 'POS' } }),
    },
    {
      name: 'registering a store',
      cells: '+++ +++ ++ EEE EE EEE',
      records: ['save_stores'],
      write: save({ registered: true, codes: ['TB003'] }),
    },
    {
      name: 'registering stores by a filter',
      cells: '+++ +++ ++ EEE EE EEE',
      records: ['save_stores'],
      write: save({ registered: true, select: { branch: 'MKS1' } }),
    },
    {
      name: 'registering the store that it has',
      cells: '=== === == EEE EE EEE',
      write: save({ registered: true, codes: ['TB001'] }),
    },
    {
      name: 'withdrawing its store',
      cells: '+++ +++ ++ EEE EE EEE',
      records: ['save_stores'],
      write: save({ registered: false, codes: ['TB001'] }),
    },
    {
      name: 'restoring the stores that it had',
      cells: '+++ +++ ++ EEE EE EEE',
      records: ['save_stores'],
      write: save({ asOf: 3 }),
    },
    {
      name: 'trying to register a store',
      cells: '=== === == EEE EE EEE',
      write: save({ registered: true, codes: ['TB003'] }, true),
    },
  ];

  it('has a letter for each', () => {
    for (const { name, cells } of rows) {
      assert.equal(cells.replaceAll(' ', '').length, standings.length, name);
    }
  });

  for (const [index, standing] of standings.entries()) {
    it(`is allowed or refused as it should be when a beta app is ${standing.name}`, async () => {
      const open = standing.make(fixture.core, fixture.owner, { applications: ['POS'] });
      let app = await open;
      assert.equal(app.state, standing.state);
      for (const row of rows) {
        const cell = row.cells.replaceAll(' ', '')[index]!;
        const hasChanged = await check(row, cell, app, standing);
        if (!hasChanged) continue;
        await cancelAll(fixture.core);
        app = await standing.make(fixture.core, fixture.owner, { applications: ['POS'] });
      }
      await cancelAll(fixture.core);
      assert.deepEqual(await faultsIn(fixture.owner), []);
    });
  }

  /** Says whether anything has changed by it. */
  async function check(
    { name, prepare, write, records = [] }: Row,
    cell: string,
    app: BetaApp,
    standing: Standing,
  ): Promise<boolean> {
    const { core, owner } = fixture;
    const written = (await prepare?.(app)) ?? app;
    if (cell === done || cell === doneInBoth) {
      const history = await readHistory(owner);
      const answer = await answerOf(core, write(written, app), budi);
      assert.ok('ok' in answer, `${name}: ${JSON.stringify(answer)}`);
      const continued = await readHistory(owner);
      assertOnlyContinued(history, continued);
      const events = [...continued]
        .filter(([key]) => key.startsWith('event/') && !history.has(key))
        .map(([, event]) => event)
        .sort((one, later) => Number(one['id']) - Number(later['id']));
      assert.deepEqual(
        events.map((event) => [event['action'], event['actor_nik']]),
        [...records, ...(cell === doneInBoth ? records : [])].map((action) => [action, budi.nik]),
        name,
      );
      return true;
    }
    const before = await everything();
    const answer = await answerOf(core, write(written, app), budi);
    assert.deepEqual(await everything(), before, `${name} left everything as it was`);
    if (cell === nothingToDo) {
      assert.ok('ok' in answer, `${name}: ${JSON.stringify(answer)}`);
    } else {
      assert.ok('refused' in answer, name);
      assert.equal(answer.refused, letters[cell], name);
      if (cell === 'E') assert.deepEqual(answer.facts, { state: standing.state });
    }
    return prepare !== undefined;
  }

  /** A digest of each table, but of the counters that only make writers wait. */
  async function everything(): Promise<Record<string, string>> {
    const tables = await fixture.owner<{ name: string }[]>`
      select tablename as name from pg_tables
      where schemaname = 'beta_app' and tablename <> 'application_claim'`;
    const digests = tables.map(
      ({ name }) => `select '${name}' as name,
        md5(string_agg(kept::text, '' order by kept::text)) as digest from beta_app.${name} as kept`,
    );
    const rowsOf = await fixture.owner.unsafe<{ name: string; digest: string }[]>(
      digests.join(' union all '),
    );
    return Object.fromEntries(rowsOf.map(({ name, digest }) => [name, digest]));
  }
});
