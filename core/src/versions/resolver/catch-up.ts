import { type Database } from '../../database/database.js';
import { type Moment } from '../moments.js';
import { readBetaApps, readRevisions, readStores, type Revisions } from './read-changes.js';
import { type VersionTable } from './version-table.js';

/** How many stores come in one answer, and how many beta apps: fewer where all their stores come with them. */
const storesAtOnce = 100_000;
const betaAppsAtOnce = { new: 5, changed: 20 };

/** What was brought up to date. */
export interface CaughtUp {
  /** The database's clock, when it was asked what there is. */
  at: Moment;
  /** The codes of the applications whose versions may be others now. */
  applications: readonly string[];
}

/**
 * Creates what compares revisions and reads what differs, piece by piece. Beta apps that changed together are read in one
 * statement and shown at once, unless they are many. A store that moves from one to another meanwhile may be in both until
 * the next look, which its change brings about.
 */
export function createCatchUp(database: Database, table: VersionTable): () => Promise<CaughtUp> {
  /** What was to be read, also by those before that failed half-way: what they had shown by then is told with the next. */
  const untold = { directory: false, betaApps: new Set<number>() };

  return async () => {
    const revisions = await readRevisions(database);
    const betaApps = revisions.betaApps.filter(
      ([id, revision]) => table.betaAppRevisions.get(id) !== revision,
    );
    for (const [id] of betaApps) untold.betaApps.add(id);
    if (table.directoryRevision !== revisions.directory) {
      untold.directory = true;
      await catchUpStores(database, table, revisions);
    }
    await catchUpBetaApps(database, table, betaApps);
    const applications = untold.directory
      ? table.applicationCodes
      : table.applicationsOf([...untold.betaApps]);
    untold.directory = false;
    untold.betaApps.clear();
    return { at: revisions.at, applications };
  };
}

async function catchUpBetaApps(
  database: Database,
  table: VersionTable,
  betaApps: Revisions['betaApps'],
): Promise<void> {
  const atOnce = betaAppsAtOnce[table.betaAppRevisions.size === 0 ? 'new' : 'changed'];
  for (let start = 0; start < betaApps.length; start += atOnce) {
    const part = betaApps.slice(start, start + atOnce);
    const wanted = part.map(([id]) => ({ id, knownEvent: table.lastEventOf(id) }));
    const read = await readBetaApps(database, wanted);
    // A promotion changes production versions without the directory's own revision.
    table.setDirectory(read.directory);
    for (const change of read.betaApps) table.applyBetaApp(change);
    table.expire();
  }
}

async function catchUpStores(
  database: Database,
  table: VersionTable,
  { directory }: Revisions,
): Promise<void> {
  const sinceRevision = table.directoryRevision;
  for (let after: number | null = 0; after !== null;) {
    const wanted: Parameters<typeof readStores>[1] = { after, rows: storesAtOnce, sinceRevision };
    const read = await readStores(database, wanted);
    table.setDirectory(read.directory);
    table.setStores(read.columns);
    table.expire();
    after = read.next;
  }
  table.directoryRevision = directory;
}
