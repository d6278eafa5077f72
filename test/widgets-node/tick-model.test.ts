import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type BetaAppStore } from '@beta-app/core/contract';
import { changesOf, wishesOf } from '../../widgets/src/beta-store-picker/pending-changes.js';
import { StoreRows } from '../../widgets/src/beta-store-picker/store-rows.js';
import { TickModel } from '../../widgets/src/beta-store-picker/tick-model.js';
import { storeOf } from './store-pages.js';

const at = (revision: number) => ({ revision, directoryRevision: 1 });

function listOf(...stores: BetaAppStore[]): StoreRows {
  const rows = new StoreRows();
  rows.append(stores);
  return rows;
}

describe('ticks', () => {
  it('are what the server has, until the user changes them', () => {
    const ticks = new TickModel();
    ticks.open(listOf(storeOf('A', { registered: true }), storeOf('B')), at(1));
    assert.equal(ticks.isTicked(0), true);
    assert.equal(ticks.isTicked(1), false);
    assert.equal(ticks.hasChanges, false);
    assert.deepEqual(changesOf(wishesOf(ticks.pending())), []);
  });

  it('tell which of them other beta apps hold, also of those that wait for their list', () => {
    const holder = {
      betaApp: { id: 2, name: 'Uji', startsOn: '', endsOn: '', owner: { name: '', nik: '' } },
      application: { code: 'POS', name: 'Kasir' },
      version: '2',
    };
    const held = (code: string) => storeOf(code, { heldBy: [0] });
    const ticks = new TickModel();
    const rows = new StoreRows();
    rows.append([held('A'), storeOf('B'), held('C')], [holder]);
    ticks.open(rows, at(1));
    assert.deepEqual(ticks.heldTicks(), []);
    ticks.set([0, 1], true);
    assert.deepEqual(ticks.heldTicks(), ['A']);
    const others = new StoreRows();
    others.append([held('D')], [holder]);
    ticks.open(others, at(1));
    ticks.set([0], true);
    assert.deepEqual(ticks.heldTicks(), ['D', 'A']);
    ticks.open(listOf(storeOf('A'), storeOf('B')), at(1));
    assert.deepEqual(ticks.heldTicks(), ['D'], 'let go of by now');
    ticks.drop(new Set(ticks.heldTicks()));
    assert.deepEqual(changesOf(wishesOf(ticks.pending())), [
      { registered: true, codes: ['A', 'B'] },
    ]);
  });

  it('fall away when a list says that the server has them by now', () => {
    const ticks = new TickModel();
    ticks.open(listOf(storeOf('A'), storeOf('B')), at(1));
    ticks.set([0, 1], true);
    ticks.open(listOf(storeOf('A', { registered: true }), storeOf('B')), at(2));
    assert.deepEqual(changesOf(wishesOf(ticks.pending())), [{ registered: true, codes: ['B'] }]);
    assert.deepEqual(ticks.counts, { added: 1, removed: 0 });
  });

  it('start from the oldest revision that one of them was made on', () => {
    const ticks = new TickModel();
    ticks.open(listOf(storeOf('A')), at(3));
    assert.equal(ticks.base, undefined);
    ticks.set([0], true);
    ticks.open(listOf(storeOf('B')), at(5));
    ticks.set([0], true);
    assert.deepEqual(ticks.base, at(3));
    ticks.discard();
    assert.equal(ticks.base, undefined);
    ticks.set([0], true);
    assert.deepEqual(ticks.base, at(5));
  });

  it('start from the oldest page of a list whose pages differ', () => {
    const ticks = new TickModel();
    const rows = listOf(storeOf('A'));
    ticks.open(rows, { revision: 5, directoryRevision: 9 });
    rows.append([storeOf('B')]);
    ticks.take({ revision: 7, directoryRevision: 8 });
    ticks.set([1], true);
    assert.deepEqual(ticks.base, { revision: 5, directoryRevision: 8 });
  });

  it('made while a save was running stay, and go on from that save', () => {
    const ticks = new TickModel();
    ticks.open(listOf(storeOf('A'), storeOf('B')), at(1));
    ticks.set([0], true);
    const sent = wishesOf(ticks.pending());
    ticks.set([0], false);
    ticks.set([1], true);
    ticks.settle(sent, 2);
    assert.deepEqual(ticks.counts, { added: 1, removed: 1 });
    assert.deepEqual(ticks.base, at(2));
  });

  it('go on from what they started from, when a save met one by somebody else', () => {
    const ticks = new TickModel();
    ticks.open(listOf(storeOf('A'), storeOf('B')), at(1));
    ticks.set([0], true);
    const sent = wishesOf(ticks.pending());
    ticks.set([1], true);
    ticks.settle(sent, undefined);
    assert.deepEqual(ticks.base, at(1));
  });

  it('of a store that closed meanwhile stay pending, for the server to judge', () => {
    const ticks = new TickModel();
    ticks.open(listOf(storeOf('A', { registered: true })), at(1));
    ticks.set([0], false);
    ticks.open(listOf(storeOf('A', { registered: true, closedSince: '2026-01-01' })), at(2));
    assert.deepEqual(changesOf(wishesOf(ticks.pending())), [{ registered: false, codes: ['A'] }]);
    ticks.discard();
    assert.equal(ticks.hasChanges, false);
  });

  it('can be sent without some stores, and dropped for those', () => {
    const ticks = new TickModel();
    ticks.open(listOf(storeOf('A'), storeOf('B'), storeOf('C', { registered: true })), at(1));
    ticks.set([0, 1], true);
    ticks.set([2], false);
    const without = new Set(['B', 'C']);
    assert.deepEqual(changesOf(wishesOf(ticks.pending(), without)), [
      { registered: true, codes: ['A'] },
    ]);
    assert.deepEqual(ticks.counts, { added: 2, removed: 1 });
    ticks.drop(without);
    assert.deepEqual(ticks.counts, { added: 1, removed: 0 });
    assert.equal(ticks.isTicked(2), true);
  });
});

