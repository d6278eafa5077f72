import type { StoreChange } from '@beta-app/core/contract';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { changesOf, wishesOf } from '../../widgets/src/beta-store-picker/pending-changes.js';
import { StoreRows } from '../../widgets/src/beta-store-picker/store-rows.js';
import { storeFilters, StoreTable } from '../../widgets/src/beta-store-picker/store-table.js';
import { findSelected } from '../../widgets/src/beta-store-picker/ticked-all.js';
import { storeOf } from './store-pages.js';

type Store = ReturnType<typeof storeOf>;

const revisions = { revision: 1, directoryRevision: 1 };
const all = undefined;

/** A picker without a page: the list of a branch or of all, narrowed, and ticked. */
class Picker {
  readonly table = new StoreTable();
  readonly stores: readonly Store[];
  #branch: string | undefined;
  #q = '';
  #isWhole = true;

  constructor(...stores: Store[]) {
    this.stores = stores;
    this.go(all);
  }

  go(branch: string | undefined): void {
    this.#branch = branch;
    const rows = new StoreRows();
    rows.append(this.stores.filter(({ branchCode }) => branch === all || branchCode === branch));
    this.table.open(rows, revisions);
  }

  show(q: string, filter: (typeof storeFilters)[number] = 'all'): void {
    this.#q = q;
    this.#isWhole = filter === 'all' || filter === 'unregistered';
    this.table.show(q, filter);
  }

