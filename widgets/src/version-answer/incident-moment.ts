import type { TimeZone } from '@beta-app/core/contract';
import {
  clockIn,
  type GivenMoment,
  momentIn,
  momentOf,
  type WallClock,
} from '../format/zone-clock.js';

/** The zone in which many stores' moments are told: that of the head office. */
export const manyStoresZone: TimeZone = 'Asia/Jakarta';

/** The choices of "Waktu kejadian", in their order. */
export const momentChoices = ['now', 'quarter', 'hour', 'yesterday', 'chosen'] as const;
export type MomentChoice = (typeof momentChoices)[number];

/** What is asked about: now, a moment, or what the clock of a store shows, whose zone isn't known yet. */
export type AskedMoment = { at: string | undefined } | { clock: WallClock };

const minuteMs = 60_000;

const minutesBack: Readonly<Partial<Record<MomentChoice, number>>> = {
  quarter: 15,
  hour: 60,
  // No zone of Indonesia has days of another length.
  yesterday: 24 * 60,
};

const defaultZone: TimeZone = 'Asia/Jakarta';

const emptyClock: WallClock = { date: '', time: '' };

/** Owns what is chosen as the time of the incident; who asks about it, and when, it leaves alone. */
export class IncidentMoment {
  #choice: MomentChoice = 'now';
  #clock = emptyClock;
  /** The moment that a page or a link gave; until a field is changed it holds, to the second. */
  #given: string | undefined;
  #unreadable: string | undefined;

  get choice(): MomentChoice {
    return this.#choice;
  }

  /** What was given as a moment and can't be read; undefined once something is chosen. */
  get unreadable(): string | undefined {
    return this.#unreadable;
  }

  /** What the fields of "Pilih waktu…" show, in a store's zone if that is known. */
  clock(zone: TimeZone | undefined): WallClock {
    if (this.#given === undefined) return this.#clock;
    return zone === undefined ? emptyClock : clockIn(zone, new Date(this.#given));
  }

  /** Takes one of the choices; "Pilih waktu…" begins with what the clock in the zone shows. */
  choose(choice: MomentChoice, now: Date, zone: TimeZone | undefined): void {
    if (choice === 'chosen' && this.#choice !== 'chosen') {
      const begin = this.#back(now);
      const { date, time } = clockIn(zone ?? defaultZone, begin);
      this.#clock = { date, time: zone === undefined ? '' : time };
      this.#given = undefined;
    }
    this.#choice = choice;
    this.#unreadable = undefined;
  }

  /** Takes what was typed into the fields. */
  setClock(clock: WallClock): void {
    this.#clock = clock;
    this.#given = undefined;
    this.#unreadable = undefined;
  }

  /** Takes what was typed as the moment at which the clock in a zone shows it, whatever zone is looked at next. */
  hold(zone: TimeZone): void {
    const { date, time } = this.#clock;
    if (this.#choice !== 'chosen' || date === '' || time === '') return;
    this.#given ??= momentOf(this.#clock, zone);
  }

  /** Takes a moment from the page; now without one, but never in place of one that can't be read. */
  give(moment: GivenMoment | undefined): void {
    this.#clock = emptyClock;
    this.#given = moment !== undefined && 'at' in moment ? moment.at : undefined;
    this.#unreadable =
      moment !== undefined && 'unreadable' in moment ? moment.unreadable : undefined;
    this.#choice = moment === undefined ? 'now' : 'chosen';
  }

  /** What to ask about; undefined while the fields aren't filled in. */
  asked(now: Date, zone: TimeZone | undefined): AskedMoment | undefined {
    if (this.#choice === 'now') return { at: undefined };
    if (this.#choice !== 'chosen') return { at: momentIn(zone ?? defaultZone, this.#back(now)) };
    if (this.#given !== undefined) return { at: this.#given };
    const { date, time } = this.#clock;
    return date === '' || time === '' ? undefined : { clock: this.#clock };
  }

  #back(now: Date): Date {
    return new Date(now.getTime() - (minutesBack[this.#choice] ?? 0) * minuteMs);
  }
}