/** What the model means, said in the most naive way: wishes by code, over lists that come and go. */
class NaiveTicks {
  readonly wishes = new Map<string, boolean>();
  server = new Map<string, boolean>();
  list: string[] = [];

  pending(): string[] {
    return [...this.wishes].map(([code, registered]) => `${registered ? '+' : '-'}${code}`).sort();
  }

  set(code: string, ticked: boolean): void {
    if (this.server.get(code) === ticked) this.wishes.delete(code);
    else this.wishes.set(code, ticked);
  }

  open(list: string[]): void {
    this.list = list;
    for (const code of list) {
      if (this.wishes.get(code) === this.server.get(code)) this.wishes.delete(code);
    }
  }
}

const codes = Array.from({ length: 12 }, (_, number) => `T${String(number).padStart(2, '0')}`);
const branchOf = (code: string) => `B${Number(code.slice(1)) % 3}`;
const someCodes = fc.subarray(codes);

const step = fc.oneof(
  fc.record({ kind: fc.constant('open' as const), branch: fc.constantFrom('B0', 'B1', 'B2', '') }),
  fc.record({ kind: fc.constant('set' as const), codes: someCodes, ticked: fc.boolean() }),
  fc.record({ kind: fc.constant('others' as const), codes: someCodes, ticked: fc.boolean() }),
  fc.record({ kind: fc.constant('drop' as const), codes: someCodes }),
  fc.record({ kind: fc.constant('discard' as const) }),
  fc.record({ kind: fc.constant('save' as const) }),
);

describe('ticks over any course of lists, ticks, saves and changes by others', () => {
  it('are what a map of wishes says', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), someCodes, (steps, registered) => {
        const naive = new NaiveTicks();
        naive.server = new Map(codes.map((code) => [code, registered.includes(code)]));
        const ticks = new TickModel();
        let revision = 1;
        let oldest: number | undefined;
        let shown = 1;
        for (const each of steps) {
          switch (each.kind) {
            case 'open': {
              const list = codes.filter(
                (code) => each.branch === '' || branchOf(code) === each.branch,
              );
              naive.open(list);
              shown = revision;
              open(ticks, naive, list, revision);
              break;
            }
            case 'set': {
              // A page can only change what it shows, as it knew it when it was read.
              const meant = each.codes.filter((code) => naive.list.includes(code));
              const before = naive.pending().join();
              for (const code of meant) setAsShown(naive, ticks, code, each.ticked);
              if (naive.pending().join() !== before) oldest = Math.min(oldest ?? shown, shown);
              break;
            }
            case 'others':
              for (const code of each.codes) naive.server.set(code, each.ticked);
              revision += 1;
              // Until they are read again, the page goes by what it knew: read at once here.
              naive.open(naive.list);
              open(ticks, naive, naive.list, revision);
              shown = revision;
              break;
            case 'drop':
              for (const code of each.codes) naive.wishes.delete(code);
              ticks.drop(new Set(each.codes));
              break;
            case 'discard':
              naive.wishes.clear();
              ticks.discard();
              break;
            case 'save':
              for (const [code, wish] of naive.wishes) naive.server.set(code, wish);
              naive.wishes.clear();
              revision += 1;
              shown = revision;
              ticks.settle(wishesOf(ticks.pending()), revision);
              break;
          }
          if (naive.wishes.size === 0) oldest = undefined;
          assert.deepEqual(pendingOf(ticks), naive.pending());
          assert.deepEqual(countsOf(ticks), naiveCounts(naive));
          assert.equal(ticks.base?.revision, oldest);
          naive.list.forEach((code, row) => {
            const expected = naive.wishes.get(code) ?? naive.server.get(code);
            assert.equal(ticks.isTicked(row), expected);
          });
        }
      }),
      { numRuns: 500 },
    );
  });
});

function open(ticks: TickModel, naive: NaiveTicks, list: string[], revision: number): void {
  const rows = new StoreRows();
  ticks.open(rows, at(revision));
  // In two pages, as long lists come.
  const half = Math.ceil(list.length / 2);
  for (const part of [list.slice(0, half), list.slice(half)]) {
    rows.append(
      part.map((code) =>
        storeOf(code, { branchCode: branchOf(code), registered: naive.server.get(code) === true }),
      ),
    );
    ticks.take(at(revision));
  }
}

function setAsShown(naive: NaiveTicks, ticks: TickModel, code: string, ticked: boolean): void {
  naive.set(code, ticked);
  ticks.set([naive.list.indexOf(code)], ticked);
}

function pendingOf(ticks: TickModel): string[] {
  return changesOf(wishesOf(ticks.pending()))
    .flatMap((change) =>
      'codes' in change
        ? change.codes.map((code) => `${change.registered ? '+' : '-'}${code}`)
        : [],
    )
    .sort();
}

function countsOf(ticks: TickModel): Record<string, string> {
  return Object.fromEntries(
    [...ticks.countsByBranch].map(([code, { added, removed }]) => [code, `+${added} -${removed}`]),
  );
}

function naiveCounts(naive: NaiveTicks): Record<string, string> {
  const branches = new Map<string, { added: number; removed: number }>();
  for (const [code, registered] of naive.wishes) {
    const counts = branches.get(branchOf(code)) ?? { added: 0, removed: 0 };
    counts[registered ? 'added' : 'removed'] += 1;
    branches.set(branchOf(code), counts);
  }
  return Object.fromEntries(
    [...branches].map(([code, { added, removed }]) => [code, `+${added} -${removed}`]),
  );
}
