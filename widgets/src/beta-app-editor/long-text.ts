import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { baseStyles } from '../styles/base.styles.js';
import { buttonStyles } from '../styles/button.styles.js';

/** Text of which two lines are shown, and the rest by a press. */
export class LongText extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        display: block;
      }

      .text {
        overflow-wrap: anywhere;
        white-space: pre-line;
      }

      .folded {
        display: -webkit-box;
        overflow: hidden;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        line-clamp: 2;
      }

      .link {
        min-height: 24px;
        font-size: 14px;
      }
    `,
  ];

  @property() text = '';
  @property({ attribute: 'more-label' }) moreLabel = '';
  @property({ attribute: 'less-label' }) lessLabel = '';

  @state() private unfolded = false;
  @state() private tooLong = false;
  @query('.text') private readonly shown!: HTMLElement;

  readonly #observer = new ResizeObserver(() => this.#measure());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  protected override render(): TemplateResult {
    return html`<div class="text ${this.unfolded ? '' : 'folded'}">${this.text}</div>
      ${
        this.tooLong
          ? html`<button
              type="button"
              class="link"
              aria-expanded=${this.unfolded ? 'true' : 'false'}
              @click=${() => (this.unfolded = !this.unfolded)}
            >
              ${this.unfolded ? this.lessLabel : this.moreLabel}
            </button>`
          : nothing
      }`;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('text')) this.#measure();
  }

  #measure(): void {
    if (!this.unfolded && this.hasUpdated) {
      this.tooLong = this.shown.scrollHeight > this.shown.clientHeight + 1;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-long-text': LongText;
  }
}
