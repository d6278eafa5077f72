import {
  type BetaAppState,
  type Person,
  type SaveStores,
  type StoreChange,
} from '@beta-app/core/contract';
import { day } from '../days.js';
import { type Answer, refusal } from './answers.js';
import { DirectoryModel, type ModelStore } from './directory-model.js';
import {
  isOver,
  type ModelBetaApp,
  type ModelEvent,
  overlaps,
  revisionOf,
  stateOf,
} from './model-beta-app.js';

/** What a save adds up to: store by store what is wanted, and what nobody has asked about or has. */
interface Wanted {
  wanted: Map<string, boolean>;
  /** By the beta app that they are to be taken out of. */
  moving: Map<number, string[]>;
  skipped: Set<string>;
  unknown: Set<string>;
}

/** Which beta apps want stores with which applications, on which days. */
interface Claim {
  id: number;
  applications: readonly string[];
  startsOn: string;
  endsOn: string;
  stores: Iterable<string>;
  /** By beta app, the stores that it lets go of in the same moment. */
  moves?: ReadonlyMap<number, readonly string[]>;
}

interface Conflict {
  betaApp: number;
  application: string;
  version: string;
  stores: string[];
}

/** The directory, the beta apps, and what registering and withdrawing stores does. */
export class StoreSaveModel extends DirectoryModel {
  betaApps = new Map<number, ModelBetaApp>();

  /** Judges a save as the real thing should, and does it unless it is refused or a dry run. */
  saveStores(input: SaveStores, { nik }: Person, mayMoveFrom: readonly number[] = []): Answer {
    const app = this.betaApps.get(input.id);
    const isDry = input.dryRun === true;
    const fault = this.cannotWrite(app) ?? this.#wrongRevision(app!, input);
    if (app === undefined || fault !== undefined) return fault!;
    const { wanted, moving, skipped, unknown } = this.#read(
      app,
      input.changes,
      input.directoryRevision,
    );
    if (unknown.size > 0 && !isDry) {
      return refusal('STORES_UNKNOWN', { stores: [...unknown].sort() });
    }

    const effective = [...wanted].filter(([code, joins]) => app.registered.has(code) !== joins);
    const closed = effective
      .filter(([code, joins]) => joins && !this.stores.get(code)!.open)
      .map(([code]) => code)
      .sort();
    if (closed.length > 0 && !isDry) return refusal('STORES_CLOSED', { stores: closed });
    const set = new Map(effective.filter(([code]) => !closed.includes(code)));
    const joining = [...set].filter(([, joins]) => joins).map(([code]) => code);

    const moves = this.#moves(moving, joining);
    const mayMove = (id: number) =>
      mayMoveFrom.includes(id) ||
      (app.owner.nik === nik && this.betaApps.get(id)!.owner.nik === nik);
    const owners = [...moves.keys()]
      .filter((id) => !mayMove(id))
      .flatMap((id) => [this.betaApps.get(id)!, app])
      .filter(({ owner }) => owner.nik !== nik)
      .sort((one, other) => Number(one === app) - Number(other === app));
    if (owners[0] !== undefined) return refusal('FORBIDDEN', { owner: owners[0].owner });

    const others = app.events
      .slice(input.baseRevision)
      .filter(({ action }) => action === 'save_stores');
    const clashes = others
      .map((other) => ({
        nik: other.nik,
        // What a later save set again is that one's affair.
        stores: [...set.keys()]
          .filter((code) => others.filter(isAbout(code)).at(-1) === other)
          .sort(),
      }))
      .filter(({ stores }) => stores.length > 0);
    if (clashes.length > 0 && !isDry) return refusal('STORES_CHANGED', { clashes });

    const claim = { ...app, applications: [...app.applications.keys()], stores: joining, moves };
    const conflicts = (app.pause === 'drop' ? [] : this.conflictsOf(claim)).map((conflict) => ({
      ...conflict,
      movable: mayMove(conflict.betaApp),
    }));
    if (conflicts.length > 0 && !isDry) return refusal('STORES_OVERLAP', { conflicts });

