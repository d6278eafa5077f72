import { type SaveStores, type StoreChange, type StoreSelection } from '@beta-app/core/contract';

/** A store as the model keeps it, with what it was at every revision of the directory. */
export interface ModelStore {
  branch: string;
  name: string;
  open: boolean;
}

interface ModelSave {
  revision: number;
  actor: string;
  /** What it set, store by store. */
  set: Map<string, boolean>;
}

export interface ModelBetaApp {
  revision: number;
  registered: Set<string>;
  applications: string[];
  saves: ModelSave[];
}

export type ModelAnswer =
  | { refused: string; stores: string[] }
  | {
      refused: undefined;
      revision: number;
      added: string[];
      removed: string[];
      skipped: string[];
      others: { nik: string; stores: number }[];
    };

/** What the directory and the beta apps should be, kept in the plainest way there is. */
export class StoreSaveModel {
  /** By revision of the directory: 0 is empty. */
  readonly directory: Map<string, ModelStore>[] = [new Map<string, ModelStore>()];
  readonly betaApps = new Map<number, ModelBetaApp>();

  get stores(): Map<string, ModelStore> {
    return this.directory.at(-1)!;
  }

  get directoryRevision(): number {
    return this.directory.length - 1;
  }

  /** Takes in rows as a partial sync does: nothing new makes no new revision. */
  sync(rows: ReadonlyMap<string, ModelStore>): void {
    const differing = [...rows].filter(([code, row]) => {
      const known = this.stores.get(code);
      return known?.branch !== row.branch || known.name !== row.name || known.open !== row.open;
    });
    if (differing.length > 0) this.directory.push(new Map([...this.stores, ...differing]));
  }

  private selected(selection: StoreSelection, revision: number): Set<string> {
    const words = (selection.q ?? '').toLowerCase().split(' ').filter(Boolean);
    const found = [...this.directory[revision]!].filter(
      ([code, store]) =>
        store.open &&
        (selection.branch === undefined || selection.branch === store.branch) &&
        words.every((word) => `${code}\n${store.name}`.toLowerCase().includes(word)),
    );
    return new Set(found.map(([code]) => code));
  }

  /** What the changes add up to: the last entry about a store wins. */
  private read(app: ModelBetaApp, changes: readonly StoreChange[], known: number) {
    const wanted = new Map<string, boolean>();
    const skipped = new Set<string>();
    for (const change of changes) {
      if ('codes' in change) {
        for (const code of change.codes) wanted.set(code, change.registered);
        continue;
      }
      if ('asOf' in change) {
        const then = new Map(
          app.saves.flatMap(({ revision, set }) => (revision <= change.asOf ? [...set] : [])),
        );
        for (const code of this.stores.keys()) {
          if (change.except?.includes(code)) continue;
          if (then.get(code) === true) wanted.set(code, true);
          else if (app.registered.has(code)) wanted.set(code, false);
        }
        continue;
      }
      const then = this.selected(change.select, known);
      for (const code of this.selected(change.select, this.directoryRevision)) {
        if (change.except?.includes(code)) continue;
        if (then.has(code)) wanted.set(code, change.registered);
        else skipped.add(code);
      }
    }
    for (const code of wanted.keys()) skipped.delete(code);
    return { wanted, skipped };
  }

  /** Judges a save as the real thing should, and does it unless it is refused or a dry run. */
  save(input: SaveStores, nik: string): ModelAnswer {
    const app = this.betaApps.get(input.id)!;
    const { wanted, skipped } = this.read(app, input.changes, input.directoryRevision);
    const effective = [...wanted].filter(
      ([code, registered]) => app.registered.has(code) !== registered,
    );
    const added = effective.filter(([, registered]) => registered).map(([code]) => code);
    const removed = effective.filter(([, registered]) => !registered).map(([code]) => code);

    const closed = added.filter((code) => this.stores.get(code)?.open !== true);
    if (closed.length > 0) return { refused: 'STORES_CLOSED', stores: closed.sort() };

    const others = app.saves.filter(({ revision }) => revision > input.baseRevision);
    const clashes = effective.filter(
      ([code, registered]) =>
        others
          .filter(({ set }) => set.has(code))
          .at(-1)
          ?.set.get(code) === !registered,
    );
    if (clashes.length > 0) {
      return { refused: 'STORES_CHANGED', stores: clashes.map(([code]) => code).sort() };
    }

    const overlapping = added.filter((code) =>
      [...this.betaApps.values()].some(
        (other) =>
          other !== app &&
          other.registered.has(code) &&
          other.applications.some((taken) => app.applications.includes(taken)),
      ),
    );
    if (overlapping.length > 0) return { refused: 'STORES_OVERLAP', stores: overlapping.sort() };

    const willChange = effective.length > 0;
    if (input.dryRun !== true && willChange) {
      app.revision += 1;
      app.saves.push({ revision: app.revision, actor: nik, set: new Map(effective) });
      for (const code of added) app.registered.add(code);
      for (const code of removed) app.registered.delete(code);
    }
    return {
      refused: undefined,
      revision: app.revision,
      added,
      removed,
      skipped: [...skipped].sort(),
      others: others.map(({ actor, set }) => ({ nik: actor, stores: set.size })),
    };
  }
}