  tickAll(): void {
    const branch = this.#branch;
    const select = { ...(branch !== all && { branch }), ...(this.#q !== '' && { q: this.#q }) };
    this.table.toggleAll(this.#isWhole ? select : undefined);
  }

  tick(...codes: string[]): void {
    for (const code of codes) {
      this.table.toggle(this.table.positionOf(this.table.rows.codes.indexOf(code)));
    }
  }

  changes(leftOut: ReadonlySet<string> = new Set()): StoreChange[] {
    const { ticks, rows, tickedAll } = this.table;
    return changesOf(wishesOf(ticks.pending(), leftOut), {
      leftOut,
      selected: tickedAll && findSelected(tickedAll, rows, this.#branch),
    });
  }
}

/** What the contract says that changes do, to the stores that the page knows. */
function apply(changes: readonly StoreChange[], stores: readonly Store[]): Map<string, boolean> {
  const state = new Map(stores.map(({ code, registered }) => [code, registered]));
  for (const change of changes) {
    if ('asOf' in change) throw new Error('Not of a picker');
    if ('codes' in change) {
      for (const code of change.codes) state.set(code, change.registered);
      continue;
    }
    const { branch, q = '' } = change.select;
    for (const { code, name, branchCode, closedSince } of stores) {
      const matches =
        closedSince === undefined &&
        (branch === undefined || branch === branchCode) &&
        q.split(' ').every((word) => `${code}\n${name}`.toLowerCase().includes(word)) &&
        !(change.except ?? []).includes(code);
      if (matches) state.set(code, change.registered);
    }
  }
  return state;
}

const six = () =>
  new Picker(
    ...['A1', 'A2', 'A3', 'B1', 'B2', 'B3'].map((code) =>
      storeOf(code, { branchCode: code.slice(0, 1), name: `Toko ${code}` }),
    ),
  );

describe('a selection', () => {
  it('is sent as what it is, without the stores that were unticked one by one, or left out', () => {
    const picker = six();
    picker.tickAll();
    assert.deepEqual(picker.changes(), [{ registered: true, select: {} }]);
    picker.tick('A2');
    assert.deepEqual(picker.changes(), [{ registered: true, select: {}, except: ['A2'] }]);
    assert.deepEqual(picker.changes(new Set(['B3', 'X'])), [
      { registered: true, select: {}, except: ['A2', 'B3'] },
    ]);
    picker.table.discard();
    picker.show('toko a');
    picker.tickAll();
    picker.show('');
    picker.tick('B1');
    assert.deepEqual(picker.changes(), [
      { registered: true, select: { q: 'toko a' } },
      { registered: true, codes: ['B1'] },
    ]);
  });

  it('leaves a store out that is registered, as it may not be any more', () => {
    const picker = new Picker(storeOf('A', { registered: true }), storeOf('B'), storeOf('C'));
    picker.tickAll();
    assert.deepEqual(picker.changes(new Set(['A'])), [
      { registered: true, select: {}, except: ['A'] },
    ]);
  });

  it('of a branch is sent by code from the list of another', () => {
    const picker = six();
    picker.go('A');
    picker.tickAll();
    assert.deepEqual(picker.changes(), [{ registered: true, select: { branch: 'A' } }]);
    picker.go('B');
    assert.deepEqual(picker.changes(), [{ registered: true, codes: ['A1', 'A2', 'A3'] }]);
    picker.go(all);
    assert.deepEqual(picker.changes(), [{ registered: true, select: { branch: 'A' } }]);
  });

  it('is forgotten when most of it was taken back, and when it is saved', () => {
    const picker = six();
    picker.tickAll();
    picker.tick('A1', 'A2', 'A3', 'B1');
    assert.deepEqual(picker.changes(), [{ registered: true, codes: ['B2', 'B3'] }]);
    picker.table.settle(wishesOf(picker.table.ticks.pending()), 2);
    picker.tick('A1', 'A2', 'A3', 'B1');
    assert.equal(
      picker.changes().some((change) => 'select' in change),
      false,
    );
  });

  it('gives exactly the ticks on the screen, after anything', () => {
    const store = fc.record({
      branchCode: fc.constantFrom('A', 'B'),
      name: fc.constantFrom('alfa', 'beta', 'alfa beta'),
      registered: fc.boolean(),
      closed: fc.boolean(),
    });
    const action = fc.oneof(
      fc.record({
        kind: fc.constant('show' as const),
        q: fc.constantFrom('', 'alfa', 'beta', 'alfa beta'),
        filter: fc.constantFrom('all' as const, ...storeFilters),
      }),
      fc.record({ kind: fc.constant('go' as const), branch: fc.constantFrom(all, 'A', 'B') }),
      fc.record({ kind: fc.constant('tick' as const), at: fc.nat(20) }),
      fc.record({ kind: fc.constantFrom('all' as const, 'all' as const, 'discard' as const) }),
    );
    let selections = 0;
    const stores = fc.array(store, { maxLength: 20 });
    const leaving = fc.array(fc.nat(20), { maxLength: 4 });
    fc.assert(
      fc.property(stores, fc.array(action, { maxLength: 12 }), leaving, (given, actions, left) => {
        const picker = new Picker(
          ...given.map(({ closed, ...facts }, number) =>
            storeOf(`T${number}`, {
              ...facts,
              ...(closed && { registered: true, closedSince: '2026-01-01T00:00:00Z' }),
            }),
          ),
        );
        for (const each of actions) {
          if (each.kind === 'show') picker.show(each.q, each.filter);
          else if (each.kind === 'go') picker.go(each.branch);
          else if (each.kind === 'tick') picker.table.toggle(each.at);
          else if (each.kind === 'all') picker.tickAll();
          else picker.table.discard();
        }
        const leftOut = new Set(left.map((number) => `T${number}`));
        const changes = picker.changes(leftOut);
        if (changes.some((change) => 'select' in change)) selections += 1;
        const wanted = new Map(picker.stores.map(({ code, registered }) => [code, registered]));
        for (const { code, registered } of picker.table.ticks.pending()) {
          if (!leftOut.has(code)) wanted.set(code, registered);
        }
        assert.deepEqual(apply(changes, picker.stores), wanted);
      }),
      { numRuns: 2_000 },
    );
    assert.ok(selections > 200, `${selections} selections`);
  });
});
