import type { BetaApp } from '@beta-app/core/contract';
import { html, type TemplateResult } from 'lit';
import { type BetaConfirmation } from '../dialog/beta-confirmation.js';
import { type Draft } from '../form/drafts.js';
import { BetaAppChangedEvent, BetaStoresSavedEvent } from '../events.js';
import { describeFailure } from '../failure/failure.js';
import { readRefusal } from '../save-dialog/read-refusal.js';
import { type SaveDialog } from '../save-dialog/save-dialog.js';
import { type Refusal } from '../save-dialog/save-question.js';
import { betaAppNameLimit } from './beta-app-form.js';
import { type CopyForm, type CopyValues } from './copy-form.js';
import { CopyRun } from './copy-run.js';
import { type DetailsHost, DetailsSave } from './details-save.js';
import { showServerFieldErrors } from './server-field-errors.js';

/** The dialogs, once they are rendered. */
interface CopyDialogs {
  form: () => CopyForm;
  refused: () => SaveDialog;
  unfinished: () => BetaConfirmation;
}

/** What stands in the way of the rest: stores that can't be registered, or anything else. */
type Asked = 'refused' | 'unfinished';

/** Owns the copying of a beta app: its form, and what is told and asked where not all of it succeeds. */
export class CopyingBetaApp {
  readonly #host: DetailsHost;
  readonly #save: DetailsSave;
  readonly #parts: CopyDialogs;
  #source: BetaApp | undefined;
  #run: CopyRun | undefined;
  #asked: Asked | undefined;
  #refusal: Refusal | undefined;
  #goingOn = false;

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
    const { copying } = language.words.lifeCycle;
    return html`<beta-copy-form
        .heading=${language.words.editor.addForm}
        .source=${this.#source}
        .notifier=${notifier}
        .busy=${this.#save.busy}
        @save=${() => this.#submit()}
      ></beta-copy-form>
      <beta-save-dialog
        .question=${this.#refusal}
        .notifier=${notifier}
        .busy=${this.#goingOn}
        @confirm=${() => this.#leaveOut()}
        @close=${() => this.#closed('refused')}
      ></beta-save-dialog>
      <beta-confirmation
        id="unfinished-copy"
        .heading=${copying.unfinished}
        .message=${this.#there()}
        .entries=${this.#missing()}
        .back=${copying.later}
        .forth=${copying.goOn}
        .notifier=${notifier}
        .busy=${this.#goingOn}
        @confirm=${() => void this.#goOn()}
        @close=${() => this.#closed('unfinished')}
      ></beta-confirmation>`;
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

  #submit(): void {
    const { draft } = this.#parts.form();
    if (draft !== undefined && this.#source !== undefined) void this.#copy(this.#source, draft);
  }

