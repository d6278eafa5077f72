import { nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';

export interface ComboboxListOptions<Option> {
  /** The options that are listed now. */
  options: () => readonly Option[];
  choose: (option: Option) => void;
  /** The option that is active when the keys open the list; none by default. */
  chosen?: () => number;
}

/**
 * Owns whether a combobox's list is open, which of its options is active, and the keys for both, as the list
 * autocomplete of WAI-ARIA has them. What is typed, and what the options are, is its owner's business.
 */
export class ComboboxList<Option> implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #options: ComboboxListOptions<Option>;
  #open = false;
  /** Where the keys went; the chosen option until they do, which may come after the list was opened. */
  #moved: number | undefined;

  constructor(host: ReactiveControllerHost & Element, options: ComboboxListOptions<Option>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get open(): boolean {
    return this.#open;
  }

  /** The position of the active option; -1 without one. */
  get active(): number {
    if (!this.#open) return -1;
    return this.#moved ?? this.#options.chosen?.() ?? -1;
  }

  /** What the input says of the active option, whose id is `option-` and its position. */
  get activeDescendant(): string | typeof nothing {
    return this.active >= 0 ? `option-${this.active}` : nothing;
  }

  /** Opens the list with the chosen option active. */
  show(): void {
    if (!this.#open) this.#set(true);
  }

  /** Opens the list for what is typed, with no option active. */
  type(): void {
    this.#set(true, -1);
  }

  close(): void {
    this.#set(false);
  }

  /** Takes a key if it is one for the list, and says whether it was. */
  press(event: KeyboardEvent): boolean {
    if (event.isComposing || !this.#take(event)) return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  hostUpdated(): void {
    if (!this.#open) return;
    this.#host.shadowRoot?.querySelector('.option.active')?.scrollIntoView({ block: 'nearest' });
  }

  #take({ key, altKey }: KeyboardEvent): boolean {
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (!this.#open) this.show();
      else if (!altKey) this.#move(key === 'ArrowDown' ? 1 : -1);
      return true;
    }
    if (!this.#open) return false;
    if (key === 'Escape') {
      this.close();
      return true;
    }
    const option = this.#options.options()[this.active];
    if (key !== 'Enter' || option === undefined) return false;
    this.#options.choose(option);
    return true;
  }

  #move(step: number): void {
    const { length } = this.#options.options();
    if (length === 0) return;
    const from = this.active < 0 && step < 0 ? length : this.active;
    this.#set(true, (from + step + length) % length);
  }

  #set(open: boolean, moved?: number): void {
    if (open === this.#open && moved === this.#moved) return;
    this.#open = open;
    this.#moved = moved;
    this.#host.requestUpdate();
  }
}
