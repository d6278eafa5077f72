import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inAnswerOrder, recentChange } from '../../widgets/src/version-answer/version-order.js';
import { beta, changed, production } from './version-answers.js';

const moment = new Date('2026-11-24T07:05:00Z');

describe('The order of an answer', () => {
  it('begins with the latest changes of the last 24 hours, then has beta, then production by name', () => {
    const versions = [
      production('ABS', 'Absensi'),
      production('STK', 'Stok'),
      beta('WEB', 'Web Toko'),
      beta('POS', 'Kasir'),
      changed(production('PRM', 'Promo'), '2026-11-23T07:05:00Z'),
      changed(beta('KSR', 'Kas'), '2026-11-24T06:40:00Z'),
      changed(production('GDG', 'Gudang'), '2026-11-23T07:04:59Z'),
    ];
    assert.deepEqual(
      inAnswerOrder(versions, moment).map(({ application }) => application.code),
      ['KSR', 'PRM', 'POS', 'WEB', 'ABS', 'GDG', 'STK'],
    );
  });

  it('takes only a version with another one before it for a change', () => {
    const change = recentChange(changed(beta('POS', 'Kasir'), '2026-11-24T06:40:00Z'), moment);
    assert.deepEqual(change, { since: '2026-11-24T06:40:00Z', previous: '4.18.2', minutes: 25 });
    const first = { ...beta('POS', 'Kasir'), since: '2026-11-24T06:40:00Z' };
    assert.equal(recentChange(first, moment), undefined);
  });
});
