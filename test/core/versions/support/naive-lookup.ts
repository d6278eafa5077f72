import {
  lookupHorizonDays,
  type LookedUpBetaApp,
  type Person,
  type StoreVersion,
  type StoreVersions,
  type VersionLookup,
  type VersionReason,
  type VersionReasonCode,
} from '@beta-app/core/contract';
import { type Sql } from 'postgres';
import { textOf } from './history-rows.js';

/** Moments are microseconds since 1970; what has no end lasts to infinity. */
interface Lasting {
  since: number;
  until: number;
}
interface BranchRow extends Lasting {
  branch_id: number;
  code: string;
  name: string;
  time_zone: 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura';
}
interface StoreRow extends Lasting {
  code: string;
  branch_id: number;
  name: string;
  open: boolean;
}
interface ProductionRow extends Lasting {
  code: string;
  version: string;
}
interface BetaAppRow extends Lasting {
  beta_app_id: number;
  name: string;
  starts_on: string;
  ends_on: string;
  owner: Person;
  pause: string;
  closed: 'none' | 'cancelled' | 'promoted';
  by: Person;
}
interface TakenRow extends Lasting {
  beta_app_id: number;
  code: string;
  version: string;
  notes: string;
  ended_by: Person | null;
}
interface RegistrationRow extends Lasting {
  beta_app_id: number;
  code: string;
  by: Person;
  ended_by: Person | null;
}

const us = (column: string) =>
  `case when ${column} = 'infinity' then null else (extract(epoch from ${column}) * 1000000)::bigint end`;
const person = (id: string) =>
  `(select json_build_object('name', actor_name, 'nik', actor_nik) from beta_app.event where id = ${id})`;

const queries = {
  stores: `select code from beta_app.store`,
  applications: `select code, name from beta_app.application`,
  branchRows: `select branch_id, code, name, time_zone, ${us('since')} as since, ${us('until')} as until
    from beta_app.branch_state join beta_app.branch on id = branch_id`,
  storeRows: `select code, branch_id, name, open, ${us('since')} as since, ${us('until')} as until
    from beta_app.store_state join beta_app.store on id = store_id`,
  productionRows: `select code, version, ${us('since')} as since, ${us('until')} as until
    from beta_app.application_production join beta_app.application on id = application_id`,
  betaAppRows: `select beta_app_id, name, to_char(lower(period), 'YYYY-MM-DD') as starts_on,
      to_char(upper(period) - 1, 'YYYY-MM-DD') as ends_on, pause, closed,
      json_build_object('name', owner_name, 'nik', owner_nik) as owner, ${person('event_id')} as by,
      ${us('since')} as since, ${us('until')} as until
    from beta_app.beta_app_state`,
  takenRows: `select beta_app_id, code, version, notes, ${person('end_event_id')} as ended_by,
      ${us('since')} as since, ${us('until')} as until
    from beta_app.beta_app_application join beta_app.application on id = application_id`,
  registrationRows: `select beta_app_id, code, ${person('event_id')} as by,
      ${person('end_event_id')} as ended_by, ${us('since')} as since, ${us('until')} as until
    from (
      select beta_app_id, store_id, since, 'infinity'::timestamptz as until, event_id,
        null::bigint as end_event_id from beta_app.registration
      union all
      select beta_app_id, store_id, since, until, event_id, end_event_id
      from beta_app.registration_past) as both_tables
    join beta_app.store on id = store_id`,
};

interface Tables {
  stores: { code: string }[];
  applications: { code: string; name: string }[];
  branchRows: BranchRow[];
  storeRows: StoreRow[];
  productionRows: ProductionRow[];
  betaAppRows: BetaAppRow[];
  takenRows: TakenRow[];
  registrationRows: RegistrationRow[];
}

/** The lookup once more, from the contract's words and as plain as can be. Answers for the tables as they were read. */
export async function readNaiveLookup(owner: Sql): Promise<NaiveLookup> {
  const tables: Record<string, unknown[]> = {};
  for (const [name, query] of Object.entries(queries)) {
    const [row] = await owner.unsafe<{ rows: ({ until?: number | null } & object)[] }[]>(
      `select coalesce(json_agg(listed), '[]') as rows from (${query}) as listed`,
    );
    tables[name] = row!.rows.map((each) =>
      'until' in each ? { ...each, until: each.until ?? Infinity } : each,
    );
  }
  return new NaiveLookup(tables as unknown as Tables);
}

