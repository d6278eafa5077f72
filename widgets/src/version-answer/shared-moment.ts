import type { TimeZone } from '@beta-app/core/contract';
import { type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { type GivenMoment, type WallClock } from '../format/zone-clock.js';
import { type LanguageController } from '../language/language-controller.js';
import { type AskedMoment, IncidentMoment, type MomentChoice } from './incident-moment.js';
import { momentField } from './moment-field.js';

/** Milliseconds after which a date or time that is being typed is asked about. */
const typingPause = 400;

export interface SharedMomentOptions {
  now: () => Date;
  language: () => LanguageController;
  /** The moment has become another one. */
  changed: () => void;
  /** Another moment is being typed. */
  typed: () => void;
}

/** Owns the field "Waktu kejadian", which all tabs share; what is asked about the moment is its owner's business. */
export class SharedMoment implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: SharedMomentOptions;
  readonly #moment = new IncidentMoment();
  #changes = 0;
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, options: SharedMomentOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** How often it was changed. */
  get changes(): number {
    return this.#changes;
  }

  /** What to ask about; undefined while the fields aren't filled in. */
  asked(zone: TimeZone | undefined): AskedMoment | undefined {
    return this.#moment.asked(this.#options.now(), zone);
  }

  /** Takes a moment from the page; now without one. */
  give(moment: GivenMoment | undefined): void {
    clearTimeout(this.#typing);
    this.#moment.give(moment);
    this.#changes += 1;
  }

  /** Keeps the moment, as it is by the clock in a zone, while it is shown in another one. */
  hold(zone: TimeZone): void {
    this.#moment.hold(zone);
  }

  /** Leaves it to others to ask about what was typed last. */
  settle(): void {
    clearTimeout(this.#typing);
  }

  /** @param zone The zone of the clock that the label names; undefined while it isn't known. */
  field(clockLabel: string, zone: TimeZone | undefined): TemplateResult {
    const { words, format } = this.#options.language();
    return momentField({
      choice: this.#moment.choice,
      clock: this.#moment.clock(zone),
      unreadable: this.#moment.unreadable,
      clockLabel,
      words,
      format,
      onChoose: (choice) => this.#choose(choice, zone),
      onClock: (clock) => this.#type(clock),
      onEnter: () => this.#change(),
    });
  }

  hostDisconnected(): void {
    clearTimeout(this.#typing);
  }

  #choose(choice: MomentChoice, zone: TimeZone | undefined): void {
    this.#moment.choose(choice, this.#options.now(), zone);
    this.#change();
  }

  #type(clock: WallClock): void {
    this.#moment.setClock(clock);
    this.#options.typed();
    this.#host.requestUpdate();
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#change(), typingPause);
  }

  #change(): void {
    clearTimeout(this.#typing);
    this.#changes += 1;
    this.#options.changed();
    this.#host.requestUpdate();
  }
}
