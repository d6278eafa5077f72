import type { DetailsChange, StoreConflict } from '@beta-app/core/contract';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { DialogFrame } from '../dialog/dialog-frame.js';
import { dialogStyles } from '../dialog/dialog.styles.js';
import { dialogButtonStyles } from '../dialog/dialog-buttons.styles.js';
import { overlapText } from '../failure/overlap-text.js';
import { icons } from '../icons/icons.js';
import { LanguageController } from '../language/language-controller.js';
import { type Notifier } from '../notification/notifier.js';
import { baseStyles } from '../styles/base.styles.js';
import { buttonStyles } from '../styles/button.styles.js';
import { busyIcon } from '../waiting/busy-icon.js';
import { detailsSubject } from './details-subject.js';

/** How many stores of a conflict are named before the rest is counted. */
const namedStores = 10;

/** The dialogs, on top of a form, that tell why the server doesn't save it: somebody else was there before. */
export class EditConflicts extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    dialogStyles,
    dialogButtonStyles,
    css`
      p + p,
      li + li {
        margin-top: 8px;
      }

      ul {
        padding-inline-start: 20px;
      }

      .text {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) notifier?: Notifier;

  /** The address of the list of stores, if the page has one. */
  @property({ attribute: false }) storesUrl?: string | undefined;
  /** Goes to the list of stores, unless the link itself does. */
  @property({ attribute: false }) onStores: (event: Event) => void = () => undefined;

  @state() private changes: readonly DetailsChange[] = [];
  @state() private conflicts: readonly StoreConflict[] = [];
  @state() private leadsToStores = false;
  @state() private reading = false;

  readonly #language = new LanguageController(this);
  readonly #stale = this.#frame();
  readonly #overlap = this.#frame();
  #useLatest: () => Promise<void> = () => Promise.resolve();

  /** Tells who has changed what, and offers to go on from the latest data. */
  async showStale(
    changes: readonly DetailsChange[],
    useLatest: () => Promise<void>,
  ): Promise<void> {
    this.changes = changes;
    this.#useLatest = useLatest;
    await this.#stale.show();
  }

  /** Tells which stores another beta app holds with the same application, and leads to the list of stores if that is wanted. */
  async showOverlap(conflicts: readonly StoreConflict[], leadsToStores = false): Promise<void> {
    this.conflicts = conflicts;
    this.leadsToStores = leadsToStores;
    await this.#overlap.show();
  }

  protected override render(): TemplateResult {
    const { common, editor } = this.#language.words;
    return html`${this.#stale.render({
      heading: editor.stale.title,
      content: html`<div class="text">
        ${this.changes.map(
          (change, index) =>
            html`<p>
              ${this.#changeText(change)}
              ${index === this.changes.length - 1 ? editor.stale.unsaved : nothing}
            </p>`,
        )}
      </div>`,
      footer: html`<div class="dialog-buttons">
        <button type="button" class="button" @click=${() => this.#stale.close()}>
          ${common.button.cancel}
        </button>
        <button
          type="button"
          class="button primary"
          autofocus
          aria-disabled=${this.reading ? 'true' : nothing}
          @click=${this.#onUseLatest}
        >
          ${busyIcon(icons.retry, this.reading)}${editor.stale.useLatest}
        </button>
      </div>`,
    })}
    ${this.#overlap.render({
      heading: common.overlap.title(this.#storesInConflict()),
      content: html`<ul class="text">
        ${this.conflicts.map((conflict) => html`<li>${this.#conflictText(conflict)}</li>`)}
      </ul>`,
      footer: html`<div class="dialog-buttons">
        ${
          this.leadsToStores
            ? html`<a class="button" href=${this.storesUrl ?? '#'} @click=${this.onStores}
                >${this.#language.words.lifeCycle.openStores}${icons.next}</a
              >`
            : nothing
        }
        <button
          type="button"
          class="button primary"
          autofocus
          @click=${() => this.#overlap.close()}
        >
          ${common.button.back}
        </button>
      </div>`,
    })}`;
  }

  #frame(): DialogFrame {
    return new DialogFrame(this, {
      kind: 'form',
      language: this.#language,
      notifier: () => this.notifier,
    });
  }

  #changeText(change: DetailsChange): string {
    const { words, format } = this.#language;
    const what = detailsSubject(change, words.editor, format.list);
    const when = format.dateTime(change.at, 'Asia/Jakarta');
    return words.editor.stale.changed(change.actor.name, change.actor.nik, what, when);
  }

  #conflictText(conflict: StoreConflict): string {
    const named = conflict.names.slice(0, namedStores).map(({ code, name }) => `${code} ${name}`);
    return overlapText(conflict, named, this.#language);
  }

  #storesInConflict(): number {
    return new Set(this.conflicts.flatMap(({ stores }) => stores)).size;
  }

  readonly #onUseLatest = async (): Promise<void> => {
    if (this.reading) return;
    this.reading = true;
    try {
      await this.#useLatest();
      this.#stale.close();
    } finally {
      this.reading = false;
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-edit-conflicts': EditConflicts;
  }
}
