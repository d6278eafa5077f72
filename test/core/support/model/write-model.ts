import { isDeepStrictEqual } from 'node:util';
import {
  type AddApplication,
  type BetaApp,
  type CopyBetaApp,
  type CreateBetaApp,
  type HistoryAction,
  type HistoryValues,
  type PauseBetaApp,
  type Person,
  type UpdateBetaApp,
  type WithdrawingEdit,
} from '@beta-app/core/contract';
import { day } from '../days.js';
import { branches } from '../fixture.js';
import { type Answer, refusal, type Write } from './answers.js';
import {
  changesSince,
  detailsRevisionOf,
  type ModelBetaApp,
  modelOf,
  overlaps,
  revisionOf,
  stateOf,
} from './model-beta-app.js';
import { StoreSaveModel } from './store-save-model.js';

type Fields = Pick<ModelBetaApp, 'name' | 'startsOn' | 'endsOn' | 'owner' | 'pause' | 'closed'>;
type Edit = (app: ModelBetaApp) => Answer | undefined;

/** All writes, after their rules and as plain as can be: nothing is locked, counted ahead or kept twice. */
export class WriteModel extends StoreSaveModel {
  /** Another one that goes its own way from here. */
  clone(): WriteModel {
    const copy = new WriteModel();
    copy.directory = [...this.directory];
    copy.programs = new Map(this.programs);
    copy.betaApps = structuredClone(this.betaApps);
    return copy;
  }

  /** Foretells what a write answers, and does it; a beta app that it makes gets the number. */
  answer({ operation, input, mayMoveFrom }: Write, actor: Person, number: number): Answer {
    const edit = (change: Edit) => this.#edit(input as WithdrawingEdit, change);
    switch (operation) {
      case 'createBetaApp':
        return this.#faultOf(input) ?? { ok: this.document(this.#create(input, actor, number)) };
      case 'copyBetaApp':
        return this.#copy(input, actor, number);
      case 'updateBetaApp':
        return this.#wrongDays(input) ?? edit((app) => this.#update(app, input, actor));
      case 'pauseBetaApp':
        return edit((app) => notStarted(app) ?? this.#pause(app, input, actor));
      case 'resumeBetaApp':
        return edit((app) => this.#resume(app, input, actor));
      case 'endBetaApp':
        return edit((app) => notStarted(app) ?? set(app, 'end', actor, { endsOn: day(0) }));
      case 'cancelBetaApp':
        return edit((app) => set(app, 'cancel', actor, { closed: 'cancelled' }));
      case 'promoteBetaApp':
        return edit((app) => notStarted(app) ?? this.#promote(app, actor));
      case 'addApplication':
        return edit((app) => this.#add(app, input, actor));
      case 'changeApplication':
        return edit((app) => {
          const before = app.applications.get(input.code);
          if (before === undefined) return refusal('APPLICATION_NOT_FOUND');
          const { version = before.version, notes = before.notes } = input;
          return take(app, 'change_application', actor, input.code, { version, notes });
        });
      case 'removeApplication':
        return edit((app) =>
          app.applications.has(input.code)
            ? take(app, 'remove_application', actor, input.code)
            : refusal('APPLICATION_NOT_FOUND'),
        );
      case 'saveStores':
        return this.saveStores(input, actor, mayMoveFrom);
      case 'syncDirectory':
        return this.syncDirectory(input);
    }
  }

  /** A beta app as its page shows it. */
  document(app: ModelBetaApp): BetaApp {
    const { id, name, startsOn, endsOn, owner, pause } = app;
    const stores = this.openStoresOf(app);
    return {
      ...{ id, name, startsOn, endsOn, owner, pause },
      state: stateOf(app),
      revision: revisionOf(app),
      detailsRevision: detailsRevisionOf(app),
      applications: [...app.applications].sort(byCode).map(([code, taken]) => {
        const { version: productionVersion, ...program } = this.programs.get(code)!;
        const { name: called, description } = program;
        return { code, name: called, description, productionVersion, ...taken };
      }),
      registeredStores: stores.length,
      registeredBranches: new Set(stores.map(({ branch }) => branch)).size,
    };
  }

  /** What a store runs of an application at this moment, and by which beta app. */
  versionOf(code: string, application: string): object {
    const store = this.stores.get(code);
    if (store === undefined) return { version: null, channel: null, betaApp: null };
    const zone = branches.find((branch) => branch.code === store.branch)!.timeZone;
    const holder = [...this.betaApps.values()].find(
      (app) =>
        store.open &&
        app.closed === 'none' &&
        app.pause !== 'drop' &&
        app.startsOn <= day(0, zone) &&
        day(0, zone) <= app.endsOn &&
        app.registered.has(code) &&
        app.applications.has(application),
    );
    return holder === undefined
      ? { version: this.programs.get(application)!.version, channel: 'production', betaApp: null }
      : {
          version: holder.applications.get(application)!.version,
          channel: 'beta',
          betaApp: holder.id,
        };
  }

  #edit(input: WithdrawingEdit, change: Edit): Answer {
    const app = this.betaApps.get(input.id);
    const fault = this.cannotWrite(app);
    if (app === undefined || fault !== undefined) return fault!;
    const detailsRevision = detailsRevisionOf(app);
    if (input.detailsRevision !== detailsRevision) {
      const changes = changesSince(app, input.detailsRevision);
      return refusal('DETAILS_STALE', { detailsRevision, changes });
    }
    const unknown = [...new Set(input.withdraw)].filter((code) => !this.stores.has(code)).sort();
    if (unknown.length > 0) return refusal('STORES_UNKNOWN', { stores: unknown });
    const { size } = app.registered;
    const refused = change(app);
    if (refused) return refused;
    const withdrawn = input.withdraw && { withdrawn: size - app.registered.size };
    return { ok: { ...this.document(app), ...withdrawn } };
  }

  #wrongDays({ startsOn, endsOn }: { startsOn?: string | undefined; endsOn?: string | undefined }) {
    const isWrong = startsOn !== undefined && endsOn !== undefined && endsOn < startsOn;
    return isWrong ? invalid('endsOn', 'end_before_start') : undefined;
  }

  /** What is wrong with the name and the period of a beta app, to be made or there already. */
  #faultOf(
    { name, startsOn, endsOn }: Pick<Fields, 'name' | 'startsOn' | 'endsOn'>,
    id?: number,
  ): Answer | undefined {
    if (endsOn < startsOn) return invalid('endsOn', 'end_before_start');
    if (endsOn < day(0)) return invalid('endsOn', 'end_in_past');
    const taken = [...this.betaApps.values()]
      .filter(
        (other) =>
          other.id !== id &&
          other.closed !== 'cancelled' &&
          other.name.toLowerCase() === name.toLowerCase() &&
          overlaps(other, { startsOn, endsOn }),
      )
      .sort((one, other) => one.id - other.id)[0];
    return taken && refusal('NAME_TAKEN', { betaApp: taken.id });
  }

  #create({ name, startsOn, endsOn }: CreateBetaApp, owner: Person, id: number): ModelBetaApp {
    const app = modelOf({
      ...{ id, name, startsOn, endsOn, owner, state: 'active', pause: 'none' },
      ...{ revision: 1, detailsRevision: 1, applications: [] },
      ...{ registeredStores: 0, registeredBranches: 0 },
    });
    this.betaApps.set(id, app);
    return app;
  }

