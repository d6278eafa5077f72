import { budi, sari } from '../../support/people.js';
import { type HistoryGroup, type HistoryStep, sizes } from './history-steps.js';

type Row = Record<string, unknown>;

/** What is written into the tables, in their order. */
export const tableNames = [
  'event',
  'branch',
  'branch_state',
  'store',
  'store_state',
  'application',
  'application_production',
  'beta_app',
  'beta_app_state',
  'beta_app_application',
  'registration',
  'registration_past',
] as const;
export type Rows = Record<(typeof tableNames)[number], Row[]>;

const people = [sari, budi];

export const codeOfStore = (history: number, store: number) =>
  `H${String(history)}S${String(store)}`;
export const codeOfApplication = (application: number) => `A${String(application)}`;

/** A moment in microseconds since 1970, as PostgreSQL reads it. */
export function textOf(microseconds: number): string {
  const milliseconds = Math.floor(microseconds / 1_000);
  const rest = String(microseconds - milliseconds * 1_000).padStart(3, '0');
  return new Date(milliseconds).toISOString().replace('Z', `${rest}Z`);
}

interface BetaApp {
  row: { id: number; revision: number; details_revision: number; changed_at: string };
  state: Row & {
    name: string;
    starts: number;
    ends: number;
    owner: number;
    pause: string;
    closed: string;
  };
  changedAt: number;
  taken: Map<number, Row>;
  /** Of all applications that it ever had. */
  ever: Set<number>;
  registrations: Map<number, Row>;
}

const day = 86_400_000;
/** Days since 1970 in Jakarta. */
const dayOf = (milliseconds: number) => Math.floor((milliseconds + 7 * 3_600_000) / day);
const dateOf = (days: number) => new Date(days * day).toISOString().slice(0, 10);

/** Writes down what the functions that write would have, had they been called at those moments. */
export class HistoryRows {
  readonly rows = Object.fromEntries(tableNames.map((name) => [name, []])) as unknown as Rows;

  readonly #syncs = new Map<number, number>();

  constructor(group: HistoryGroup) {
    this.#production(group);
    for (const [index, steps] of group.histories.entries()) {
      new OneHistory(this, index, group.moments).play(steps);
    }
  }

  event(at: number, actor: number, action: string, betaApp?: BetaApp): number {
    const id = this.rows.event.length + 1;
    this.rows.event.push({
      id,
      at: textOf(at),
      actor_name: people[actor]!.name,
      actor_nik: people[actor]!.nik,
      action,
      beta_app_id: betaApp?.row.id,
      revision: betaApp?.row.revision ?? 0,
      details_revision: action === 'save_stores' ? undefined : betaApp?.row.details_revision,
      after: action === 'save_stores' ? { added: 0, removed: 0 } : undefined,
    });
    return id;
  }

  /** What is synced at one moment is one event. */
  syncEvent(at: number): number {
    const known = this.#syncs.get(at);
    if (known !== undefined) return known;
    const id = this.event(at, 0, 'sync_directory');
    this.#syncs.set(at, id);
    return id;
  }

  add<NewRow extends Row>(table: keyof Rows, row: NewRow): NewRow {
    this.rows[table].push(row);
    return row;
  }

  #production({ production, moments }: HistoryGroup): void {
    const current = new Map<number, Row>();
    for (let application = 0; application < sizes.applications; application += 1) {
      const code = codeOfApplication(application);
      this.add('application', {
        id: application + 1,
        code,
        name: `Program ${code}`,
        description: '',
      });
    }
    let last = 0;
    for (const { application, moment, version } of [...production].sort(
      (a, b) => a.moment - b.moment,
    )) {
      const before = current.get(application);
      if (before?.['version'] === version) continue;
      last = Math.max(moments[moment]! * 1_000, last + 1);
      if (before !== undefined) before['until'] = textOf(last);
      const row = {
        application_id: application + 1,
        version,
        source: 'sync',
        since: textOf(last),
        until: 'infinity',
        event_id: this.syncEvent(last),
      };
      current.set(application, this.add('application_production', row));
    }
  }
}

/** One history, with branches, stores and beta apps of its own. */
class OneHistory {
  readonly #all: HistoryRows;
  readonly #index: number;
  readonly #moments: readonly number[];
  readonly #branches = new Map<number, Row & { name: string; time_zone: string }>();
  readonly #stores = new Map<number, Row & { branch_id: number; name: string; open: boolean }>();
  readonly #betaApps = new Map<number, BetaApp>();
  #tick = 0;
  #actor = 0;
  #directoryChangedAt = 0;

  constructor(all: HistoryRows, index: number, moments: readonly number[]) {
    this.#all = all;
    this.#index = index;
    this.#moments = moments;
  }

  play(steps: readonly HistoryStep[]): void {
    for (const { change, actor, ticks } of steps) {
      this.#tick = Math.min(Math.max(this.#tick + ticks, 0), this.#moments.length - 1);
      this.#actor = actor;
      this.#change(change);
    }
  }

