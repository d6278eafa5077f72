import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { wishesOf } from '../../widgets/src/beta-store-picker/pending-changes.js';
import { StoreRows } from '../../widgets/src/beta-store-picker/store-rows.js';
import { storeFilters, StoreTable } from '../../widgets/src/beta-store-picker/store-table.js';
import { storeOf } from './store-pages.js';

const revisions = { revision: 1, directoryRevision: 1 };

function tableOf(...stores: ReturnType<typeof storeOf>[]): StoreTable {
  const rows = new StoreRows();
  rows.append(stores);
  const table = new StoreTable();
  table.open(rows, revisions);
  return table;
}

const shownCodes = (table: StoreTable) =>
  Array.from({ length: table.length }, (_, position) => table.rows.codes[table.rowAt(position)]);

const tickedCodes = (table: StoreTable) =>
  table.rows.codes.filter((_, row) => table.ticks.isTicked(row));

const six = () => tableOf(...['A', 'B', 'C', 'D', 'E', 'F'].map((code) => storeOf(code)));

describe('the table', () => {
  it('shows stores with all words in code or name, without case', () => {
    const table = tableOf(
      storeOf('TB1', { name: 'Cibiru Hilir' }),
      storeOf('TB2', { name: 'Ujung Berung' }),
      storeOf('TC3', { name: 'CIBIRU WÉTAN' }),
    );
    table.show('  cibiru tb ', 'all');
    assert.deepEqual(shownCodes(table), ['TB1']);
    table.show('We\u0301tan', 'all');
    assert.deepEqual(shownCodes(table), ['TC3']);
    table.show('', 'all');
    assert.equal(table.length, 3);
  });

  it('shows closed stores only among the registered, and never ticks them', () => {
    const table = tableOf(
      storeOf('A', { registered: true }),
      storeOf('B', { registered: true, closedSince: '2026-01-01T00:00:00Z' }),
      storeOf('C'),
    );
    assert.deepEqual(shownCodes(table), ['A', 'C']);
    table.show('', 'registered');
    assert.deepEqual(shownCodes(table), ['A', 'B']);
    assert.equal(table.tickable, 1);
    assert.equal(table.headerState, 'all');
    table.toggle(1);
    table.toggleAll();
    assert.deepEqual(tickedCodes(table), ['B']);
  });

  it('keeps a row where it is when a tick takes it out of the filter, until the filter is set anew', () => {
    const table = six();
    table.toggle(2);
    table.show('', 'changed');
    assert.deepEqual(shownCodes(table), ['C']);
    table.toggle(0);
    assert.deepEqual(shownCodes(table), ['C']);
    table.show('', 'changed');
    assert.deepEqual(shownCodes(table), []);
  });

  it('ticks a range, in both directions, as the last one was ticked or unticked', () => {
    const table = six();
    table.toggle(1);
    table.toggleTo(3);
    assert.deepEqual(tickedCodes(table), ['B', 'C', 'D']);
    table.toggle(3);
    table.toggleTo(2);
    assert.deepEqual(tickedCodes(table), ['B']);
  });

  it('ticks the row alone where there is nothing to begin a range at', () => {
    const table = six();
    table.toggleTo(4);
    assert.deepEqual(tickedCodes(table), ['E']);
  });

  it('ticks all from mixed, and unticks all from all', () => {
    const table = six();
    table.toggle(0);
    assert.equal(table.headerState, 'some');
    assert.equal(table.toggleAll(), true);
    assert.equal(table.headerState, 'all');
    assert.equal(table.toggleAll(), false);
    assert.equal(table.headerState, 'none');
    assert.equal(table.ticks.hasChanges, false);
  });

  it('ticks only what the search shows', () => {
    const table = six();
    table.show('toko b', 'all');
    table.toggleAll();
    table.show('', 'all');
    assert.deepEqual(tickedCodes(table), ['B']);
    assert.equal(table.headerState, 'some');
  });

  it('agrees about the header with a count of what is shown, after anything', () => {
    const store = fc.record({
      registered: fc.boolean(),
      closed: fc.boolean(),
      name: fc.constantFrom('alfa', 'beta', 'alfa beta'),
    });
    const action = fc.oneof(
      fc.record({
        kind: fc.constant('show' as const),
        q: fc.constantFrom('', 'alfa', 'beta', 'alfa beta', 'x'),
        filter: fc.constantFrom(...storeFilters),
      }),
      fc.record({ kind: fc.constantFrom('toggle' as const, 'to' as const), at: fc.nat(30) }),
      fc.record({ kind: fc.constantFrom('all' as const, 'discard' as const, 'settle' as const) }),
    );
    fc.assert(
      fc.property(fc.array(store, { maxLength: 30 }), fc.array(action), (stores, actions) => {
        const table = tableOf(
          ...stores.map(({ registered, closed, name }, number) =>
            storeOf(`T${number}`, {
              name,
              registered: registered || closed,
              ...(closed && { closedSince: '2026-01-01T00:00:00Z' }),
            }),
          ),
        );
        for (const each of actions) {
          if (each.kind === 'show') table.show(each.q, each.filter);
          else if (each.kind === 'toggle') table.toggle(each.at);
          else if (each.kind === 'to') table.toggleTo(each.at);
          else if (each.kind === 'all') table.toggleAll();
          else if (each.kind === 'discard') table.discard();
          else table.settle(wishesOf(table.ticks.pending()), 2);
          const open = Array.from({ length: table.length }, (_, position) =>
            table.rowAt(position),
          ).filter((row) => !table.rows.isClosed(row));
          const ticked = open.filter((row) => table.ticks.isTicked(row)).length;
          assert.equal(table.tickable, open.length);
          const expected = ticked === 0 ? 'none' : ticked === open.length ? 'all' : 'some';
          assert.equal(table.headerState, expected);
        }
      }),
    );
  });
});
