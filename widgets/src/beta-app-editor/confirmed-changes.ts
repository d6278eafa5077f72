import type { BetaApp, BetaAppApplication, BetaAppEdit } from '@beta-app/core/contract';
import { type BetaConfirmation } from '../dialog/beta-confirmation.js';
import { type DetailsHost, DetailsSave, type DetailsWrite } from './details-save.js';

/** What a confirmation asks. */
export interface Question {
  heading: string;
  message: string;
}

type Confirmed = Pick<DetailsWrite<BetaAppEdit>, 'action' | 'input' | 'send'> & {
  question: Question;
  done: { code: string; message: string };
  /** Where the focus goes when what was pressed is gone. */
  afterwards: () => void;
};

/** Asks before an application is removed and a beta app is ended or cancelled, and does it. */
export class ConfirmedChanges {
  readonly #host: DetailsHost;
  readonly #confirmation: () => BetaConfirmation;
  readonly #save: DetailsSave;
  readonly #toChoice: () => void;
  #asked: Confirmed | undefined;

  /** @param toChoice Moves the focus to the field that chooses a beta app. */
  constructor(host: DetailsHost, confirmation: () => BetaConfirmation, toChoice: () => void) {
    this.#host = host;
    this.#confirmation = confirmation;
    this.#toChoice = toChoice;
    this.#save = new DetailsSave(host);
  }

  get busy(): boolean {
    return this.#save.busy;
  }

  get question(): Question {
    return this.#asked?.question ?? { heading: '', message: '' };
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
          betaApp.registeredStores,
          productionVersion,
        ),
      },
      done: { code: 'ok.application_removed', message: ok.applicationRemoved(name) },
      afterwards,
    });
  }

  end(betaApp: BetaApp): void {
    const { confirm, ok } = this.#words;
    this.#ask({
      action: 'end',
      input: editOf(betaApp),
      send: (client, input, options) => client.endBetaApp(input, options),
      question: { heading: confirm.endTitle(betaApp.name), message: confirm.end },
      done: { code: 'ok.ended', message: ok.ended(betaApp.name) },
      afterwards: this.#toChoice,
    });
  }

  cancel(betaApp: BetaApp): void {
    const { confirm, ok } = this.#words;
    this.#ask({
      action: 'cancel',
      input: editOf(betaApp),
      send: (client, input, options) => client.cancelBetaApp(input, options),
      question: { heading: confirm.cancelTitle(betaApp.name), message: confirm.cancel },
      done: { code: 'ok.cancelled', message: ok.cancelled(betaApp.name) },
      afterwards: this.#toChoice,
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
    const { action, input, send, done, afterwards } = asked;
    const saved = await this.#save.run({
      action,
      // The application is part of what is done, and so of what is tried again.
      input: { ...input, subject: asked.question.heading },
      send: (client, _, options) => send(client, input, options),
      saved: () => {
        confirmation.close();
        return done;
      },
      useLatest: () => confirmation.close(),
      retry: () => {
        this.#ask(asked);
        this.confirm();
      },
    });
    if (!saved) return;
    await this.#host.updateComplete;
    afterwards();
  }
}

const editOf = ({ id, detailsRevision }: BetaApp): BetaAppEdit => ({ id, detailsRevision });
