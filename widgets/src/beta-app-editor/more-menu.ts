import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, queryAll, state } from 'lit/decorators.js';
import { deepActiveElement } from '../dialog/deep-active-element.js';
import { icons } from '../icons/icons.js';
import { baseStyles } from '../styles/base.styles.js';
import { buttonStyles } from '../styles/button.styles.js';

export interface MenuItem {
  label: string;
  icon: TemplateResult;
  choose: () => void;
}

/** A button that unfolds a menu of what is done less often. */
export class MoreMenu extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        position: relative;
        display: inline-block;
      }

      .menu {
        position: absolute;
        top: calc(100% + 4px);
        right: var(--_menu-right, 0);
        left: var(--_menu-left, auto);
        z-index: 10;
        min-width: 200px;
        padding: 4px;
        border: 1px solid var(--_line);
        border-radius: var(--_radius-lg);
        background: var(--_surface);
        box-shadow: var(--_shadow);
      }

      .menu .button {
        justify-content: flex-start;
        width: 100%;
        border-color: transparent;
        font-weight: 400;
      }
    `,
  ];

  @property() label = '';
  @property({ attribute: false }) items: readonly MenuItem[] = [];

  @state() private open = false;
  @query('.opener') private readonly opener!: HTMLButtonElement;
  @queryAll('[role="menuitem"]') private readonly entries!: NodeListOf<HTMLButtonElement>;

  protected override render(): TemplateResult {
    return html`<button
        type="button"
        class="button opener"
        aria-haspopup="menu"
        aria-expanded=${this.open ? 'true' : 'false'}
        @click=${() => void this.#toggle(!this.open)}
        @keydown=${this.#onOpenerKeydown}
      >
        ${this.label}${icons.down}
      </button>
      ${
        this.open
          ? html`<div
              class="menu"
              role="menu"
              aria-label=${this.label}
              @keydown=${this.#onMenuKeydown}
              @focusout=${this.#onFocusOut}
            >
              ${this.items.map(
                (item) =>
                  html`<button
                    type="button"
                    class="button quiet"
                    role="menuitem"
                    tabindex="-1"
                    @click=${() => this.#choose(item)}
                  >
                    ${item.icon}${item.label}
                  </button>`,
              )}
            </div>`
          : nothing
      }`;
  }

  async #toggle(open: boolean): Promise<void> {
    this.open = open;
    await this.updateComplete;
    if (open) this.entries[0]?.focus();
    else this.opener.focus();
  }

  #fold(event: KeyboardEvent): void {
    // A dialog of the page around stays open.
    event.stopPropagation();
    void this.#toggle(false);
  }

  #choose(item: MenuItem): void {
    // The opener has the focus first, so that a dialog gives it back to there.
    void this.#toggle(false).then(item.choose);
  }

  readonly #onOpenerKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    void this.#toggle(true);
  };

  readonly #onMenuKeydown = (event: KeyboardEvent): void => {
    const entries = [...this.entries];
    const at = entries.findIndex((entry) => entry === event.target);
    const last = entries.length - 1;
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: at === last ? 0 : at + 1,
      ArrowUp: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    if (target !== undefined) entries[target]?.focus();
    else if (event.key === 'Escape') this.#fold(event);
    else return;
    event.preventDefault();
  };

  readonly #onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    const inside = relatedTarget instanceof Node && this.renderRoot.contains(relatedTarget);
    if (!inside && deepActiveElement() !== this.opener) this.open = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-more-menu': MoreMenu;
  }
}
