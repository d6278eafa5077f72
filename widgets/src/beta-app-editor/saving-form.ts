import type { BetaApp, BetaAppEdit, DetailsAction } from '@beta-app/core/contract';
import { type BetaAppClient, type WriteCallOptions } from '../client/beta-app-client.js';
import { type DraftForm } from '../form/draft-form.js';
import { type Draft } from '../form/drafts.js';
import { type LanguageController } from '../language/language-controller.js';
import { type DetailsHost, DetailsSave, type Withdrawing } from './details-save.js';
import { showServerFieldErrors } from './server-field-errors.js';

/** What a form about a beta app begins with, and what is done with what comes out of it. */
export interface FormWrite<Values extends object> {
  action: DetailsAction;
  /** What the form holds at the start. */
  valuesOf: (betaApp: BetaApp) => Values;
  send: (
    client: BetaAppClient,
    input: BetaAppEdit & Values & Withdrawing,
    options: WriteCallOptions,
  ) => Promise<BetaApp>;
  /** What to tell when it is saved. */
  done: (
    betaApp: BetaApp,
    language: Pick<LanguageController, 'words' | 'format'>,
  ) => { code: string; message: string };
}

/** Opens a form about a beta app that is there, and saves what comes out of it. */
export class SavingForm<Values extends object> {
  readonly #host: DetailsHost;
  readonly #form: () => DraftForm<Values>;
  readonly #write: FormWrite<Values>;
  readonly #save: DetailsSave;
  #betaApp: BetaApp | undefined;

  constructor(host: DetailsHost, form: () => DraftForm<Values>, write: FormWrite<Values>) {
    this.#host = host;
    this.#form = form;
    this.#write = write;
    this.#save = new DetailsSave(host);
  }

  get busy(): boolean {
    return this.#save.busy;
  }

  /** The beta app that the form is about, as it was when it opened; undefined before that. */
  get betaApp(): BetaApp | undefined {
    return this.#betaApp;
  }

  open(betaApp: BetaApp): void {
    const { id, detailsRevision: revision } = betaApp;
    void this.#open(betaApp, { key: `${id}`, initial: this.#write.valuesOf(betaApp), revision });
  }

  /** Saves what is in the form. */
  submit(): void {
    const { draft } = this.#form();
    if (draft !== undefined && this.#betaApp !== undefined) void this.#send(this.#betaApp, draft);
  }

  async #open(
    betaApp: BetaApp,
    { key, initial, revision }: Pick<Draft<Values>, 'key' | 'initial' | 'revision'>,
  ): Promise<void> {
    this.#betaApp = betaApp;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    await this.#form().open(key, initial, revision);
  }

  #send(betaApp: BetaApp, draft: Draft<Values>): Promise<boolean> {
    const { action, send, done, valuesOf } = this.#write;
    const { key, values, revision } = draft;
    const form = this.#form();
    return this.#save.run({
      action,
      input: { id: betaApp.id, detailsRevision: revision, ...values },
      send,
      saved: (saved) => {
        form.saved(key);
        return done(saved, this.#host.language);
      },
      refused: (error) => showServerFieldErrors(error, this.#host, form, key),
      useLatest: (latest) => {
        if (latest.id === betaApp.id) form.rebase(key, valuesOf(latest), latest.detailsRevision);
      },
      // The form may be closed, or about another beta app by now.
      retry: () => void this.#open(betaApp, draft).then(() => form.submit()),
    });
  }
}