  #copy(input: CopyBetaApp, actor: Person, number: number): Answer {
    const wrong = this.#wrongDays(input);
    if (wrong) return wrong;
    const source = this.betaApps.get(input.id);
    if (source === undefined) return refusal('BETA_APP_NOT_FOUND');
    const { applications = true, stores = true, except = [] } = input;
    const unknown = [...new Set(except)].filter((code) => !this.stores.has(code)).sort();
    if (unknown.length > 0) return refusal('STORES_UNKNOWN', { stores: unknown });
    const fault = this.#faultOf(input);
    if (fault) return fault;
    const taken = applications ? [...source.applications].sort(byCode) : [];
    const copied = [...(stores ? source.registered : [])].filter(
      (code) => this.stores.get(code)!.open && !except.includes(code),
    );
    const codes = taken.map(([code]) => code);
    const claim = { ...input, id: 0, applications: codes, stores: copied };
    const conflicts = this.conflictsOf(claim);
    if (conflicts.length > 0) return refusal('STORES_OVERLAP', { conflicts });
    const app = this.#create(input, actor, number);
    for (const [code, values] of taken) take(app, 'add_application', actor, code, values);
    if (copied.length > 0) {
      this.register(app, actor.nik, new Map(copied.map((code) => [code, true])));
    }
    return { ok: this.document(app) };
  }

  #update(app: ModelBetaApp, input: UpdateBetaApp, actor: Person): Answer | undefined {
    const { name = app.name, startsOn = app.startsOn, endsOn = app.endsOn } = input;
    const { owner = app.owner } = input;
    const fault = this.#faultOf({ name, startsOn, endsOn }, app.id);
    if (fault) return fault;
    const isWider = startsOn < app.startsOn || endsOn > app.endsOn;
    const isNew = isWider && app.pause !== 'drop';
    const clash = isNew && this.#hold(app, { startsOn, endsOn }, input, actor);
    if (clash) return clash;
    return set(app, 'update', actor, { name, startsOn, endsOn, owner });
  }

  #pause(app: ModelBetaApp, input: PauseBetaApp, actor: Person): Answer | undefined {
    const { stores = 'keep' } = input;
    const clash = app.pause === 'drop' && stores === 'keep' && this.#hold(app, {}, input, actor);
    if (clash) return clash;
    return set(app, 'pause', actor, { pause: stores });
  }

  #resume(app: ModelBetaApp, input: WithdrawingEdit, actor: Person): Answer | undefined {
    if (app.pause === 'none') return refusal('BETA_APP_NOT_PAUSED');
    const clash = app.pause === 'drop' && this.#hold(app, {}, input, actor);
    if (clash) return clash;
    return set(app, 'resume', actor, { pause: 'none' });
  }

  #promote(app: ModelBetaApp, actor: Person): Answer | undefined {
    if (app.applications.size === 0) return refusal('BETA_APP_EMPTY');
    for (const [code, { version }] of app.applications) {
      this.programs.set(code, { ...this.programs.get(code)!, version });
    }
    return set(app, 'promote', actor, { closed: 'promoted' });
  }

  #add(app: ModelBetaApp, input: AddApplication, actor: Person): Answer | undefined {
    const { applicationCode: code, version, notes = '' } = input;
    if (!this.programs.has(code)) return invalid('applicationCode', 'unknown');
    if (app.applications.has(code)) return refusal('APPLICATION_TWICE');
    const clash = app.pause !== 'drop' && this.#hold(app, { applications: [code] }, input, actor);
    if (clash) return clash;
    return take(app, 'add_application', actor, code, { version, notes });
  }

  /** What stands in the way of a beta app's stores; what the change names of it is withdrawn instead. */
  #hold(
    app: ModelBetaApp,
    trial: { startsOn?: string; endsOn?: string; applications?: readonly string[] },
    { withdraw = [] }: WithdrawingEdit,
    { nik }: Person,
  ): Answer | undefined {
    const claim = { ...app, applications: [...app.applications.keys()], ...trial };
    const held = this.conflictsOf({ ...claim, stores: [...app.registered] });
    const leaving = held.flatMap(({ stores }) => stores.filter((code) => withdraw.includes(code)));
    const stores = [...app.registered].filter((code) => !leaving.includes(code));
    const conflicts = this.conflictsOf({ ...claim, stores });
    if (conflicts.length > 0) return refusal('STORES_OVERLAP', { conflicts });
    if (leaving.length > 0) this.register(app, nik, new Map(leaving.map((code) => [code, false])));
    return undefined;
  }
}

