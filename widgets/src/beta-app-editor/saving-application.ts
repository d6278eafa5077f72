import type { BetaApp, BetaAppApplication } from '@beta-app/core/contract';
import { type Draft } from '../form/drafts.js';
import { type ApplicationForm, type ApplicationValues } from './application-form.js';
import { type DetailsHost, DetailsSave, type DetailsWrite } from './details-save.js';
import { showServerFieldErrors } from './server-field-errors.js';

/** Opens the form of a new or a changed application of a beta app, and saves what comes out of it. */
export class SavingApplication {
  readonly #host: DetailsHost;
  readonly #form: () => ApplicationForm;
  readonly #save: DetailsSave;
  #betaAppId = 0;
  /** The code of the application that is changed; undefined for a new one. */
  #code: string | undefined;

  constructor(host: DetailsHost, form: () => ApplicationForm) {
    this.#host = host;
    this.#form = form;
    this.#save = new DetailsSave(host);
  }

  get busy(): boolean {
    return this.#save.busy;
  }

  /** Whether the application in the form is one that the beta app has. */
  get changes(): boolean {
    return this.#code !== undefined;
  }

  get heading(): string {
    const { addApplicationForm, editApplicationForm } = this.#host.language.words.editor;
    return this.changes ? editApplicationForm : addApplicationForm;
  }

  add(betaApp: BetaApp): void {
    const initial = { application: undefined, version: '', notes: '' };
    const { id, detailsRevision: revision } = betaApp;
    void this.#open(id, undefined, { key: `${id}`, initial, revision });
  }

  change(betaApp: BetaApp, application: BetaAppApplication): void {
    const { code } = application;
    const { id, detailsRevision: revision } = betaApp;
    void this.#open(id, code, { key: `${id} ${code}`, initial: valuesOf(application), revision });
  }

  /** Saves what is in the form. */
  submit(): void {
    const { draft } = this.#form();
    if (draft === undefined) return;
    void (this.#code === undefined ? this.#add(draft) : this.#change(this.#code, draft));
  }

  async #open(
    betaAppId: number,
    code: string | undefined,
    { key, initial, revision }: Pick<Draft<ApplicationValues>, 'key' | 'initial' | 'revision'>,
  ): Promise<void> {
    this.#betaAppId = betaAppId;
    this.#code = code;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    await this.#form().open(key, initial, revision);
  }

  #add(draft: Draft<ApplicationValues>): Promise<boolean> {
    const { key, values, revision } = draft;
    const { application, version, notes } = values;
    const applicationCode = application?.code ?? '';
    return this.#save.run({
      ...this.#common(draft),
      action: 'add_application',
      input: {
        id: this.#betaAppId,
        detailsRevision: revision,
        applicationCode,
        version,
        ...(notes !== '' && { notes }),
      },
      send: (client, input, options) => client.addApplication(input, options),
      saved: () => {
        this.#form().saved(key);
        const message = this.#texts.applicationAdded(application?.name ?? applicationCode);
        return { code: 'ok.application_added', message };
      },
    });
  }

  #change(code: string, draft: Draft<ApplicationValues>): Promise<boolean> {
    const { application, version, notes } = draft.values;
    const name = application?.name ?? code;
    return this.#save.run({
      ...this.#common(draft),
      action: 'change_application',
      input: { id: this.#betaAppId, detailsRevision: draft.revision, code, version, notes },
      send: (client, input, options) => client.changeApplication(input, options),
      saved: () => {
        this.#form().saved(draft.key);
        return version === draft.initial.version
          ? { code: 'ok.notes_changed', message: this.#texts.notesChanged(name) }
          : {
              code: 'ok.application_changed',
              message: this.#texts.applicationChanged(name, version.trim()),
            };
      },
    });
  }

  get #texts() {
    return this.#host.language.words.editor.ok;
  }

  #common(
    draft: Draft<ApplicationValues>,
  ): Pick<DetailsWrite<unknown>, 'refused' | 'useLatest' | 'retry'> {
    const form = this.#form();
    const id = this.#betaAppId;
    const code = this.#code;
    return {
      refused: (error) => showServerFieldErrors(error, this.#host, form, draft.key),
      useLatest: (latest) => {
        if (latest.id !== id) return;
        const now = latest.applications.find((each) => each.code === code);
        form.rebase(draft.key, now && valuesOf(now), latest.detailsRevision);
      },
      // The form may be closed, or hold something else by now.
      retry: () => void this.#open(id, code, draft).then(() => form.submit()),
    };
  }
}

const valuesOf = (application: BetaAppApplication): ApplicationValues => ({
  application,
  version: application.version,
  notes: application.notes,
});