    const byBranch = this.#byBranch(app, set);
    const moved = [...moves].map(([betaApp, codes]) => ({ betaApp, stores: codes.length }));
    if (!isDry && set.size > 0) {
      for (const [id, codes] of moves) {
        const leaving = new Map(codes.map((code) => [code, false]));
        this.register(this.betaApps.get(id)!, nik, leaving, { movedTo: app.id });
      }
      this.register(app, nik, set, { movedFrom: moved });
    }
    return {
      ok: {
        revision: revisionOf(app),
        added: joining.length,
        removed: set.size - joining.length,
        byBranch,
        moved,
        skipped: [...skipped].sort(),
        others: others.map((other) => ({ nik: other.nik, stores: other.set.size })),
        ...(isDry && { conflicts, clashes, unknown: [...unknown].sort(), closed }),
      },
    };
  }

  protected cannotWrite(app: ModelBetaApp | undefined): Answer | undefined {
    if (app === undefined) return refusal('BETA_APP_NOT_FOUND');
    const state: BetaAppState = stateOf(app);
    return isOver(app) ? refusal('BETA_APP_ENDED', { state }) : undefined;
  }

  protected register(
    app: ModelBetaApp,
    nik: string,
    set: Map<string, boolean>,
    moved: Pick<ModelEvent, 'movedFrom' | 'movedTo'> = {},
  ): void {
    app.events.push({ action: 'save_stores', nik, before: null, after: null, set, ...moved });
    for (const [code, joins] of set) {
      if (joins) app.registered.add(code);
      else app.registered.delete(code);
    }
  }

  /** Which beta apps, but the one that asks, hold the stores with the applications on a day to come. */
  protected conflictsOf({ id, applications, stores, moves, ...period }: Claim): Conflict[] {
    const wanted = new Set(stores);
    const startsOn = period.startsOn > day(0) ? period.startsOn : day(0);
    return [...this.betaApps.values()]
      .filter(
        (other) =>
          other.id !== id &&
          other.closed === 'none' &&
          other.pause !== 'drop' &&
          startsOn <= period.endsOn &&
          overlaps(other, { startsOn, endsOn: period.endsOn }),
      )
      .sort((one, other) => one.id - other.id)
      .flatMap((other) => {
        const leaving = moves?.get(other.id) ?? [];
        const held = [...other.registered]
          .filter((code) => wanted.has(code) && !leaving.includes(code))
          .sort();
        const shared = applications.filter((code) => other.applications.has(code)).sort();
        return shared.map((application) => ({
          betaApp: other.id,
          application,
          version: other.applications.get(application)!.version,
          stores: held,
        }));
      })
      .filter((conflict) => conflict.stores.length > 0);
  }

  #wrongRevision(app: ModelBetaApp, input: SaveStores): Answer | undefined {
    const range = (path: string) =>
      refusal('VALIDATION_FAILED', { errors: [{ path, code: 'range' }] });
    if (input.baseRevision > revisionOf(app)) return range('baseRevision');
    if (input.directoryRevision > this.directoryRevision) return range('directoryRevision');
    const later = input.changes.findIndex(
      (change) => 'asOf' in change && change.asOf > revisionOf(app),
    );
    if (later >= 0) return range(`changes.${later}.asOf`);
    const nowhere = input.changes.findIndex(
      (change) =>
        'codes' in change &&
        change.from !== undefined &&
        (change.from === app.id || !this.betaApps.has(change.from)),
    );
    const path = `changes.${nowhere}.from`;
    return nowhere < 0
      ? undefined
      : refusal('VALIDATION_FAILED', { errors: [{ path, code: 'unknown' }] });
  }

  /** The stores that are added, and that the other beta apps have, unless those are over. */
  #moves(moving: Wanted['moving'], joining: readonly string[]): Map<number, string[]> {
    const moves = [...moving].map(([id, codes]): [number, string[]] => {
      const { registered } = this.betaApps.get(id)!;
      const moved = codes.filter((code) => joining.includes(code) && registered.has(code));
      return [id, [...new Set(moved)]];
    });
    return new Map(
      moves
        .filter(([id, codes]) => codes.length > 0 && !isOver(this.betaApps.get(id)!))
        .sort(([one], [other]) => one - other),
    );
  }

  /** What the changes add up to: the last entry about a store wins. */
  #read(app: ModelBetaApp, changes: readonly StoreChange[], known: number): Wanted {
    const wanted = new Map<string, boolean>();
    const moving = new Map<number, string[]>();
    const skipped = new Set<string>();
    const unknown = new Set<string>();
    for (const change of changes) {
      const named = 'codes' in change ? change.codes : (change.except ?? []);
      for (const code of named) if (!this.stores.has(code)) unknown.add(code);
      if ('codes' in change && change.from !== undefined) {
        moving.set(change.from, [...(moving.get(change.from) ?? []), ...named]);
      }
      if ('codes' in change) {
        for (const code of named) if (this.stores.has(code)) wanted.set(code, change.registered);
        continue;
      }
      const except = new Set(named);
      if ('asOf' in change) {
        const then = new Map(app.events.slice(0, change.asOf).flatMap(({ set }) => [...set]));
        for (const code of this.stores.keys()) {
          if (except.has(code)) continue;
          if (then.get(code) === true) wanted.set(code, true);
          else if (app.registered.has(code)) wanted.set(code, false);
        }
        continue;
      }
      const then = this.selected(change.select, known);
      for (const code of this.selected(change.select, this.directoryRevision)) {
        if (except.has(code)) continue;
        if (then.has(code)) wanted.set(code, change.registered);
        else skipped.add(code);
      }
    }
    for (const code of wanted.keys()) skipped.delete(code);
    return { wanted, moving, skipped, unknown };
  }

  #byBranch(app: ModelBetaApp, set: ReadonlyMap<string, boolean>): object[] {
    const placed = [...set].map(([code, joins]) => ({ joins, ...this.stores.get(code)! }));
    const codes = [...new Set(placed.map(({ branch }) => branch))].sort();
    return codes.map((code) => {
      const here = placed.filter(({ branch }) => branch === code);
      const joining = here.filter(({ joins }) => joins).length;
      const leavingOpen = here.filter(({ joins, open }) => !joins && open).length;
      const before = this.openStoresOf(app).filter(({ branch }) => branch === code).length;
      return {
        code,
        added: joining,
        removed: here.length - joining,
        after: before + joining - leavingOpen,
      };
    });
  }

  protected openStoresOf(app: ModelBetaApp): ModelStore[] {
    return [...app.registered].map((code) => this.stores.get(code)!).filter(({ open }) => open);
  }
}

const isAbout =
  (code: string) =>
  ({ set }: { set: ReadonlyMap<string, boolean> }): boolean =>
    set.has(code);
