import { type SaveStores } from '@beta-app/core/contract';
import fc from 'fast-check';
import { stores } from '../fixture.js';

/** The stores that steps are about; indexes beyond them name stores that don't exist yet. */
export const pool = stores.filter((_, index) => index % 50 < 6);
const branchCodes = ['BDG1', 'JKT1', 'MKS1', 'JAP1'];

/** Each actor saves from the page that it read last; reading again is a step of its own. */
export type Step =
  | { kind: 'read'; actor: number; app: number }
  | {
      kind: 'save';
      actor: number;
      app: number;
      dryRun: boolean;
      changes: SaveStores['changes'];
    }
  | { kind: 'sync'; rows: SyncedRow[] };

/** A store of the pool, or one beyond, as a sync names it. */
export interface SyncedRow {
  index: number;
  branch: number;
  name: string;
  open: boolean;
}

export const storeRowOf = ({ index, branch, name, open }: SyncedRow) => ({
  code: pool[index]?.code ?? `TX${String(index)}`,
  branchCode: branchCodes[branch]!,
  name,
  open,
});

export const number = (max: number) => fc.integer({ min: 0, max });
const codes = fc.array(
  fc.constantFrom(...pool).map(({ code }) => code),
  { maxLength: 6 },
);
export const change = fc.oneof(
  fc.record({ registered: fc.boolean(), codes }),
  fc.record(
    {
      registered: fc.boolean(),
      select: fc.record(
        { branch: fc.constantFrom(...branchCodes), q: fc.constantFrom('toko', '1', 'baru tb') },
        { requiredKeys: [] },
      ),
      except: codes,
    },
    { requiredKeys: ['registered', 'select'] },
  ),
  // Counted back from the revision that there is.
  fc.record({ asOf: number(9), except: codes }),
);
export const syncedRows = fc.uniqueArray(
  fc.record({
    index: number(pool.length + 3),
    branch: number(3),
    name: fc.constantFrom('Toko', 'Baru', 'Toko 1'),
    // Few are closed, or most saves would be refused for that alone.
    open: fc.constantFrom(true, true, true, true, false),
  }),
  { minLength: 1, maxLength: 4, selector: ({ index }) => index },
);
export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('read'), actor: number(2), app: number(2) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('save'),
      actor: number(2),
      app: number(2),
      dryRun: fc.boolean(),
      changes: fc.array(change, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('sync'),
      rows: syncedRows,
    }),
  },
);
