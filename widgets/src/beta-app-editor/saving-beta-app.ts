import type { BetaApp } from '@beta-app/core/contract';
import { type Draft } from '../form/drafts.js';
import { type BetaAppForm, type BetaAppValues } from './beta-app-form.js';
import { type DetailsHost, DetailsSave, type DetailsWrite } from './details-save.js';
import { showServerFieldErrors } from './server-field-errors.js';

const newKey = 'new';

/** Opens the form of a new or a changed beta app, and saves what comes out of it. */
export class SavingBetaApp {
  readonly #host: DetailsHost;
  readonly #form: () => BetaAppForm;
  readonly #save: DetailsSave;
  /** The id of the beta app in the form; undefined for a new one. */
  #id: number | undefined;

  constructor(host: DetailsHost, form: () => BetaAppForm) {
    this.#host = host;
    this.#form = form;
    this.#save = new DetailsSave(host);
  }

  get busy(): boolean {
    return this.#save.busy;
  }

  get heading(): string {
    const { addForm, editForm } = this.#host.language.words.editor;
    return this.#id === undefined ? addForm : editForm;
  }

  create(): void {
    const initial = { name: '', startsOn: '', endsOn: '' };
    void this.#open(undefined, { key: newKey, initial, revision: 0 });
  }

  edit(betaApp: BetaApp): void {
    const { id, detailsRevision: revision } = betaApp;
    void this.#open(id, { key: `${id}`, initial: valuesOf(betaApp), revision });
  }

  /** Saves what is in the form. */
  submit(): void {
    const { draft } = this.#form();
    if (draft === undefined) return;
    void (this.#id === undefined ? this.#create(draft) : this.#update(this.#id, draft));
  }

  async #open(
    id: number | undefined,
    { key, initial, revision }: Pick<Draft<BetaAppValues>, 'key' | 'initial' | 'revision'>,
  ): Promise<void> {
    this.#id = id;
    this.#host.requestUpdate();
    await this.#form().open(key, initial, revision);
  }

  #create(draft: Draft<BetaAppValues>): Promise<boolean> {
    const { key, values } = draft;
    return this.#save.run({
      ...this.#common(undefined, draft),
      action: 'create',
      input: values,
      send: (client, input, options) => client.createBetaApp(input, options),
      saved: ({ name }) => this.#saved(key, 'ok.created', this.#texts.created(name)),
    });
  }

  #update(id: number, draft: Draft<BetaAppValues>): Promise<boolean> {
    const { key, values, revision } = draft;
    return this.#save.run({
      ...this.#common(id, draft),
      action: 'update',
      input: { id, detailsRevision: revision, ...values },
      send: (client, input, options) => client.updateBetaApp(input, options),
      saved: ({ name }) => this.#saved(key, 'ok.updated', this.#texts.updated(name)),
    });
  }

  get #texts() {
    return this.#host.language.words.editor.ok;
  }

  #saved(key: string, code: string, message: string) {
    this.#form().saved(key);
    return { code, message };
  }

  #common(
    id: number | undefined,
    draft: Draft<BetaAppValues>,
  ): Pick<DetailsWrite<unknown>, 'refused' | 'useLatest' | 'retry'> {
    const form = this.#form();
    return {
      refused: (error) => showServerFieldErrors(error, this.#host, form, draft.key),
      useLatest: (latest) => {
        if (latest.id === id) form.rebase(draft.key, valuesOf(latest), latest.detailsRevision);
      },
      // The form may be closed, or hold something else by now.
      retry: () => void this.#open(id, draft).then(() => form.submit()),
    };
  }
}

const valuesOf = ({ name, startsOn, endsOn }: BetaAppValues): BetaAppValues => ({
  name,
  startsOn,
  endsOn,
});
