import type { DetailsChange, StoreConflict } from '@beta-app/core/contract';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { DialogFrame } from '../dialog/dialog-frame.js';
import { dialogStyles } from '../dialog/dialog.styles.js';
import { dialogButtonStyles } from '../dialog/dialog-buttons.styles.js';
import { type Failure } from '../failure/failure.js';
import { overlapText } from '../failure/overlap-text.js';
import { icons } from '../icons/icons.js';
import { LanguageController } from '../language/language-controller.js';
import { type Notifier } from '../notification/notifier.js';
import { baseStyles } from '../styles/base.styles.js';
import { buttonStyles } from '../styles/button.styles.js';
import { storesOf } from '../save-dialog/read-refusal.js';
import { busyIcon } from '../waiting/busy-icon.js';
import { detailsSubject } from './details-subject.js';

/** How many stores of a conflict are named before the rest is counted. */
const namedStores = 10;

/** What can be done about stores that another beta app holds. */
export interface OverlapAnswers {
  /** Whether the list of stores is a place to mend it. */
  leadsToStores: boolean;
  /** Does without them what was to be done. */
  without: () => Promise<unknown>;
}

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

      .text + p {
        margin-top: 16px;
      }

      dialog.confirmation {
        --_width: 560px;
      }

      .dialog-buttons {
        flex-wrap: wrap;
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
  @state() private answers: OverlapAnswers | undefined;
  @state() private reading = false;
  @state() private saving = false;

  readonly #language = new LanguageController(this);
  readonly #stale = this.#frame('form');
  readonly #overlap = this.#frame('confirmation');
  #useLatest: () => Promise<Failure | undefined> = () => Promise.resolve(undefined);

  /** Tells who has changed what, and offers to go on from the latest data; `useLatest` answers why it can't. */
  async showStale(
    changes: readonly DetailsChange[],
    useLatest: () => Promise<Failure | undefined>,
  ): Promise<void> {
    this.changes = changes;
    this.#useLatest = useLatest;
    await this.#stale.show();
  }

  /** Whether it shows stores that another beta app holds. */
  get overlapOpen(): boolean {
    return this.#overlap.open;
  }

  /** Tells which stores another beta app holds with the same application, and offers to do without them. */
  async showOverlap(conflicts: readonly StoreConflict[], answers: OverlapAnswers): Promise<void> {
    this.conflicts = conflicts;
    this.answers = answers;
    if (!this.overlapOpen) return this.#overlap.show();
    // What the button meant has changed under the finger.
    await this.updateComplete;
    this.#overlap.begin();
  }

  closeOverlap(): void {
    this.#overlap.close();
  }

  protected override render(): TemplateResult {
    const { common, editor, stores } = this.#language.words;
    const inConflict = storesOf(this.conflicts).length;
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
      heading: common.overlap.title(inConflict),
      describedBy: 'held without',
      content: html`<ul id="held" class="text">
          ${this.conflicts.map((conflict) => html`<li>${this.#conflictText(conflict)}</li>`)}
        </ul>
        <p id="without">${editor.leavingOut(inConflict)}</p>`,
      footer: html`<div class="dialog-buttons">
        ${
          this.answers?.leadsToStores
            ? html`<a class="button" href=${this.storesUrl ?? '#'} @click=${this.onStores}
                >${this.#language.words.lifeCycle.openStores}${icons.next}</a
              >`
            : nothing
        }
        <button type="button" class="button" autofocus @click=${() => this.closeOverlap()}>
          ${common.button.back}
        </button>
        <button
          type="button"
          class="button primary"
          aria-disabled=${this.saving ? 'true' : nothing}
          @click=${this.#onWithout}
        >
          ${busyIcon(icons.check, this.saving)}${stores.refused.leaveOut(inConflict)}
        </button>
      </div>`,
      busy: this.saving,
    })}`;
  }

  #frame(kind: 'form' | 'confirmation'): DialogFrame {
    return new DialogFrame(this, {
      kind,
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

  #tell({ kind, code, message, retryable }: Failure): void {
    const retry = () => void this.#onUseLatest();
    this.notifier?.show({ kind, code, message, ...(retryable && { retry }) });
  }

  readonly #onUseLatest = async (): Promise<void> => {
    if (this.reading) return;
    this.reading = true;
    this.notifier?.dismissAlerts();
    try {
      const failure = await this.#useLatest();
      if (failure === undefined) this.#stale.close();
      else this.#tell(failure);
    } finally {
      this.reading = false;
    }
  };

  readonly #onWithout = async (): Promise<void> => {
    if (this.saving) return;
    this.saving = true;
    try {
      await this.answers?.without();
    } finally {
      this.saving = false;
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-edit-conflicts': EditConflicts;
  }
}
