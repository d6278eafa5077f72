import type { BetaApp } from '@beta-app/core/contract';
import { html, type TemplateResult } from 'lit';
import { type ApiError } from '../client/api-error.js';
import { type Draft } from '../form/drafts.js';
import { readRefusal } from '../save-dialog/read-refusal.js';
import { type SaveDialog } from '../save-dialog/save-dialog.js';
import { type Refusal } from '../save-dialog/save-question.js';
import { betaAppNameLimit } from './beta-app-form.js';
import { type CopyForm, type CopyValues } from './copy-form.js';
import { type DetailsHost, DetailsSave } from './details-save.js';
import { showServerFieldErrors } from './server-field-errors.js';

/** The dialogs, once they are rendered. */
interface CopyDialogs {
  form: () => CopyForm;
  refused: () => SaveDialog;
}

/** Owns the copying of a beta app: its form, and the stores that stand in its way. */
export class CopyingBetaApp {
  readonly #host: DetailsHost;
  readonly #save: DetailsSave;
  readonly #parts: CopyDialogs;
  #source: BetaApp | undefined;
  #refusal: Refusal | undefined;
  /** The codes of stores that the copy is to do without, if the user agrees. */
  #refused: readonly string[] = [];

  constructor(host: DetailsHost, parts: CopyDialogs) {
    this.#host = host;
    this.#parts = parts;
    this.#save = new DetailsSave(host);
  }

  open(source: BetaApp): void {
    const initial = {
      name: this.#nameOfCopy(source.name),
      startsOn: '',
      endsOn: '',
      applications: source.applications.length > 0,
      stores: source.registeredStores > 0,
    };
    void this.#open(source, { key: `${source.id}`, initial, revision: 0 });
  }

  dialogs(): TemplateResult {
    const { notifier, language } = this.#host;
    return html`<beta-copy-form
        .heading=${language.words.editor.addForm}
        .source=${this.#source}
        .notifier=${notifier}
        .busy=${this.#save.busy}
        @save=${() => this.#submit([])}
      ></beta-copy-form>
      <beta-save-dialog
        .question=${this.#refusal}
        .notifier=${notifier}
        .busy=${this.#save.busy}
        @confirm=${() => this.#submit(this.#refused)}
      ></beta-save-dialog>`;
  }

  async #open(
    source: BetaApp,
    { key, initial, revision }: Pick<Draft<CopyValues>, 'key' | 'initial' | 'revision'>,
  ): Promise<void> {
    this.#source = source;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    await this.#parts.form().open(key, initial, revision);
  }

  #submit(leftOut: readonly string[]): void {
    const { draft } = this.#parts.form();
    if (draft !== undefined && this.#source !== undefined) {
      void this.#copy(this.#source, draft, leftOut);
    }
  }

  async #copy(
    source: BetaApp,
    draft: Draft<CopyValues>,
    leftOut: readonly string[],
  ): Promise<void> {
    const form = this.#parts.form();
    const { key, values } = draft;
    const except = [...leftOut];
    await this.#save.run({
      action: 'create',
      input: { ...values, id: source.id, ...(except.length > 0 && { except }) },
      send: (client, input, options) => client.copyBetaApp(input, options),
      saved: ({ name, applications, registeredStores }) => {
        this.#parts.refused().close();
        form.saved(key);
        const { copied } = this.#host.language.words.lifeCycle.ok;
        return { code: 'ok.copied', message: copied(name, applications.length, registeredStores) };
      },
      refused: (error) =>
        this.#showRefusal(error, leftOut) || showServerFieldErrors(error, this.#host, form, key),
      useLatest: () => undefined,
      retry: () => void this.#again(source, draft, leftOut),
    });
  }

  /** Does the same once more. The form may be closed, or about another beta app by now. */
  async #again(
    source: BetaApp,
    draft: Draft<CopyValues>,
    leftOut: readonly string[],
  ): Promise<void> {
    await this.#open(source, draft);
    if (leftOut.length === 0) this.#parts.form().submit();
    else this.#submit(leftOut);
  }

  /** Shows which stores stand in the way, above the form; answers whether any do. */
  #showRefusal(error: ApiError, leftOut: readonly string[]): boolean {
    const refusal = readRefusal(error);
    if (refusal === undefined) return false;
    this.#refusal = refusal;
    this.#refused = [...leftOut, ...refusal.stores];
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#parts.refused().show());
    return true;
  }

  /** The longest name that can be saved, if both together are longer. */
  #nameOfCopy(name: string): string {
    const { suffix } = this.#host.language.words.lifeCycle.copying;
    // Not in the middle of a character of two units.
    const room = name.slice(0, betaAppNameLimit - suffix.length).replace(/[\ud800-\udbff]$/u, '');
    return `${room}${suffix}`;
  }
}