  get #clock(): number {
    return this.#moments[this.#tick]!;
  }

  get #today(): number {
    return dayOf(this.#clock);
  }

  #change(change: HistoryStep['change']): void {
    if (change.kind === 'branch') {
      this.#setBranch(change.branch, change.name, change.timeZone);
    } else if (change.kind === 'store') {
      this.#setStore(change);
    } else if (change.kind === 'create') {
      this.#create(change);
    } else {
      const betaApp = this.#betaApps.get(change.betaApp);
      if (betaApp?.state.closed === 'none' && betaApp.state.ends >= this.#today) {
        this.#changeBetaApp(betaApp, change);
      }
    }
  }

  #changeBetaApp(
    betaApp: BetaApp,
    change: Exclude<HistoryStep['change'], { kind: 'branch' | 'store' | 'create' }>,
  ): void {
    const { state } = betaApp;
    switch (change.kind) {
      case 'update': {
        const starts = change.period === null ? state.starts : this.#today + change.period.start;
        const ends = change.period === null ? state.ends : starts + change.period.length;
        if (ends < this.#today) return;
        const name = `${state.name.split(' ', 3).slice(0, 3).join(' ')}${change.name}`;
        const isWider = starts < state.starts || ends > state.ends;
        if (isWider && state.pause !== 'drop' && this.#overlaps(betaApp, { starts, ends })) return;
        this.#setState(betaApp, 'update', { name, owner: change.owner, starts, ends });
        return;
      }
      case 'end':
        if (state.starts <= this.#today) this.#setState(betaApp, 'end', { ends: this.#today });
        return;
      case 'close':
        this.#setState(betaApp, change.closed === 'cancelled' ? 'cancel' : 'promote', {
          closed: change.closed,
        });
        return;
      case 'pause':
        if (state.pause === 'drop' && this.#overlaps(betaApp)) return;
        this.#setState(betaApp, change.pause === 'none' ? 'resume' : 'pause', {
          pause: change.pause,
        });
        return;
      case 'take':
        this.#take(betaApp, change);
        return;
      case 'remove':
        if (betaApp.taken.has(change.application)) this.#untake(betaApp, change.application);
        return;
      case 'register':
        this.#register(betaApp, change.store);
        return;
      case 'withdraw':
        this.#withdraw(betaApp, change.store);
    }
  }

  #syncedAt(): number {
    this.#directoryChangedAt = Math.max(this.#clock * 1_000, this.#directoryChangedAt + 1);
    return this.#directoryChangedAt;
  }

  #setBranch(branch: number, suffix: string, timeZone: string): void {
    const before = this.#branches.get(branch);
    const code = `H${String(this.#index)}B${String(branch)}`;
    const name = `Cabang ${code}${suffix}`;
    if (before?.name === name && before.time_zone === timeZone) return;
    const id = this.#index * sizes.branches + branch + 1;
    if (before === undefined) this.#all.add('branch', { id, code });
    const at = this.#syncedAt();
    if (before !== undefined) before['until'] = textOf(at);
    const state = {
      branch_id: id,
      name,
      time_zone: timeZone,
      since: textOf(at),
      until: 'infinity',
      event_id: this.#all.syncEvent(at),
    };
    this.#branches.set(branch, this.#all.add('branch_state', state));
  }

  #setStore({
    store,
    branch,
    name: suffix,
    open,
  }: {
    store: number;
    branch: number;
    name: string;
    open: boolean;
  }) {
    if (!this.#branches.has(branch)) {
      this.#setBranch(branch, '', ['Asia/Jakarta', 'Asia/Jayapura'][(branch + this.#index) % 2]!);
    }
    const branchId = this.#index * sizes.branches + branch + 1;
    const code = codeOfStore(this.#index, store);
    const name = `Toko ${code}${suffix}`;
    const before = this.#stores.get(store);
    if (before?.name === name && before.branch_id === branchId && before.open === open) return;
    const id = this.#storeId(store);
    if (before === undefined) this.#all.add('store', { id, code });
    const at = this.#syncedAt();
    if (before !== undefined) before['until'] = textOf(at);
    const state = {
      store_id: id,
      branch_id: branchId,
      name,
      open,
      search_key: `${code}\n${name}`.toLowerCase(),
      directory_revision: 1,
      since: textOf(at),
      until: 'infinity',
      event_id: this.#all.syncEvent(at),
    };
    this.#stores.set(store, this.#all.add('store_state', state));
  }

  #storeId(store: number): number {
    return this.#index * sizes.stores + store + 1;
  }

  #create({ betaApp, start, length }: { betaApp: number; start: number; length: number }): void {
    const starts = this.#today + start;
    const ends = starts + length;
    if (ends < this.#today || this.#betaApps.has(betaApp)) return;
    const id = this.#index * sizes.betaApps + betaApp + 1;
    const row = { id, revision: 0, details_revision: 0, changed_at: '' };
    const made: BetaApp = {
      row: this.#all.add('beta_app', row),
      state: {
        name: `Uji H${String(this.#index)} ${String(betaApp)}`,
        starts,
        ends,
        owner: this.#actor,
        pause: 'none',
        closed: 'none',
      },
      changedAt: 0,
      taken: new Map(),
      ever: new Set(),
      registrations: new Map(),
    };
    this.#betaApps.set(betaApp, made);
    const [at, event] = this.#record(made, 'create');
    made.state = this.#stateRow(made, made.state, at, event);
  }

  /** The moment of a change, later than all before of what shares an application, and its event. */
  #record(betaApp: BetaApp, action: string, adding?: number): [at: number, event: number] {
    const concerned = new Set(betaApp.ever);
    if (adding !== undefined) concerned.add(adding);
    const related = [...this.#betaApps.values()].filter(
      (other) =>
        other === betaApp || [...other.ever].some((application) => concerned.has(application)),
    );
    const at = Math.max(this.#clock * 1_000, ...related.map(({ changedAt }) => changedAt + 1));
    betaApp.changedAt = at;
    betaApp.row.changed_at = textOf(at);
    betaApp.row.revision += 1;
    if (action !== 'save_stores') betaApp.row.details_revision += 1;
    return [at, this.#all.event(at, this.#actor, action, betaApp)];
  }

  #setState(betaApp: BetaApp, action: string, change: Partial<BetaApp['state']>): void {
    const before = betaApp.state;
    if (Object.entries(change).every(([key, value]) => before[key] === value)) return;
    const [at, event] = this.#record(betaApp, action);
    before['until'] = textOf(at);
    betaApp.state = this.#stateRow(betaApp, { ...before, ...change }, at, event);
  }

  #stateRow(
    betaApp: BetaApp,
    state: BetaApp['state'],
    at: number,
    event: number,
  ): BetaApp['state'] {
    return this.#all.add('beta_app_state', {
      ...state,
      beta_app_id: betaApp.row.id,
      period: `[${dateOf(state.starts)},${dateOf(state.ends)}]`,
      owner_name: people[state.owner]!.name,
      owner_nik: people[state.owner]!.nik,
      since: textOf(at),
      until: 'infinity',
      event_id: event,
    });
  }

  #take(
    betaApp: BetaApp,
    { application, version, notes }: { application: number; version: string; notes: string },
  ) {
    const before = betaApp.taken.get(application);
    if (before?.['version'] === version && before['notes'] === notes) return;
    const isNew = before === undefined;
    if (isNew && betaApp.state.pause !== 'drop') {
      if (this.#overlaps(betaApp, { applications: [application] })) return;
    }
    const [at, event] = this.#record(
      betaApp,
      isNew ? 'add_application' : 'change_application',
      application,
    );
    if (!isNew) Object.assign(before, { until: textOf(at), end_event_id: event });
    betaApp.ever.add(application);
    const row = {
      beta_app_id: betaApp.row.id,
      application_id: application + 1,
      version,
      notes,
      since: textOf(at),
      until: 'infinity',
      event_id: event,
    };
    betaApp.taken.set(application, this.#all.add('beta_app_application', row));
  }

  #untake(betaApp: BetaApp, application: number): void {
    const [at, event] = this.#record(betaApp, 'remove_application');
    Object.assign(betaApp.taken.get(application)!, { until: textOf(at), end_event_id: event });
    betaApp.taken.delete(application);
  }

  #register(betaApp: BetaApp, store: number): void {
    if (betaApp.registrations.has(store) || this.#stores.get(store)?.open !== true) return;
    if (betaApp.state.pause !== 'drop' && this.#overlaps(betaApp, { stores: [store] })) return;
    const [at, event] = this.#record(betaApp, 'save_stores');
    this.#all.rows.event.at(-1)!['after'] = { added: 1, removed: 0 };
    const row = {
      beta_app_id: betaApp.row.id,
      store_id: this.#storeId(store),
      since: textOf(at),
      event_id: event,
    };
    betaApp.registrations.set(store, this.#all.add('registration', row));
  }

  #withdraw(betaApp: BetaApp, store: number): void {
    const row = betaApp.registrations.get(store);
    if (row === undefined) return;
    const [at, event] = this.#record(betaApp, 'save_stores');
    this.#all.rows.event.at(-1)!['after'] = { added: 0, removed: 1 };
    betaApp.registrations.delete(store);
    this.#all.rows.registration.splice(this.#all.rows.registration.indexOf(row), 1);
    this.#all.add('registration_past', { ...row, until: textOf(at), end_event_id: event });
  }

  /** Whether another beta app would hold one of the stores with one of the applications on a common day to come. */
  #overlaps(
    betaApp: BetaApp,
    {
      starts = betaApp.state.starts,
      ends = betaApp.state.ends,
      applications = [...betaApp.taken.keys()],
      stores = [...betaApp.registrations.keys()],
    } = {},
  ): boolean {
    return [...this.#betaApps.values()].some(
      (other) =>
        other !== betaApp &&
        other.state.closed === 'none' &&
        other.state.pause !== 'drop' &&
        Math.max(other.state.starts, starts, this.#today) <= Math.min(other.state.ends, ends) &&
        applications.some((application) => other.taken.has(application)) &&
        stores.some((store) => other.registrations.has(store)),
    );
  }
}
