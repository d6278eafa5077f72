import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ComboboxList } from '../combobox/combobox-list.js';
import { comboboxStyles } from '../combobox/combobox.styles.js';
import { icons } from '../icons/icons.js';
import { LanguageController } from '../language/language-controller.js';
import { baseStyles } from '../styles/base.styles.js';
import { fieldStyles } from '../styles/field.styles.js';
import { type KnownVersion } from './known-versions.js';

/** The user asks for a version. Stays inside the element. */
export class VersionAskedEvent extends Event {
  constructor(readonly version: string) {
    super('version-asked');
  }
}

/**
 * The field "Versi": it offers the versions that are known, and takes any other.
 *
 * @event version-asked - A version is asked for (`VersionAskedEvent`).
 */
export class VersionCombobox extends LitElement {
  static override styles = [baseStyles, fieldStyles, comboboxStyles];

  @property({ attribute: false }) versions: readonly KnownVersion[] = [];
  /** The version that is asked for; empty without one. */
  @property() value = '';

  /** What was typed since a version was asked for; undefined while nothing was. */
  @state() private typed: string | undefined;
  @query('input') private readonly input!: HTMLInputElement;

  readonly #language = new LanguageController(this);
  readonly #list = new ComboboxList<KnownVersion>(this, {
    options: () => this.#options(),
    choose: ({ version }) => this.#ask(version),
    chosen: () => this.#options().findIndex(({ version }) => version === this.value),
  });

  override focus(options?: FocusOptions): void {
    this.input.focus(options);
  }

  protected override render(): TemplateResult {
    const { versions, editor } = this.#language.words;
    const options = this.#list.open ? this.#options() : [];
    const isOpen = options.length > 0;
    return html`<div class="field">
      <label class="label" for="version">${versions.column.version}</label>
      <div class="combobox">
        <input
          id="version"
          class="input"
          role="combobox"
          type="text"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          maxlength="64"
          placeholder=${editor.versionExample}
          aria-autocomplete="list"
          aria-expanded=${isOpen ? 'true' : 'false'}
          aria-controls="options"
          aria-activedescendant=${this.#list.activeDescendant}
          @focus=${() => this.input.select()}
          @click=${() => this.#list.show()}
          @input=${this.#onInput}
          @keydown=${this.#onKeydown}
          @blur=${this.#onBlur}
        />
        <span class="arrow" aria-hidden="true">${icons.down}</span>
        <div
          class="options"
          ?hidden=${!isOpen}
          @pointerdown=${(event: Event) => event.preventDefault()}
        >
          <div id="options" role="listbox" tabindex="-1" aria-label=${versions.column.version}>
            ${options.map((option, position) => this.#option(option, position))}
          </div>
        </div>
      </div>
      <span class="visually-hidden" aria-live="polite"
        >${isOpen && this.typed !== undefined ? versions.byVersion.matches(options.length) : ''}</span
      >
    </div>`;
  }

  protected override updated(changes: PropertyValues): void {
    super.updated(changes);
    // What is being typed is the user's; else the field says what is asked for.
    if (this.typed !== undefined || this.input.value === this.value) return;
    this.input.value = this.value;
    if ((this.renderRoot as ShadowRoot).activeElement === this.input) this.input.select();
  }

  #option({ version, betaApp }: KnownVersion, position: number): TemplateResult {
    const { channel } = this.#language.words.versions;
    return html`<div
      id="option-${position}"
      class="option ${position === this.#list.active ? 'active' : ''}"
      role="option"
      aria-selected=${version === this.value ? 'true' : 'false'}
      @click=${() => this.#ask(version)}
    >
      <span class="name version">${version}</span>
      <span class="below"
        >${betaApp === undefined ? channel.production : `${channel.beta} · ${betaApp}`}</span
      >
    </div>`;
  }

  /** The versions with what was typed anywhere in them, or in the name of their beta app. */
  #options(): readonly KnownVersion[] {
    const words = (this.typed ?? '').toLowerCase().split(/\s+/u);
    return this.versions.filter(({ version, betaApp = '' }) => {
      const text = `${version} ${betaApp}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
  }

  #ask(version: string): void {
    this.#list.close();
    this.typed = undefined;
    this.value = version;
    this.dispatchEvent(new VersionAskedEvent(version));
  }

  readonly #onInput = (): void => {
    this.typed = this.input.value;
    this.#list.type();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing || this.#list.press(event)) return;
    if (event.key === 'Escape' && this.typed !== undefined) {
      // The first press only closed the list: this one gives the former version back.
      this.typed = undefined;
    } else if (event.key === 'Enter') {
      this.#ask((this.typed ?? this.value).trim());
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  /** There is no button to press: what was typed is asked for when one goes on. */
  readonly #onBlur = (): void => {
    this.#list.close();
    const typed = this.typed?.trim();
    if (typed !== undefined && typed !== this.value) this.#ask(typed);
    else this.typed = undefined;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-version-combobox': VersionCombobox;
  }
}
