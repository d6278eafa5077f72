import { type StoreSelection, type SyncDirectory } from '@beta-app/core/contract';
import { type Sql } from 'postgres';
import { type Answer, refusal } from './answers.js';

/** A store as the model keeps it. */
export interface ModelStore {
  branch: string;
  name: string;
  open: boolean;
}

/** An application as the model keeps it. */
export interface ModelApplication {
  name: string;
  description: string;
  version: string | null;
  /** The version that a sync named last. */
  synced: string | null;
}

/** The branches' stores and the applications, kept in the plainest way there is. */
export class DirectoryModel {
  /** The stores by revision of the directory: 0 is empty. None of the maps ever changes. */
  directory: ReadonlyMap<string, ModelStore>[] = [new Map<string, ModelStore>()];
  programs = new Map<string, ModelApplication>();

  get stores(): ReadonlyMap<string, ModelStore> {
    return this.directory.at(-1)!;
  }

  get directoryRevision(): number {
    return this.directory.length - 1;
  }

  /** Takes the directory of a database for what it always was. */
  async readDirectory(owner: Sql): Promise<void> {
    const stores = await owner<(ModelStore & { code: string })[]>`
      select store.code, branch.code as branch, state.name, state.open
      from beta_app.store
      join beta_app.store_state as state on state.store_id = store.id and state.until = 'infinity'
      join beta_app.branch on branch.id = state.branch_id`;
    const now = new Map(stores.map(({ code, ...store }) => [code, store]));
    const [directory] = await owner<{ revision: number }[]>`
      select revision::int from beta_app.directory`;
    while (this.directoryRevision < directory!.revision) this.directory.push(now);
    const programs = await owner<(ModelApplication & { code: string })[]>`
      select code, name, description, version,
        (select version from beta_app.application_production as synced
          where synced.application_id = application.id and source = 'sync'
          order by since desc limit 1) as synced
      from beta_app.application
      left join beta_app.application_production as production
        on production.application_id = application.id and production.until = 'infinity'`;
    this.programs = new Map(programs.map(({ code, ...program }) => [code, program]));
  }

  /** Takes in rows of stores and applications as a partial sync does: nothing new makes no new revision. */
  syncDirectory({ stores, applications, expectedClosures }: SyncDirectory): Answer {
    const open = [...this.stores].filter(([, store]) => store.open).map(([code]) => code);
    const closures = (stores?.rows ?? []).filter(
      (row) => row.open === false && open.includes(row.code),
    ).length;
    const isUnexpected =
      expectedClosures === undefined
        ? closures > open.length * 0.02
        : closures !== expectedClosures;
    if (stores !== undefined && isUnexpected) {
      return refusal('CLOSURES_UNEXPECTED', { closures, openStores: open.length });
    }
    const report = {
      ...(stores && { stores: this.#syncStores(stores.rows) }),
      ...(applications && { applications: this.#syncApplications(applications.rows) }),
    };
    const next = new Map(this.stores);
    for (const { code, branchCode, name, open: isOpen = true } of stores?.rows ?? []) {
      next.set(code, { branch: branchCode, name, open: isOpen });
    }
    const isNews = Object.values(report).some((part) =>
      Object.values(part).some((codes) => Array.isArray(codes) && codes.length > 0),
    );
    if (isNews) this.directory.push(next);
    return { ok: { ...report, revision: this.directoryRevision } };
  }

  #syncStores(rows: NonNullable<SyncDirectory['stores']>['rows']): object {
    const codesOf = (
      isSo: (before: ModelStore | undefined, now: ModelStore) => boolean | undefined,
    ): string[] =>
      rows
        .filter(({ code, branchCode, name, open = true }) =>
          isSo(this.stores.get(code), { branch: branchCode, name, open }),
        )
        .map(({ code }) => code)
        .sort();
    return {
      added: codesOf((before) => before === undefined),
      changed: codesOf((before, now) => before && before.name !== now.name),
      moved: codesOf((before, now) => before && before.branch !== now.branch),
      closed: codesOf((before, now) => before?.open === true && !now.open),
      reopened: codesOf((before, now) => before?.open === false && now.open),
      missing: [],
      refused: [],
      closuresWithheld: false,
    };
  }

  /** Of applications that are known; what a promotion overtook is no news. */
  #syncApplications(rows: NonNullable<SyncDirectory['applications']>['rows']): object {
    const changed = rows.filter(({ code, productionVersion }) => {
      const program = this.programs.get(code)!;
      if (productionVersion == null || productionVersion === program.synced) return false;
      this.programs.set(code, {
        ...program,
        version: productionVersion,
        synced: productionVersion,
      });
      return true;
    });
    return {
      added: [],
      changed: changed.map(({ code }) => code).sort(),
      missing: [],
      refused: [],
    };
  }

  /** The open stores that a filter meant when the directory had that revision. */
  protected selected(selection: StoreSelection, revision: number): Set<string> {
    const words = (selection.q ?? '').toLowerCase().split(' ').filter(Boolean);
    const found = [...this.directory[revision]!].filter(
      ([code, store]) =>
        store.open &&
        (selection.branch === undefined || selection.branch === store.branch) &&
        words.every((word) => `${code}\n${store.name}`.toLowerCase().includes(word)),
    );
    return new Set(found.map(([code]) => code));
  }
}
