import type { BetaApp, CreateBetaApp, Person, StoreChange } from '@beta-app/core/contract';
import { createFakeClient, type FakeClient } from './fake-client.js';
import { FakeServer } from './fake-server.js';
import { longDirectory, longName, longNotes, longVersion, longWord } from './long-words.js';
import { sampleDirectory, storeCode } from './sample-directory.js';

export const sari: Person = { name: 'Sari Wulandari', nik: '2015014321' };
export const budi: Person = { name: 'Budi Santoso', nik: '2012007788' };

const dayMs = 86_400_000;

export interface SampleOptions {
  storesPerBranch: number;
  lang: 'id' | 'en';
  /** Whether there are a branch, stores and an application with long names, too. */
  longWords?: boolean;
}

export interface Sample {
  server: FakeServer;
  /** A client of Sari's, as the elements use it. */
  client: FakeClient;
  /** A client of somebody else, who gets in the way. */
  other: FakeClient;
  ids: Readonly<
    Record<'active' | 'overlapping' | 'scheduled' | 'ended' | 'empty' | 'long', number>
  >;
}

/** Fills a server with beta apps in every state that stories show. */
export function createSample(options: SampleOptions): Sample {
  let now = Date.now() - 40 * dayMs;
  const server = new FakeServer(() => new Date(now));
  server.directory.sync(sampleDirectory(options.storesPerBranch));
  if (options.longWords) server.directory.sync(longDirectory);
  const day = (offset: number) => new Date(now + offset * dayMs).toISOString().slice(0, 10);

  const create = (actor: Person, name: string, from: number, to: number) => {
    const input: CreateBetaApp = { name, startsOn: day(from), endsOn: day(to) };
    return server.answer({ operation: 'createBetaApp', input: { ...input }, actor }) as BetaApp;
  };
  const add = (betaApp: BetaApp, applicationCode: string, version: string, notes = '') => {
    const { id, owner: actor, detailsRevision } = betaApp;
    const input = { id, detailsRevision, applicationCode, version, notes };
    return server.answer({ operation: 'addApplication', input, actor }) as BetaApp;
  };
  const register = ({ id, revision, owner: actor }: BetaApp, codes: string[]) => {
    const changes: StoreChange[] = [{ registered: true, codes }];
    const directoryRevision = server.directory.revision;
    const input = { id, baseRevision: revision, directoryRevision, changes };
    server.answer({ operation: 'saveStores', input, actor });
  };
  const storesAt = (...positions: number[]) =>
    positions.flatMap((store) => [0, 1, 2].map((branch) => storeCode(branch, store)));

  const ended = add(create(sari, 'Uji Absensi', 0, 20), 'ABS', '1.1.0-beta.1');
  register(ended, storesAt(0, 1));
  now = Date.now();

  const active = add(
    add(create(sari, 'Uji Kasir', -10, 20), 'POS', '4.19.0-beta.3', 'Struk QRIS'),
    'STK',
    '2.2.0-rc1',
  );
  register(active, storesAt(0, 2, 4));
  const overlapping = add(create(budi, 'Uji Struk', -3, 14), 'POS', '4.20.0-rc1');
  register(overlapping, storesAt(1, 3));
  const scheduled = add(create(sari, 'Uji Stok', 30, 60), 'STK', '2.3.0-beta.1');
  const empty = create(sari, 'Uji Kosong', 0, 10);
  const long = add(
    create({ name: longWord, nik: '9'.repeat(32) }, longName, 0, 300),
    'POS',
    longVersion,
    longNotes,
  );
  return {
    server,
    client: createFakeClient(server, { actor: sari, lang: options.lang }),
    other: createFakeClient(server, { actor: budi, lang: options.lang }),
    ids: {
      active: active.id,
      overlapping: overlapping.id,
      scheduled: scheduled.id,
      ended: ended.id,
      empty: empty.id,
      long: long.id,
    },
  };
}
