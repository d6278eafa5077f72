import type { BetaApp } from '@beta-app/core/contract';
import { type Draft } from '../form/drafts.js';
import { type BetaAppForm, type BetaAppValues } from './beta-app-form.js';
import { type DetailsHost, DetailsSave, type DetailsWrite } from './details-save.js';
import { serverFieldErrors } from './server-field-errors.js';

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
    this.#open(undefined, newKey, { name: '', startsOn: '', endsOn: '' }, 0);
  }

  edit(betaApp: BetaApp): void {
    this.#open(betaApp.id, `${betaApp.id}`, valuesOf(betaApp), betaApp.detailsRevision);
  }

  /** Saves what is in the form. */
  submit(): void {
    const { draft } = this.#form();
    if (draft === undefined) return;
    void (this.#id === undefined ? this.#create(draft) : this.#update(this.#id, draft));
  }

  #open(id: number | undefined, key: string, values: BetaAppValues, revision: number): void {
    this.#id = id;
    this.#host.requestUpdate();
    void this.#form().open(key, values, revision);
  }

  #create({ key, values }: Draft<BetaAppValues>): Promise<boolean> {
    return this.#save.run({
      ...this.#common(),
      action: 'create',
      input: values,
      send: (client, input, options) => client.createBetaApp(input, options),
      saved: ({ name }) => this.#saved(key, 'ok.created', this.#texts.created(name)),
    });
  }

  #update(id: number, { key, values, revision }: Draft<BetaAppValues>): Promise<boolean> {
    return this.#save.run({
      ...this.#common(),
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

  #common(): Pick<DetailsWrite<unknown>, 'refused' | 'useLatest' | 'retry'> {
    const form = this.#form();
    return {
      refused: (error) => {
        const found = serverFieldErrors(error, this.#host.language.words);
        if (found === undefined) return false;
        form.showErrors(found.messages);
        this.#host.notifier.show(found.notification);
        return true;
      },
      useLatest: (latest) => form.rebase(valuesOf(latest), latest.detailsRevision),
      retry: () => void form.reopen().then(() => form.submit()),
    };
  }
}

const valuesOf = ({ name, startsOn, endsOn }: BetaAppValues): BetaAppValues => ({
  name,
  startsOn,
  endsOn,
});
