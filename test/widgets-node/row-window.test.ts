import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { rowTop, rowWindow, scrollTopFor } from '../../widgets/src/windowed-rows/row-window.js';

const measures = fc
  .record({
    count: fc.oneof(fc.nat(100), fc.nat(2_000_000)),
    rowHeight: fc.constantFrom(40, 56),
    height: fc.integer({ min: 60, max: 1200 }),
    scrollTop: fc.oneof(fc.nat(10_000_000), fc.double({ min: 0, max: 8_000_000, noNaN: true })),
    gap: fc.option(fc.record({ after: fc.nat(), height: fc.integer({ min: 1, max: 600 }) })),
  })
  .map(({ gap, ...others }) =>
    gap === null || others.count === 0
      ? others
      : { ...others, gap: { ...gap, after: gap.after % others.count } },
  );

describe('the window onto the rows', () => {
  it('covers the whole height, with few rows, whatever the scroll position', () => {
    fc.assert(
      fc.property(measures, (given) => {
        const { first, end, origin, contentHeight } = rowWindow(given);
        const scrollTop = Math.max(0, Math.min(given.scrollTop, contentHeight - given.height));
        const bottom = Math.min(scrollTop + given.height, contentHeight);
        if (given.count === 0) {
          assert.equal(end, 0);
          return;
        }
        assert.ok(origin + rowTop(first, given) <= scrollTop + 0.01, 'no gap above');
        assert.ok(origin + rowTop(end, given) >= bottom - 0.01, 'no gap below');
        assert.ok(end - first <= given.height / given.rowHeight + 14, 'few rows');
      }),
    );
  });

  it('ends exactly with the last row, also of a million', () => {
    for (const count of [3, 20, 15_000, 150_000, 1_000_000]) {
      const given = { count, rowHeight: 40, height: 640, scrollTop: 1e9 };
      const { end, origin, contentHeight } = rowWindow(given);
      assert.equal(end, count);
      assert.ok(Math.abs(origin + count * 40 - contentHeight) < 0.01);
      assert.ok(contentHeight <= 8_000_000);
    }
  });

  it('renders the row whose room is in sight, and brings that into sight with it', () => {
    const gap = { after: 50, height: 300 };
    const given = { count: 200, rowHeight: 40, height: 400, scrollTop: 0, gap };
    const scrollTop = 51 * 40 + 299;
    const { first } = rowWindow({ ...given, scrollTop });
    assert.ok(first <= 50, 'the row is there as long as its room is');
    assert.equal(rowTop(50, given), 2_000);
    assert.equal(rowTop(51, given), 2_340);
    assert.equal(scrollTopFor(50, given), 2_340 - 400);
    assert.equal(scrollTopFor(50, { ...given, height: 200 }), 2_000);
    assert.equal(rowWindow(given).contentHeight, 8_300);
  });

  it('brings any row into sight', () => {
    fc.assert(
      fc.property(measures, fc.nat(), (given, wish) => {
        if (given.count === 0) return;
        const row = wish % given.count;
        const { contentHeight } = rowWindow(given);
        const most = Math.max(0, contentHeight - given.height);
        const start = { ...given, scrollTop: Math.min(given.scrollTop, most) };
        const scrollTop = Math.min(most, scrollTopFor(row, start));
        const { origin } = rowWindow({ ...start, scrollTop });
        const top = origin + rowTop(row, given);
        // Scaled lists move by several pixels for each pixel of the scroll bar.
        const grain = Math.max(1, rowTop(given.count, given) / 8_000_000) + 0.01;
        assert.ok(top >= scrollTop - grain, 'not above');
        assert.ok(top + given.rowHeight <= scrollTop + given.height + grain, 'not below');
      }),
    );
  });
});