  async #copy(source: BetaApp, draft: Draft<CopyValues>): Promise<void> {
    const form = this.#parts.form();
    const { key, values } = draft;
    const { name, startsOn, endsOn, applications, stores } = values;
    const run = new CopyRun(this.#host.api, {
      input: { name, startsOn, endsOn },
      applications: applications ? source.applications : [],
      storesOf: stores ? source.id : undefined,
    });
    let failure: unknown;
    const isThere = await this.#save.run({
      action: 'create',
      input: { ...values, source: source.id },
      send: async (_client, _input, options) => {
        const created = await run.create(options);
        try {
          return await run.fill(created);
        } catch (error) {
          // Once it is there, it isn't given up for what is missing.
          failure = error;
          return run.betaApp ?? created;
        }
      },
      saved: (betaApp) => {
        form.saved(key);
        return failure === undefined
          ? this.#done(run)
          : {
              code: 'ok.created',
              message: this.#host.language.words.editor.ok.created(betaApp.name),
            };
      },
      refused: (error) => showServerFieldErrors(error, this.#host, form, key),
      useLatest: () => undefined,
      // The form may be closed, or about another beta app by now.
      retry: () => void this.#open(source, draft).then(() => form.submit()),
    });
    if (!isThere) return;
    if (failure === undefined) this.#tellStores(run);
    else await this.#ask(run, failure);
  }

  /** Tells what stands in the way of the rest, and asks what to do. */
  async #ask(run: CopyRun, error: unknown): Promise<void> {
    const { language, notifier } = this.#host;
    const refusal = readRefusal(error);
    this.#show(run);
    this.#run = run;
    this.#asked = refusal === undefined ? 'unfinished' : 'refused';
    if (refusal !== undefined) this.#refusal = refusal;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (refusal !== undefined) {
      this.#parts.unfinished().close();
      await this.#parts.refused().show();
      return;
    }
    this.#parts.refused().close();
    await this.#parts.unfinished().show();
    const { kind, code, message } = describeFailure(error, language.words);
    notifier.show({ kind, code, message });
  }

  #leaveOut(): void {
    this.#run?.leaveOut(this.#refusal?.stores ?? []);
    void this.#goOn();
  }

  async #goOn(): Promise<void> {
    const run = this.#run;
    if (run === undefined || this.#goingOn) return;
    this.#host.notifier.dismissAlerts();
    this.#turn(true);
    try {
      const betaApp = await run.goOn();
      if (betaApp !== undefined) this.#finish(run, betaApp);
    } catch (error) {
      this.#turn(false);
      await this.#ask(run, error);
    } finally {
      this.#turn(false);
    }
  }

  #finish(run: CopyRun, betaApp: BetaApp): void {
    const { notifier } = this.#host;
    this.#asked = undefined;
    this.#parts.refused().close();
    this.#parts.unfinished().close();
    this.#show(run);
    notifier.show({ kind: 'success', ...this.#done(run) });
    this.#host.dispatchEvent(new BetaAppChangedEvent(betaApp, 'add_application'));
    this.#tellStores(run);
  }

  /** A dialog has closed: if that was with "Nanti", says how far the copy is. */
  #closed(dialog: Asked): void {
    if (this.#asked !== dialog || this.#goingOn) return;
    this.#asked = undefined;
    const message = `${this.#there()} ${this.#missing().join(', ')}`;
    this.#host.notifier.show({ kind: 'information', code: 'info.copy_unfinished', message });
  }

  #tellStores({ betaApp, saved }: CopyRun): void {
    if (betaApp === undefined || saved === undefined) return;
    this.#host.dispatchEvent(new BetaStoresSavedEvent(betaApp.id, saved));
  }

  #done({ betaApp, registered }: CopyRun): { code: string; message: string } {
    const { name = '', applications = [] } = betaApp ?? {};
    const { copied } = this.#host.language.words.lifeCycle.ok;
    return { code: 'ok.copied', message: copied(name, applications.length, registered) };
  }

  /** What there is of the copy, in words. */
  #there(): string {
    const { there } = this.#host.language.words.lifeCycle.copying;
    const { name = '', applications = [] } = this.#run?.betaApp ?? {};
    return there(name, applications.length, this.#run?.registered ?? 0);
  }

  /** What isn't copied yet, in words. */
  #missing(): string[] {
    const { stores } = this.#host.language.words.lifeCycle.copying;
    const { missingApplications = [], missingStores = 0 } = this.#run ?? {};
    return [
      ...missingApplications.map(({ name, version }) => `${name} ${version}`),
      ...(missingStores === 0 ? [] : [stores(missingStores)]),
    ];
  }

  /** The longest name that can be saved, if both together are longer. */
  #nameOfCopy(name: string): string {
    const { suffix } = this.#host.language.words.lifeCycle.copying;
    // Not in the middle of a character of two units.
    const room = name.slice(0, betaAppNameLimit - suffix.length).replace(/[\ud800-\udbff]$/u, '');
    return `${room}${suffix}`;
  }

  /** Shows the copy as far as it is there by now. */
  #show({ betaApp }: CopyRun): void {
    if (betaApp && betaApp.id === this.#host.betaAppId) this.#host.chosen.adopt(betaApp);
  }

  #turn(goingOn: boolean): void {
    this.#goingOn = goingOn;
    this.#host.requestUpdate();
  }
}