const second = 1_000_000;
const hour = 3_600 * second;
const horizon = lookupHorizonDays * 24 * hour;

const isAt =
  (at: number) =>
  ({ since, until }: Lasting): boolean =>
    since <= at && at < until;

/** Answers of a store's and an application's rows alone, kept by moment. */
interface Pair {
  production: ProductionRow[];
  betaApps: {
    id: number;
    states: BetaAppRow[];
    taken: TakenRow[];
    registrations: RegistrationRow[];
  }[];
  storeRows: StoreRow[];
  edges: number[];
  ran: Map<number, Ran>;
}

type Ran = { version: string; channel: 'beta' | 'production' } | 'no version' | 'no record';

interface Found {
  code: VersionReasonCode;
  at: number;
  actor: Person | null;
  betaApp: LookedUpBetaApp;
}

const holds: VersionReasonCode[] = ['in_beta', 'paused_keep', 'paused_drop', 'not_started'];
const letsGo: VersionReasonCode[] = [
  'promoted',
  'cancelled',
  'withdrawn',
  'application_removed',
  'ended',
];

export class NaiveLookup {
  readonly #tables: Tables;
  readonly #pairs = new Map<string, Pair>();

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  lookUp(stores: readonly string[], applications: readonly string[], at: number): VersionLookup {
    return {
      at: textOf(at),
      stores: stores.map((code): StoreVersions => {
        const row = this.#tables.storeRows.filter((each) => each.code === code).find(isAt(at));
        const branch =
          row &&
          this.#tables.branchRows.filter((each) => each.branch_id === row.branch_id).find(isAt(at));
        return {
          code,
          store:
            row === undefined || branch === undefined
              ? null
              : {
                  name: row.name,
                  branchCode: branch.code,
                  branchName: branch.name,
                  timeZone: branch.time_zone,
                  open: row.open,
                },
          versions: applications.map((application) => this.#versionOf(code, application, at)),
        };
      }),
    };
  }

  #versionOf(store: string, code: string, at: number): StoreVersion {
    const application = this.#tables.applications.find((each) => each.code === code);
    const nothing = {
      application: { code, name: application?.name ?? null },
      version: null,
      channel: null,
      betaApp: null,
      since: null,
      previous: null,
    };
    const told = (why: VersionReasonCode, since?: number): VersionReason => ({
      code: why,
      at: since === undefined ? null : textOf(since),
      actor: null,
    });
    if (!this.#tables.stores.some((each) => each.code === store)) {
      return { ...nothing, reason: told('store_unknown') };
    }
    if (application === undefined) return { ...nothing, reason: told('application_unknown') };
    const pair = this.#pairOf(store, code);
    const place = pair.storeRows.find(isAt(at));
    if (place === undefined) {
      return { ...nothing, reason: told('no_record', pair.storeRows[0]!.since) };
    }
    const ran = this.#ranAt(pair, at);
    const known = {
      application: { code, name: application.name },
      version: typeof ran === 'string' ? null : ran.version,
      channel: typeof ran === 'string' ? 'production' : ran.channel,
      betaApp: null,
      ...this.#change(pair, at),
    } as const;
    if (!place.open) {
      let closing = place.since;
      for (const row of [...pair.storeRows].reverse()) {
        if (row.since < closing && row.open) break;
        closing = Math.min(closing, row.since);
      }
      return { ...known, reason: told('store_closed', closing) };
    }
    const found = this.#reason(pair, place, at);
    if (found !== undefined) {
      const { code: why, at: since, actor, betaApp } = found;
      return { ...known, reason: { ...told(why, since), actor }, betaApp };
    }
    const firstVersion = Math.min(...pair.production.map(({ since }) => since));
    return firstVersion !== Infinity && at < firstVersion
      ? { ...known, reason: told('no_record', firstVersion) }
      : { ...known, reason: told('no_beta') };
  }