const byCode = ([one]: [string, unknown], [other]: [string, unknown]) => (one < other ? -1 : 1);

const invalid = (path: string, code: string): Answer =>
  refusal('VALIDATION_FAILED', { errors: [{ path, code }] });

const notStarted = ({ startsOn }: ModelBetaApp): Answer | undefined =>
  startsOn > day(0) ? refusal('BETA_APP_NOT_STARTED', { startsOn }) : undefined;

/** Gives fields new values in one event, unless they have them; never refuses. */
function set(
  app: ModelBetaApp,
  action: HistoryAction,
  { nik }: Person,
  fields: Partial<Fields>,
): Answer | undefined {
  const changed = Object.entries(fields).filter(
    ([field, value]) => !isDeepStrictEqual(app[field as keyof Fields], value),
  );
  if (changed.length === 0) return undefined;
  const before = Object.fromEntries(changed.map(([field]) => [field, app[field as keyof Fields]]));
  const after: HistoryValues = Object.fromEntries(changed);
  app.events.push({ action, nik, before, after, set: new Map() });
  Object.assign(app, after);
  return undefined;
}

/** Adds, changes or removes an application in one event, unless it is so already; never refuses. */
function take(
  app: ModelBetaApp,
  action: HistoryAction,
  { nik }: Person,
  code: string,
  values?: { version: string; notes: string },
): Answer | undefined {
  const before = app.applications.get(code);
  if (isDeepStrictEqual(before, values)) return undefined;
  app.events.push({
    action,
    nik,
    before: before ? { application: { code, ...before } } : null,
    after: values ? { application: { code, ...values } } : null,
    set: new Map(),
  });
  if (values === undefined) app.applications.delete(code);
  else app.applications.set(code, values);
  return undefined;
}
