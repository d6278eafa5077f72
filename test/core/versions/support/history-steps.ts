import { timeZones } from '@beta-app/core/contract';
import fc from 'fast-check';

/** How many of each a history has at most; what no step makes stays unknown. */
export const sizes = { branches: 2, stores: 3, applications: 3, betaApps: 3 } as const;

const below = (count: number) => fc.nat({ max: count - 1 });
const branch = below(sizes.branches);
const store = below(sizes.stores);
const application = below(sizes.applications);
const betaApp = below(sizes.betaApps);
const several = { minLength: 1, maxLength: 3, size: 'max' } as const;
const name = fc.constantFrom('', ' Baru', ' Lain');
// Few, so that a beta version is often the production version too.
const version = fc.constantFrom('1', '2', '3', '4');
const notes = fc.constantFrom('', 'Struk');
const timeZone = fc.constantFrom(...timeZones);
// In days from the day of the change, mostly soon.
const start = fc.oneof(fc.integer({ min: -4, max: 3 }), fc.integer({ min: -20, max: 40 }));
const length = fc.oneof(fc.nat({ max: 6 }), fc.nat({ max: 60 }));

const kind = <Kind extends string, Rest extends object>(
  what: Kind,
  rest: { [Key in keyof Rest]: fc.Arbitrary<Rest[Key]> },
) =>
  fc.record({ kind: fc.constant(what), ...rest } as unknown as {
    [Key in keyof (Rest & { kind: Kind })]: fc.Arbitrary<(Rest & { kind: Kind })[Key]>;
  });

const create = kind('create', { betaApp, start, length });
const take = kind('take', { betaApp, application, version, notes });
const register = kind('register', { betaApp, store });
const change = fc.oneof(
  { weight: 2, arbitrary: kind('branch', { branch, name, timeZone }) },
  {
    weight: 3,
    arbitrary: kind('store', { store, branch, name, open: fc.constantFrom(true, true, false) }),
  },
  { weight: 2, arbitrary: create },
  {
    weight: 2,
    arbitrary: kind('update', {
      betaApp,
      name,
      owner: fc.nat({ max: 1 }),
      period: fc.option(fc.record({ start, length })),
    }),
  },
  { weight: 1, arbitrary: kind('end', { betaApp }) },
  {
    weight: 1,
    arbitrary: kind('close', { betaApp, closed: fc.constantFrom('cancelled', 'promoted') }),
  },
  {
    weight: 3,
    arbitrary: kind('pause', { betaApp, pause: fc.constantFrom('none', 'keep', 'drop', 'drop') }),
  },
  { weight: 4, arbitrary: take },
  { weight: 2, arbitrary: kind('remove', { betaApp, application }) },
  { weight: 6, arbitrary: register },
  { weight: 3, arbitrary: kind('withdraw', { betaApp, store }) },
);

/** A change with who makes it, and by how many of the group's moments the clock has gone on, or was set back. */
export interface HistoryStep {
  change: typeof change extends fc.Arbitrary<infer Change> ? Change : never;
  actor: number;
  ticks: number;
}

const step: fc.Arbitrary<HistoryStep> = fc.record({
  change,
  actor: fc.nat({ max: 1 }),
  ticks: fc.constantFrom(0, 0, 1, 1, 1, 2, 3, -2),
});

/** What a history begins with: most stores, and beta apps with applications and stores, as real ones have them. */
const beginnings = fc.tuple(
  fc.subarray([0, 1, 2], { minLength: 2 }),
  fc.array(fc.tuple(branch, name), { minLength: 3, maxLength: 3, size: 'max' }),
  fc.array(
    fc.record({
      betaApp,
      start,
      length,
      takes: fc.array(take, several),
      stores: fc.array(store, several),
    }),
    several,
  ),
);

const history = fc
  .tuple(beginnings, fc.array(step, { minLength: 5, maxLength: 30, size: 'max' }), below(6))
  .map(([[stores, places, betaApps], later, begin]): HistoryStep[] => {
    const first: HistoryStep['change'][] = [
      ...stores.map((index) => {
        const [place, suffix] = places[index]!;
        return { kind: 'store' as const, store: index, branch: place, name: suffix, open: true };
      }),
      ...betaApps.flatMap(({ takes, stores: registered, ...planned }) => [
        { kind: 'create' as const, ...planned },
        ...takes.map((taken) => ({ ...taken, betaApp: planned.betaApp })),
        ...registered.map((each) => ({
          kind: 'register' as const,
          betaApp: planned.betaApp,
          store: each,
        })),
      ]),
    ];
    const ticks = (index: number) => (index === 0 ? begin : Number(index % 5 === 4));
    return [
      ...first.map((each, index) => ({ change: each, actor: 0, ticks: ticks(index) })),
      ...later,
    ];
  });

const minute = 60_000;
// Midnights of the three zones, and around them.
const nearMidnight = fc.constantFrom(14.5, 15, 15.5, 16, 16.5, 17, 17.5).map((hours) => hours * 60);

/** Histories that share applications and the moments at which anything happens, so that many are asked at once. */
export interface HistoryGroup {
  /** In milliseconds since 1970, ascending. */
  moments: number[];
  /** When production versions came, by the index of the moment. */
  production: { application: number; moment: number; version: string }[];
  histories: HistoryStep[][];
  /** What is asked besides, in microseconds since 1970. */
  asked: number[];
}

/** Groups whose changes all lie in so many days before a moment. */
export function historyGroups(
  until: Date,
  histories: number,
  days = 100,
): fc.Arbitrary<HistoryGroup> {
  const first = Math.floor(until.getTime() / 86_400_000 - days) * 86_400_000;
  const moment = fc
    .tuple(fc.nat({ max: days - 1 }), fc.oneof(nearMidnight, fc.nat({ max: 1_439 })))
    .map(([day, minutes]) => first + (day * 1_440 + minutes) * minute);
  const shift = fc.constantFrom(0, 0, -1, 1, 2, 3);
  const thirtyDays = fc.constantFrom(0, 0, 0, 30 * 86_400_000);
  const asked = fc.tuple(fc.nat({ max: 29 }), moment, thirtyDays, shift, fc.nat({ max: 5 }));
  return fc
    .record({
      moments: fc.array(moment, { minLength: 30, maxLength: 30, size: 'max' }),
      production: fc.array(fc.record({ application, moment: fc.nat({ max: 29 }), version }), {
        maxLength: 8,
        size: 'max',
      }),
      histories: fc.array(history, { minLength: histories, maxLength: histories, size: 'max' }),
      asked: fc.array(asked, { minLength: 16, maxLength: 16, size: 'max' }),
    })
    .map(({ moments, asked: questions, ...group }) => {
      const ordered = [...moments].sort((one, other) => one - other);
      return {
        ...group,
        moments: ordered,
        asked: questions.map(([index, random, later, microseconds, choice]) => {
          // Once in six times any moment, also one to come; else one at which something happened, or its thirtieth day.
          const at = choice === 0 ? random + 50 * 86_400_000 : ordered[index]! + later;
          return at * 1_000 + microseconds;
        }),
      };
    });
}