  /** The rows that have to do with a store and an application. */
  #pairOf(store: string, application: string): Pair {
    const key = `${store} ${application}`;
    const kept = this.#pairs.get(key);
    if (kept !== undefined) return kept;
    const byTime = (one: Lasting, other: Lasting) => one.since - other.since;
    const { storeRows, productionRows, registrationRows, takenRows, betaAppRows, branchRows } =
      this.#tables;
    const mine = registrationRows.filter(({ code }) => code === store);
    const betaApps = [...new Set(mine.map(({ beta_app_id: id }) => id))]
      .map((id) => ({
        id,
        states: betaAppRows.filter((row) => row.beta_app_id === id).sort(byTime),
        taken: takenRows
          .filter((row) => row.beta_app_id === id && row.code === application)
          .sort(byTime),
        registrations: mine.filter((row) => row.beta_app_id === id).sort(byTime),
      }))
      .filter(({ taken }) => taken.length > 0);
    const pair: Pair = {
      storeRows: storeRows.filter(({ code }) => code === store).sort(byTime),
      production: productionRows.filter(({ code }) => code === application).sort(byTime),
      betaApps,
      edges: [],
      ran: new Map(),
    };
    const branches = branchRows.filter((branch) =>
      pair.storeRows.some((row) => row.branch_id === branch.branch_id),
    );
    const rows: Lasting[] = [
      ...pair.storeRows,
      ...branches,
      ...pair.production,
      ...betaApps.flatMap(({ states, taken, registrations }) => [
        ...states,
        ...taken,
        ...registrations,
      ]),
    ];
    const recorded = rows.flatMap(({ since, until }) => [since, until]);
    pair.edges = [...new Set(recorded)].filter(Number.isFinite);
    this.#pairs.set(key, pair);
    return pair;
  }

  #zoneAt({ branch_id: id }: StoreRow, at: number): string {
    return this.#tables.branchRows.filter((row) => row.branch_id === id).find(isAt(at))!.time_zone;
  }

  #ranAt(pair: Pair, at: number): Ran {
    let ran = pair.ran.get(at);
    if (ran === undefined) {
      ran = this.#workOutAt(pair, at);
      pair.ran.set(at, ran);
    }
    return ran;
  }

  #workOutAt(pair: Pair, at: number): Ran {
    const place = pair.storeRows.find(isAt(at));
    if (place === undefined) return 'no record';
    const today = place.open && pair.betaApps.length > 0 ? dayIn(this.#zoneAt(place, at), at) : '';
    const given = pair.betaApps.flatMap(({ states, taken, registrations }) => {
      const state = states.find(isAt(at));
      const version = taken.find(isAt(at))?.version;
      const gives =
        place.open &&
        registrations.some(isAt(at)) &&
        state?.closed === 'none' &&
        state.pause !== 'drop' &&
        state.starts_on <= today &&
        today <= state.ends_on;
      return gives && version !== undefined ? [version] : [];
    });
    if (given.length > 1) throw new Error(`Two beta versions at one moment: ${textOf(at)}`);
    if (given[0] !== undefined) return { version: given[0], channel: 'beta' };
    const version = pair.production.find(isAt(at))?.version;
    return version === undefined ? 'no version' : { version, channel: 'production' };
  }

  /** Goes back through all moments at which anything may have changed, also every midnight. */
  #change(pair: Pair, at: number): Pick<StoreVersion, 'since' | 'previous'> {
    const versionAt = (moment: number) => {
      const ran = this.#ranAt(pair, moment);
      return typeof ran === 'string' ? null : ran.version;
    };
    const moments = pair.edges.filter((edge) => edge > at - horizon && edge <= at);
    if (pair.betaApps.length > 0) {
      for (let full = Math.floor(at / hour) * hour; full > at - horizon; full -= hour) {
        // Midnight in Jayapura, Makassar and Jakarta.
        if ([15, 16, 17].includes((full / hour) % 24)) moments.push(full);
      }
    }
    const version = versionAt(at);
    for (const moment of moments.sort((one, other) => other - one)) {
      if (versionAt(moment - 1) === version) continue;
      const before = this.#ranAt(pair, moment - 1);
      return { since: textOf(moment), previous: typeof before === 'string' ? null : before };
    }
    return { since: null, previous: null };
  }

  #reason(pair: Pair, place: StoreRow, at: number): Found | undefined {
    const zone = this.#zoneAt(place, at);
    const all = pair.betaApps.flatMap((betaApp) => this.#reasonOf(betaApp, zone, at) ?? []);
    for (const code of holds) {
      const holding = all.filter((each) => each.code === code);
      if (holding.length > 0) {
        return holding.sort(
          (one, other) => one.at - other.at || one.betaApp.id - other.betaApp.id,
        )[0];
      }
    }
    return all
      .filter((each) => each.at > at - horizon)
      .sort(
        (one, other) =>
          other.at - one.at ||
          letsGo.indexOf(one.code) - letsGo.indexOf(other.code) ||
          one.betaApp.id - other.betaApp.id,
      )[0];
  }

  #reasonOf(
    { id, states, taken, registrations }: Pair['betaApps'][number],
    zone: string,
    at: number,
  ): Found | undefined {
    const state = states.find(isAt(at));
    if (state === undefined) return undefined;
    const because = (
      code: VersionReasonCode,
      since: number,
      actor: Person | null,
      version: TakenRow,
    ) => ({
      code,
      at: since,
      actor,
      betaApp: {
        id,
        name: state.name,
        startsOn: state.starts_on,
        endsOn: state.ends_on,
        owner: state.owner,
        version: version.version,
        notes: version.notes,
      },
    });
    const registration = registrations.find(isAt(at));
    const version = taken.find(isAt(at));
    if (registration === undefined || version === undefined) {
      // When the store and the application were in it together for the last time.
      const endings = [...registrations, ...taken]
        .map(({ until }) => until)
        .filter((until) => until <= at);
      for (const end of endings.sort((one, other) => other - one)) {
        const withdrawn = registrations.find(isAt(end - 1));
        const removed = taken.find(isAt(end - 1));
        if (withdrawn === undefined || removed === undefined) continue;
        return withdrawn.until === end
          ? because('withdrawn', end, withdrawn.ended_by, removed)
          : because('application_removed', end, removed.ended_by, removed);
      }
      return undefined;
    }
    if (state.closed !== 'none') return because(state.closed, state.since, state.by, version);
    const today = dayIn(zone, at);
    if (today > state.ends_on) {
      // Or when the last day was set, if it had passed there.
      let told = state.since;
      while (states.some((row) => row.until === told && row.ends_on === state.ends_on)) {
        told = states.find((row) => row.until === told)!.since;
      }
      return because('ended', Math.max(firstMomentAfter(state.ends_on, zone), told), null, version);
    }
    if (today < state.starts_on) {
      return because('not_started', firstMomentOf(state.starts_on, zone), null, version);
    }
    if (state.pause === 'none')
      return because('in_beta', registration.since, registration.by, version);
    let first = state;
    for (;;) {
      const earlier = states.find(({ until }) => until === first.since);
      if (earlier?.pause !== state.pause) break;
      first = earlier;
    }
    const code = state.pause === 'keep' ? 'paused_keep' : 'paused_drop';
    return because(code, first.since, first.by, version);
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();
const daysByHour = new Map<string, string>();

/** The date of a moment in a zone, by the time zones that come with Node.js; they change it at full hours. */
function dayIn(zone: string, at: number): string {
  const full = Math.floor(at / hour);
  const key = `${zone} ${String(full)}`;
  let day = daysByHour.get(key);
  if (day === undefined) {
    let format = formats.get(zone);
    if (format === undefined) {
      format = new Intl.DateTimeFormat('en-CA', { timeZone: zone });
      formats.set(zone, format);
    }
    day = format.format(full * 3_600_000);
    daysByHour.set(key, day);
  }
  return day;
}

const firstMomentOf = (day: string, zone: string) =>
  firstFullHour(day, (each) => dayIn(zone, each) >= day);
const firstMomentAfter = (day: string, zone: string) =>
  firstFullHour(day, (each) => dayIn(zone, each) > day);

function firstFullHour(day: string, isIt: (at: number) => boolean): number {
  let at = Date.parse(`${day}T00:00:00Z`) * 1_000 - 24 * hour;
  while (!isIt(at)) at += hour;
  return at;
}
