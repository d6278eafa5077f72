import { type SaveStores } from '@beta-app/core/contract';
import fc from 'fast-check';
import { stores } from '../fixture.js';
import { change, number, syncedRows, type SyncedRow } from './store-save-steps.js';

/** What somebody does: days count from today, people and applications by their place in a list. */
export type Deed =
  | { kind: 'read' }
  | { kind: 'age' }
  | { kind: 'create'; name: number; start: number; end: number }
  | {
      kind: 'copy';
      name: number;
      start: number;
      end: number;
      applications: boolean;
      stores: boolean;
      except: string[];
    }
  | {
      kind: 'update';
      name?: number | undefined;
      start?: number | undefined;
      end?: number | undefined;
      owner?: number | undefined;
      withdraw?: string[] | undefined;
    }
  | { kind: 'pause'; stores: 'keep' | 'drop'; withdraw?: string[] | undefined }
  | { kind: 'resume'; withdraw?: string[] | undefined }
  | { kind: 'end' }
  | { kind: 'cancel' }
  | { kind: 'promote' }
  | {
      kind: 'add';
      application: string;
      version: string;
      notes: string;
      withdraw?: string[] | undefined;
    }
  | {
      kind: 'change';
      application: string;
      version?: string | undefined;
      notes?: string | undefined;
    }
  | { kind: 'remove'; application: string }
  /** What is moved comes from a beta app by its place among all; `asOf` is counted back from the page's revision. */
  | { kind: 'save'; dryRun: boolean; mayMove: boolean; changes: SaveStores['changes'] }
  | {
      kind: 'sync';
      stores: SyncedRow[];
      applications: { code: string; productionVersion: string }[];
      miscounted: number;
    };

/** A deed of one of the people, who goes by an old page unless it is fresh. */
export interface WriteStep {
  person: number;
  /** Which of the beta apps that there are; `live` counts only those that can still be changed. */
  app: number;
  live: boolean;
  fresh: boolean;
  deed: Deed;
}

const mostly = fc.constantFrom(true, true, true, true, false);
const name = number(9);
// Soon, and mostly in order.
const start = fc.integer({ min: -3, max: 6 });
const end = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 4, max: 12 }) },
  fc.integer({ min: -2, max: 4 }),
);
const version = fc.constantFrom('1', '2', '3');
const notes = fc.constantFrom('', 'Struk baru');
const application = fc.constantFrom('POS', 'STK', 'ABS');
const anyApplication = fc.oneof({ weight: 9, arbitrary: application }, fc.constant('TANPA'));
// Few, so that several people set the same ones; one in twenty times with one that nobody knows.
const fewCodes = fc.array(fc.constantFrom('TB001', 'TB002', 'TB003', 'TJ001', 'TM001', 'TP001'), {
  maxLength: 5,
});
const someCodes = fc
  .tuple(fewCodes, fc.nat({ max: 19 }))
  .map(([known, dice]) => (dice === 0 ? [...known, 'TANPA'] : known));

const move = fc.record({
  registered: fc.constant(true as const),
  codes: someCodes,
  from: fc.oneof({ weight: 2, arbitrary: number(1) }, number(7)),
});

const is = <Kind extends string>(kind: Kind) => ({ kind: fc.constant(kind) });
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const withdraw = optional(someCodes);

const deeds: { weight: number; arbitrary: fc.Arbitrary<Deed> }[] = [
  { weight: 6, arbitrary: fc.record(is('read')) },
  { weight: 1, arbitrary: fc.record(is('age')) },
  { weight: 5, arbitrary: fc.record({ ...is('create'), name, start, end }) },
  {
    weight: 4,
    arbitrary: fc.record({
      ...is('copy'),
      ...{ name, start, end },
      applications: mostly,
      stores: mostly,
      except: someCodes,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      ...is('update'),
      name: optional(name),
      start: optional(start),
      end: optional(end),
      owner: optional(number(2)),
      withdraw,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ ...is('pause'), stores: fc.constantFrom('keep', 'drop'), withdraw }),
  },
  { weight: 4, arbitrary: fc.record({ ...is('resume'), withdraw }) },
  { weight: 1, arbitrary: fc.record(is('end')) },
  { weight: 1, arbitrary: fc.record(is('cancel')) },
  { weight: 2, arbitrary: fc.record(is('promote')) },
  {
    weight: 7,
    arbitrary: fc.record({ ...is('add'), application: anyApplication, version, notes, withdraw }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      ...is('change'),
      application,
      version: optional(version),
      notes: optional(notes),
    }),
  },
  { weight: 4, arbitrary: fc.record({ ...is('remove'), application }) },
  {
    weight: 14,
    arbitrary: fc.record({
      ...is('save'),
      dryRun: fc.constantFrom(true, false, false, false),
      mayMove: fc.boolean(),
      changes: fc.array(
        fc.oneof(
          { weight: 2, arbitrary: fc.record({ registered: fc.boolean(), codes: someCodes }) },
          { weight: 1, arbitrary: move },
          { weight: 1, arbitrary: change },
        ),
        { minLength: 1, maxLength: 3 },
      ),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      ...is('sync'),
      stores: syncedRows,
      applications: fc.uniqueArray(fc.record({ code: application, productionVersion: version }), {
        maxLength: 2,
        selector: ({ code }) => code,
      }),
      miscounted: fc.constantFrom(0, 0, 0, 1),
    }),
  },
];

export const writeStep: fc.Arbitrary<WriteStep> = fc.record({
  person: number(1),
  // Mostly one of two, so that pages grow old and saves clash.
  app: fc.oneof({ weight: 2, arbitrary: number(1) }, number(7)),
  live: mostly,
  fresh: fc.boolean(),
  deed: fc.oneof(...deeds),
});

const rivalDeeds: { weight: number; arbitrary: fc.Arbitrary<Deed> }[] = [
  {
    weight: 6,
    arbitrary: fc.record({
      ...is('save'),
      dryRun: fc.constant(false),
      mayMove: fc.constant(true),
      changes: fc.tuple(fc.oneof(fc.record({ registered: fc.boolean(), codes: fewCodes }), move)),
    }),
  },
  { weight: 3, arbitrary: fc.record({ ...is('add'), application, version, notes, withdraw }) },
  { weight: 1, arbitrary: fc.record({ ...is('remove'), application }) },
  {
    weight: 2,
    arbitrary: fc.record({ ...is('pause'), stores: fc.constantFrom('keep', 'drop'), withdraw }),
  },
  { weight: 2, arbitrary: fc.record({ ...is('resume'), withdraw }) },
  {
    weight: 2,
    arbitrary: fc.record({ ...is('update'), start: optional(start), end: optional(end), withdraw }),
  },
];

/** A step of one of two beta apps that take few stores and applications from each other, and let go of them. */
export const rivalStep: fc.Arbitrary<WriteStep> = fc.record({
  person: number(1),
  app: number(1),
  live: fc.constant(true),
  fresh: fc.constant(true),
  deed: fc.oneof(...rivalDeeds),
});

/** Two beta apps that want one store in the same moment, which mostly neither of them has. */
export const twinSteps: fc.Arbitrary<[WriteStep, WriteStep]> = fc
  .constantFrom(...stores.filter((_, index) => index % 50 > 9).map(({ code }) => code))
  .map((code) => {
    const changes = [{ registered: true, codes: [code] }];
    const deed: Deed = { kind: 'save', dryRun: false, mayMove: false, changes };
    const step = { person: 0, live: true, fresh: true, deed };
    return [
      { ...step, app: 0 },
      { ...step, app: 1 },
    ];
  });
