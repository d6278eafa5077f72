import assert from 'node:assert/strict';
import { type Core } from '@beta-app/core';
import { type BetaApp, type Person, type StoreChange } from '@beta-app/core/contract';
import { cancelAll } from '../beta-apps.js';
import { day } from '../days.js';
import { type Fixture, stores } from '../fixture.js';
import { type Answer, answerOf, type Write } from './answers.js';
import {
  detailsRevisionOf,
  isOver,
  type ModelBetaApp,
  overlaps,
  revisionOf,
} from './model-beta-app.js';
import { pool, storeRowOf } from './store-save-steps.js';
import { WriteModel } from './write-model.js';
import { type Deed, type WriteStep } from './write-steps.js';

/** What a page shows of a beta app that its edits and saves start from. */
export interface Page {
  id: number;
  detailsRevision: number;
  revision: number;
  directoryRevision: number;
}

const names = [
  'Kasir',
  'KASIR',
  'Stok',
  'stok',
  'Absen',
  'Struk',
  'Diskon',
  'Retur',
  'Kupon',
  'Rak',
];
const asked = { applications: ['POS', 'STK', 'ABS'], stores: pool.map(({ code }) => code) };
export const people: readonly Person[] = Array.from({ length: 20 }, (_, index) => ({
  name: `Orang ${String(index)}`,
  nik: String(index),
}));

let opened = 0;

/** A database beside the model of it, for one run: beta apps of other runs are cancelled, or have other names. */
export class WriteWorld {
  readonly #fixture: Fixture;
  readonly #run: number;
  readonly #pages = new Map<string, Page>();
  model = new WriteModel();

  private constructor(fixture: Fixture) {
    this.#fixture = fixture;
    opened += 1;
    this.#run = opened;
  }

  /** What the names of its beta apps have in common, and no others. */
  get mark(): string {
    return `(${String(this.#run)})`;
  }

  /** Begins with the stores as they are in the fixture, and three beta apps in which something can happen. */
  static async open(fixture: Fixture): Promise<WriteWorld> {
    const world = new WriteWorld(fixture);
    const { core, owner } = fixture;
    // What a run leaves that ended before its time.
    await cancelAll(core);
    const rows = asked.applications.map((code) => ({
      code,
      name: code,
      productionVersion: `0.${String(world.#run)}`,
    }));
    await core.syncDirectory(
      {
        stores: { mode: 'partial', rows: stores },
        applications: { mode: 'partial', rows },
        expectedClosures: 0,
      },
      { actor: people[0]! },
    );
    await world.model.readDirectory(owner);
    for (const [index, start] of [0, -2, 2].entries()) {
      const begun: Deed[] = [
        { kind: 'create', name: index * 2, start, end: 9 },
        { kind: 'add', application: 'POS', version: '1', notes: '' },
        {
          kind: 'save',
          dryRun: false,
          mayMove: false,
          changes: [{ registered: true, codes: index === 2 ? ['TM001'] : ['TB001', 'TJ001'] }],
        },
        // Lets go of the stores, which the next one takes.
        { kind: 'pause', stores: index === 0 ? 'drop' : 'keep' },
      ];
      for (const deed of begun) {
        const step = { person: 0, app: index, live: true, fresh: true, deed };
        await world.take(world.writeOf(step)!, people[0]!);
      }
    }
    return world;
  }

  /** Does a write in the database and in the model, which have to answer the same. */
  async take(write: Write, actor: Person): Promise<Answer> {
    const actual = await answerOf(this.#fixture.core, write, actor);
    assert.deepEqual(actual, this.model.answer(write, actor, numberIn(actual)), write.operation);
    return actual;
  }

  /** The write of a step from the page that its person sees; nothing where it only reads. */
  writeOf({ person, app, live, fresh, deed }: WriteStep): Write | undefined {
    const all = [...this.model.betaApps.values()];
    const some = live ? all.filter((each) => !isOver(each)) : all;
    const wanted = (some.length > 0 ? some : all)[app % (some.length || all.length)];
    if (wanted === undefined) return this.writeFor(deed);
    const place = `${String(person)}/${String(wanted.id)}`;
    const seen = fresh || deed.kind === 'read' ? undefined : this.#pages.get(place);
    const page = seen ?? this.#pageOf(wanted);
    this.#pages.set(place, page);
    return this.writeFor(deed, page);
  }

  #pageOf(app: ModelBetaApp): Page {
    return {
      id: app.id,
      detailsRevision: detailsRevisionOf(app),
      revision: revisionOf(app),
      directoryRevision: this.model.directoryRevision,
    };
  }

