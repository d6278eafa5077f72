import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { IncidentMoment } from '../../widgets/src/version-answer/incident-moment.js';

const now = new Date('2026-11-24T06:05:30Z');
const zone = 'Asia/Makassar';

describe('The time of the incident', () => {
  it('is now at first, and names no moment', () => {
    assert.deepEqual(new IncidentMoment().asked(now, zone), { at: undefined });
  });

  it('counts the quick choices back from now, in the zone of the store', () => {
    const moment = new IncidentMoment();
    const asked = (choice: 'quarter' | 'hour' | 'yesterday') => {
      moment.choose(choice, now, zone);
      return moment.asked(now, zone);
    };
    assert.deepEqual(asked('quarter'), { at: '2026-11-24T13:50:30+08:00' });
    assert.deepEqual(asked('hour'), { at: '2026-11-24T13:05:30+08:00' });
    assert.deepEqual(asked('yesterday'), { at: '2026-11-23T14:05:30+08:00' });
  });

  it('begins the fields with the moment that was chosen before', () => {
    const moment = new IncidentMoment();
    moment.choose('hour', now, zone);
    moment.choose('chosen', now, zone);
    assert.deepEqual(moment.clock(zone), { date: '2026-11-24', time: '13:05' });
    assert.deepEqual(moment.asked(now, zone), { clock: { date: '2026-11-24', time: '13:05' } });
  });

  it('leaves the time to be filled in where no zone is known', () => {
    const moment = new IncidentMoment();
    moment.choose('chosen', now, undefined);
    assert.deepEqual(moment.clock(undefined), { date: '2026-11-24', time: '' });
    assert.equal(moment.asked(now, undefined), undefined);
    moment.setClock({ date: '2026-11-24', time: '08:00' });
    assert.deepEqual(moment.asked(now, undefined), {
      clock: { date: '2026-11-24', time: '08:00' },
    });
  });

  it('keeps a moment of the page to the second until a field is changed', () => {
    const moment = new IncidentMoment();
    moment.give({ at: '2026-11-24T05:00:07Z' });
    assert.equal(moment.choice, 'chosen');
    assert.deepEqual(moment.asked(now, zone), { at: '2026-11-24T05:00:07Z' });
    assert.deepEqual(moment.clock(zone), { date: '2026-11-24', time: '13:00' });
    moment.setClock({ date: '2026-11-24', time: '13:01' });
    assert.deepEqual(moment.asked(now, zone), { clock: { date: '2026-11-24', time: '13:01' } });
    moment.give(undefined);
    assert.deepEqual(moment.asked(now, zone), { at: undefined });
  });

  it('stays the same moment when it is shown by another clock', () => {
    const moment = new IncidentMoment();
    moment.hold(zone);
    assert.deepEqual(moment.asked(now, zone), { at: undefined });
    moment.choose('chosen', now, zone);
    moment.setClock({ date: '2026-11-24', time: '10:00' });
    moment.hold(zone);
    moment.hold('Asia/Jakarta');
    assert.deepEqual(moment.asked(now, 'Asia/Jakarta'), { at: '2026-11-24T10:00:00+08:00' });
    assert.deepEqual(moment.clock('Asia/Jakarta'), { date: '2026-11-24', time: '09:00' });
    moment.setClock({ date: '2026-11-24', time: '09:30' });
    moment.hold('Asia/Jakarta');
    assert.deepEqual(moment.clock(zone), { date: '2026-11-24', time: '10:30' });
  });

  it('is no moment, and not now either, where what was given cannot be read', () => {
    const moment = new IncidentMoment();
    moment.give({ unreadable: 'kemarin' });
    assert.equal(moment.choice, 'chosen');
    assert.equal(moment.unreadable, 'kemarin');
    assert.deepEqual(moment.clock(zone), { date: '', time: '' });
    assert.equal(moment.asked(now, zone), undefined);
    moment.setClock({ date: '2026-11-24', time: '' });
    assert.equal(moment.unreadable, undefined);
    moment.give({ unreadable: 'kemarin' });
    moment.choose('now', now, zone);
    assert.equal(moment.unreadable, undefined);
    assert.deepEqual(moment.asked(now, zone), { at: undefined });
  });
});
