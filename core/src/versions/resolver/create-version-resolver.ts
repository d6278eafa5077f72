import { lookUpVersionsSchema, type VersionLookup } from '../../contract/version-lookup.js';
import { type Database, openDatabase } from '../../database/database.js';
import { defaultSchema } from '../../database/identifier.js';
import { errorOf } from '../../errors.js';
import { parseInput } from '../../input/parse-input.js';
import { codesOf } from '../look-up-versions.js';
import { millisecondsOf } from '../moments.js';
import { createCatchUp } from './catch-up.js';
import { followChanges } from './follow-changes.js';
import { timerMs } from './timer-ms.js';
import { TurnTimer } from './turn-timer.js';
import { VersionTable } from './version-table.js';
import {
  type ResolveVersions,
  type VersionResolver,
  type VersionResolverEvent,
  type VersionResolverOptions,
} from './version-resolver.js';

/** A database that doesn't answer for so long is asked again. */
const deadlineMs = 30_000;

const resolveVersionsSchema = lookUpVersionsSchema.omit({ at: true });

/**
 * Creates what answers "which version now" from memory. It begins to load at once and never throws for a database that
 * is away; close it when you are done, and only then end the connections that you passed.
 */
export function createVersionResolver(options: VersionResolverOptions): VersionResolver {
  const { sql, schema = defaultSchema, logger, prepare = true } = options;
  const { maxAgeMs = 30_000, pollMs = 5_000, now = Date.now } = options;
  const database = withDeadline(openDatabase({ sql, schema, logger: undefined, prepare }));
  const listeners = new Set<(event: VersionResolverEvent) => void>();
  let ahead = 0;
  const databaseNow = () => now() + ahead;
  const turns = new TurnTimer(databaseNow, () => turnIfDue());
  const table = new VersionTable(databaseNow, (time) => turns.set(time));
  const catchUp = createCatchUp(database, table);
  let asOf: number | null = null;
  let isTold = false;
  let staleness: NodeJS.Timeout | undefined;
  let closing: Promise<void> | undefined;
  let loadedAtLast: () => void = () => undefined;
  let neverLoaded: (cause: Error) => void = () => undefined;
  const ready = new Promise<void>((resolve, reject) => {
    loadedAtLast = resolve;
    neverLoaded = reject;
  });
  // Nobody has to wait for it.
  ready.catch(() => undefined);

  const isStale = () => asOf === null || now() - asOf > maxAgeMs;
  const tell = (event: VersionResolverEvent) => {
    for (const listener of listeners) {
      try {
        listener(event);
      } catch (cause) {
        logger?.warn(
          { err: cause, event: event.type },
          'A listener of the version resolver failed',
        );
      }
    }
  };
  /** Days begin and end without any change. */
  const turnIfDue = () => {
    if (table.expireIfDue()) tell({ type: 'changed', applications: table.applicationCodes });
  };
  const watchAge = () => {
    clearTimeout(staleness);
    staleness = setTimeout(
      () => {
        isTold = isStale();
        if (isTold) tell({ type: 'stale' });
        else watchAge();
      },
      timerMs(maxAgeMs + 1),
    );
    staleness.unref();
  };

  async function bringUpToDate(): Promise<void> {
    const asked = now();
    const { at, applications } = await catchUp();
    if (closing !== undefined) return;
    // Too far ahead by the time that the question was under way; what was recorded is never later than now anyhow.
    ahead = millisecondsOf(at) - asked;
    // A clock that had gone ahead has brought answers of days to come.
    const wasEarly = table.expireIfEarly();
    turns.lookAgain();
    const isFirst = asOf === null;
    asOf = asked;
    if (isFirst) {
      table.expire();
      loadedAtLast();
      tell({ type: 'ready' });
    } else if (wasEarly || applications.length > 0) {
      tell({ type: 'changed', applications: wasEarly ? table.applicationCodes : applications });
    }
    if (isTold) tell({ type: 'fresh' });
    isTold = false;
    watchAge();
  }

  const stop = followChanges({
    sql,
    channel: schema,
    pollMs,
    catchUp: bringUpToDate,
    failed: (cause) => logger?.warn({ err: cause }, 'The versions could not be brought up to date'),
  });

  const loaded = (): VersionTable => {
    if (asOf === null) throw errorOf('DATABASE_UNAVAILABLE');
    return table;
  };

  return {
    ready: () => ready,
    resolve: (store, application) => loaded().resolve(store, application),
    lookUp: (input: ResolveVersions): VersionLookup => {
      const { store, application } = parseInput(resolveVersionsSchema, input);
      const { applicationCodes } = loaded();
      turnIfDue();
      const codes = application === undefined ? applicationCodes : codesOf(application).sort();
      return { at: null, stores: codesOf(store).map((code) => table.lookUp(code, codes)) };
    },
    get revision() {
      return table.revision;
    },
    freshness: () => ({ asOf: asOf === null ? null : new Date(asOf), stale: isStale() }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () =>
      (closing ??= (async () => {
        clearTimeout(staleness);
        turns.stop();
        neverLoaded(errorOf('SERVER_STOPPING'));
        await stop();
      })()),
  };
}

/** A frozen database would otherwise keep one reading waiting for ever. */
function withDeadline(database: Database): Database {
  return {
    ...database,
    read: async (query, parameters) => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(errorOf('DATABASE_TIMEOUT')), deadlineMs);
        timer.unref();
      });
      try {
        return await Promise.race([database.read<never>(query, parameters), late]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