  /** The write that a deed is, from that page. */
  writeFor(deed: Deed, page?: Page): Write | undefined {
    if (deed.kind === 'create') {
      return { operation: 'createBetaApp', input: this.#own(deed) };
    }
    if (deed.kind === 'sync') return this.#syncOf(deed);
    if (page === undefined) return undefined;
    const { id, detailsRevision } = page;
    const edit = { id, detailsRevision };
    switch (deed.kind) {
      case 'read':
      case 'age':
        return undefined;
      case 'copy': {
        const { applications, stores: withStores, except } = deed;
        const what = { id, applications, stores: withStores, except };
        return { operation: 'copyBetaApp', input: { ...what, ...this.#own(deed) } };
      }
      case 'update': {
        const { name, start, end, owner, withdraw } = deed;
        const fields = {
          ...(name !== undefined && { name: this.#name(name) }),
          ...(start !== undefined && { startsOn: day(start) }),
          ...(end !== undefined && { endsOn: day(end) }),
          ...(owner !== undefined && { owner: people[owner]! }),
          withdraw,
        };
        return { operation: 'updateBetaApp', input: { ...edit, ...fields } };
      }
      case 'pause':
        return {
          operation: 'pauseBetaApp',
          input: { ...edit, stores: deed.stores, withdraw: deed.withdraw },
        };
      case 'resume':
        return { operation: 'resumeBetaApp', input: { ...edit, withdraw: deed.withdraw } };
      case 'end':
        return { operation: 'endBetaApp', input: edit };
      case 'cancel':
        return { operation: 'cancelBetaApp', input: edit };
      case 'promote':
        return { operation: 'promoteBetaApp', input: edit };
      case 'add': {
        const { application: applicationCode, version, notes, withdraw } = deed;
        const input = { ...edit, applicationCode, version, notes, withdraw };
        return { operation: 'addApplication', input };
      }
      case 'change': {
        const { application: code, version, notes } = deed;
        return { operation: 'changeApplication', input: { ...edit, code, version, notes } };
      }
      case 'remove':
        return { operation: 'removeApplication', input: { ...edit, code: deed.application } };
      case 'save': {
        const { revision: baseRevision, directoryRevision } = page;
        const ids = [...this.model.betaApps.keys()];
        const origins = ids.length > 1 ? ids.filter((each) => each !== id) : ids;
        const changes = deed.changes.map((change) => counted(change, baseRevision, origins));
        const input = { id, baseRevision, directoryRevision, changes, dryRun: deed.dryRun };
        return { operation: 'saveStores', input, mayMoveFrom: deed.mayMove ? ids : [] };
      }
    }
  }

  #name(index: number): string {
    return `${names[index]!} ${this.mark}`;
  }

  #own({ name, start, end }: { name: number; start: number; end: number }) {
    return { name: this.#name(name), startsOn: day(start), endsOn: day(end) };
  }

  #syncOf({ stores: lines, applications, miscounted }: Deed & { kind: 'sync' }): Write {
    const rows = lines.map(storeRowOf);
    const closing = rows.filter(({ code, open }) => !open && this.model.stores.get(code)?.open);
    const named = applications.map((row) => ({
      ...row,
      name: this.model.programs.get(row.code)!.name,
    }));
    return {
      operation: 'syncDirectory',
      input: {
        stores: { mode: 'partial', rows },
        applications: { mode: 'partial', rows: named },
        // Few enough to need no count.
        ...(miscounted > 0 && { expectedClosures: closing.length + miscounted }),
      },
    };
  }

  /** Lets a beta app have ended yesterday, which only the schema's owner can do before the day. */
  async age({ app: index }: WriteStep): Promise<void> {
    const apps = [...this.model.betaApps.values()];
    const app = apps[index % apps.length]!;
    const endsOn = day(-1);
    const startsOn = app.startsOn < endsOn ? app.startsOn : endsOn;
    const isNameFree = apps.every(
      (other) =>
        other === app ||
        other.closed === 'cancelled' ||
        other.name.toLowerCase() !== app.name.toLowerCase() ||
        !overlaps(other, { startsOn, endsOn }),
    );
    if (isOver(app) || !isNameFree) return;
    await this.#fixture.owner`
      update beta_app.beta_app_state
      set period = daterange(${startsOn}::text::date, ${endsOn}::text::date, '[]')
      where beta_app_id = ${app.id} and until = 'infinity'`;
    Object.assign(app, { startsOn, endsOn });
  }

  /** Everything that can be read, beside the model's. */
  async compare(model = this.model): Promise<void> {
    const { core, owner } = this.#fixture;
    const ids = [...model.betaApps.keys()];
    const rows = await owner<{ id: number; codes: string[] }[]>`
      select app.id, array(
        select code from beta_app.registration join beta_app.store on store.id = store_id
        where beta_app_id = app.id order by code) as codes
      from unnest(${ids}::integer[]) as app (id)`;
    for (const { id, codes } of rows) {
      const app = model.betaApps.get(id)!;
      assert.deepEqual(codes, [...app.registered].sort());
      assert.deepEqual(await core.getBetaApp({ id }), model.document(app));
      assert.deepEqual(await historyIn(core, id), historyOf(app));
    }
    const lookup = await core.lookUpVersions({
      store: asked.stores,
      application: asked.applications,
    });
    for (const { code, versions } of lookup.stores) {
      const told = versions.map(({ version, channel, betaApp }) => ({
        version,
        channel,
        betaApp: channel === 'beta' ? betaApp!.id : null,
      }));
      const wanted = versions.map(({ application }) => model.versionOf(code, application.code));
      assert.deepEqual(told, wanted, code);
    }
  }
}

/** The number of the beta app in an answer; 0 where it has none. */
export const numberIn = (answer: Answer): number =>
  'ok' in answer ? ((answer.ok as Partial<BetaApp>).id ?? 0) : 0;

function counted(change: StoreChange, revision: number, ids: readonly number[]): StoreChange {
  if ('asOf' in change) return { ...change, asOf: Math.max(1, revision - change.asOf) };
  return 'codes' in change && change.from !== undefined
    ? { ...change, from: ids[change.from % ids.length]! }
    : change;
}

/** What a history tells of a beta app, oldest first, without its stores' moves. */
async function historyIn(core: Core, id: number): Promise<object[]> {
  const { items } = await core.listBetaAppHistory({ id, limit: 500 });
  return items
    .filter(({ action }) => action !== 'sync_directory')
    .map(({ revision, action, actor, before, after, stores: told }) => ({
      ...{ revision, action, nik: actor.nik, before, after },
      registered: told?.registered ?? 0,
      withdrawn: told?.withdrawn ?? 0,
      movedFrom: (told?.movedFrom ?? []).map(({ id: betaApp, stores: moved }) => ({
        betaApp,
        stores: moved,
      })),
      movedTo: told?.movedTo?.id ?? null,
    }))
    .reverse();
}

function historyOf({ events }: ModelBetaApp): object[] {
  return events.map((event, index) => {
    const { action, nik, before, after, set, movedFrom = [], movedTo = null } = event;
    const registered = [...set.values()].filter(Boolean).length;
    const counts = { registered, withdrawn: set.size - registered, movedFrom, movedTo };
    return { revision: index + 1, action, nik, before, after, ...counts };
  });
}
