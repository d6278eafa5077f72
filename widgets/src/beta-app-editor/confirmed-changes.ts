import type { BetaApp, BetaAppApplication, BetaAppEdit } from '@beta-app/core/contract';
import { type BetaConfirmation } from '../dialog/beta-confirmation.js';
import { type DetailsHost, DetailsSave, type DetailsWrite } from './details-save.js';

/** What a confirmation asks. */
export interface Question {
  heading: string;
  message: string;
  /** What it is about, if that is several things. */
  entries?: readonly string[];
  /** Whether "Ya" takes something away. */
  removes: boolean;
}

type Confirmed = Pick<DetailsWrite<BetaAppEdit>, 'action' | 'input' | 'send'> & {
  question: Question;
  done: { code: string; message: string };
  /** Where the focus goes if what was pressed is gone. */
  afterwards?: () => void;
  /** Whether the list of stores is where to mend what stands in the way. */
  leadsToStores?: boolean;
};

/** Asks before an application is removed and a beta app is resumed, promoted, ended or cancelled, and does it. */
export class ConfirmedChanges {
  readonly #host: DetailsHost;
  readonly #confirmation: () => BetaConfirmation;
  readonly #save: DetailsSave;
  #asked: Confirmed | undefined;

  constructor(host: DetailsHost, confirmation: () => BetaConfirmation) {
    this.#host = host;
    this.#confirmation = confirmation;
    this.#save = new DetailsSave(host);
  }

  get busy(): boolean {
    return this.#save.busy;
  }

  get question(): Question {
    return this.#asked?.question ?? { heading: '', message: '', removes: false };
  }

  removeApplication(
    betaApp: BetaApp,
    { code, name, productionVersion }: BetaAppApplication,
    afterwards: () => void,
  ): void {
    const { confirm, ok } = this.#words;
    this.#ask({
      action: 'remove_application',
      input: editOf(betaApp),
      send: (client, input, options) => client.removeApplication({ ...input, code }, options),
      question: {
        heading: confirm.removeApplicationTitle(name),
        message: confirm.removeApplication(
          name,
          betaApp.name,
          runsBeta(betaApp) ? betaApp.registeredStores : 0,
          productionVersion,
        ),
        removes: true,
      },
      done: { code: 'ok.application_removed', message: ok.applicationRemoved(name) },
      afterwards,
    });
  }

  resume(betaApp: BetaApp): void {
    const { ok, resuming } = this.#host.language.words.lifeCycle;
    const { name, pause, registeredStores } = betaApp;
    this.#ask({
      action: 'resume',
      input: editOf(betaApp),
      send: (client, input, options) => client.resumeBetaApp(input, options),
      question: {
        heading: resuming.title(name),
        message:
          pause === 'drop' ? resuming.drop(registeredStores) : resuming.keep(registeredStores),
        removes: false,
      },
      done: { code: 'ok.resumed', message: ok.resumed(name) },
      leadsToStores: true,
    });
  }

  promote(betaApp: BetaApp): void {
    const { ok, promoting } = this.#host.language.words.lifeCycle;
    const { name, applications, registeredStores } = betaApp;
    this.#ask({
      action: 'promote',
      input: editOf(betaApp),
      send: (client, input, options) => client.promoteBetaApp(input, options),
      question: {
        heading: promoting.title(name),
        message: promoting.message(registeredStores),
        entries: applications.map((application) =>
          promoting.application(
            application.name,
            application.productionVersion,
            application.version,
          ),
        ),
        removes: false,
      },
      done: { code: 'ok.promoted', message: ok.promoted(name) },
    });
  }

  end(betaApp: BetaApp): void {
    const { confirm, ok } = this.#words;
    this.#ask({
      action: 'end',
      input: editOf(betaApp),
      send: (client, input, options) => client.endBetaApp(input, options),
      question: {
        heading: confirm.endTitle(betaApp.name),
        message: confirm.end,
        removes: true,
      },
      done: { code: 'ok.ended', message: ok.ended(betaApp.name) },
    });
  }

  cancel(betaApp: BetaApp): void {
    const { confirm, ok } = this.#words;
    this.#ask({
      action: 'cancel',
      input: editOf(betaApp),
      send: (client, input, options) => client.cancelBetaApp(input, options),
      question: {
        heading: confirm.cancelTitle(betaApp.name),
        message: runsBeta(betaApp) ? confirm.cancel : confirm.cancelUnused,
        removes: true,
      },
      done: { code: 'ok.cancelled', message: ok.cancelled(betaApp.name) },
    });
  }

  /** "Ya" was pressed. */
  confirm(): void {
    if (this.#asked) void this.#do(this.#asked);
  }

  get #words() {
    return this.#host.language.words.editor;
  }

  #ask(asked: Confirmed): void {
    this.#asked = asked;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#confirmation().show());
  }

  async #do(asked: Confirmed): Promise<void> {
    const confirmation = this.#confirmation();
    const { action, input, send, done, afterwards, leadsToStores } = asked;
    const saved = await this.#save.run({
      action,
      // The application is part of what is done, and so of what is tried again.
      input: { ...input, subject: asked.question.heading },
      send: (client, { withdraw }, options) =>
        send(client, { ...input, ...(withdraw && { withdraw }) }, options),
      saved: () => {
        confirmation.close();
        return done;
      },
      useLatest: () => confirmation.close(),
      ...(leadsToStores && { leadsToStores }),
      retry: () => {
        this.#ask(asked);
        this.confirm();
      },
    });
    if (!saved) return;
    await this.#host.updateComplete;
    afterwards?.();
  }
}

/** Whether its stores run the beta versions now. */
const runsBeta = ({ state, pause }: BetaApp): boolean =>
  state === 'active' || (state === 'paused' && pause === 'keep');

const editOf = ({ id, detailsRevision }: BetaApp): BetaAppEdit => ({ id, detailsRevision });
