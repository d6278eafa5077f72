import type { BetaApp } from '@beta-app/core/contract';
import { html, type TemplateResult } from 'lit';
import { BetaStoresSavedEvent } from '../events.js';
import { type StoresRestoredEvent } from '../history/history-dialog.js';
import { icons } from '../icons/icons.js';
import { type ConfirmedChanges } from './confirmed-changes.js';
import { CopyingBetaApp } from './copying-beta-app.js';
import { type DetailsHost } from './details-save.js';
import { type ExtendValues } from './extend-form.js';
import { extending } from './extending.js';
import { type MenuItem } from './more-menu.js';
import { type PauseValues } from './pause-form.js';
import { pausing } from './pausing.js';
import { SavingForm } from './saving-form.js';

/** Owns what the menu "Lainnya" offers for a beta app in each state, and the dialogs that it opens. */
export class LifeCycle {
  readonly #host: DetailsHost;
  readonly #confirmed: ConfirmedChanges;
  readonly #pause: SavingForm<PauseValues>;
  readonly #extension: SavingForm<ExtendValues>;
  readonly #copying: CopyingBetaApp;

  constructor(host: DetailsHost, confirmed: ConfirmedChanges) {
    this.#host = host;
    this.#confirmed = confirmed;
    this.#pause = new SavingForm(host, () => this.#form('beta-pause-form'), pausing);
    this.#extension = new SavingForm(host, () => this.#form('beta-extend-form'), extending);
    this.#copying = new CopyingBetaApp(host, {
      form: () => this.#form('beta-copy-form'),
      refused: () => this.#form('beta-save-dialog'),
    });
  }

  /** What can be done with a beta app in its state. */
  menu(betaApp: BetaApp): MenuItem[] {
    const { editor, history, lifeCycle } = this.#host.language.words;
    const { state, pause } = betaApp;
    const started = state === 'active' || state === 'paused';
    const open = started || state === 'scheduled';
    const items: [boolean, MenuItem][] = [
      [
        open && pause !== 'none',
        {
          label: lifeCycle.resuming.open,
          icon: icons.resume,
          choose: () => this.#confirmed.resume(betaApp),
        },
      ],
      [
        started,
        {
          label: pause === 'none' ? lifeCycle.pausing.open : lifeCycle.pausing.change,
          icon: icons.pause,
          choose: () => this.#pause.open(betaApp),
        },
      ],
      [
        open,
        {
          label: lifeCycle.extending.open,
          icon: icons.extend,
          choose: () => this.#extension.open(betaApp),
        },
      ],
      [
        started && betaApp.applications.length > 0,
        {
          label: lifeCycle.promoting.open,
          icon: icons.promote,
          choose: () => this.#confirmed.promote(betaApp),
        },
      ],
      [
        true,
        {
          label: lifeCycle.copying.open,
          icon: icons.copy,
          choose: () => this.#copying.open(betaApp),
        },
      ],
      [
        true,
        {
          label: history.open,
          icon: icons.clock,
          choose: () => void this.#form('beta-history').show({ kind: 'beta-app', ...betaApp }),
        },
      ],
      [started, { label: editor.end, icon: icons.end, choose: () => this.#confirmed.end(betaApp) }],
      [
        open,
        { label: editor.cancel, icon: icons.cancel, choose: () => this.#confirmed.cancel(betaApp) },
      ],
    ];
    return items.filter(([isOffered]) => isOffered).map(([, item]) => item);
  }

  dialogs(): TemplateResult {
    const { notifier } = this.#host;
    const { title } = this.#host.language.words.lifeCycle.extending;
    const extended = this.#extension.betaApp;
    return html`<beta-pause-form
        .heading=${this.#pauseHeading()}
        .stores=${this.#pause.betaApp?.registeredStores ?? 0}
        .notifier=${notifier}
        .busy=${this.#pause.busy}
        @save=${() => this.#pause.submit()}
      ></beta-pause-form>
      <beta-extend-form
        .heading=${extended === undefined ? '' : title(extended.name)}
        .notifier=${notifier}
        .busy=${this.#extension.busy}
        @save=${() => this.#extension.submit()}
      ></beta-extend-form>
      <beta-history
        .client=${this.#host.api}
        .notifier=${notifier}
        @stores-restored=${this.#onRestored}
      ></beta-history>
      ${this.#copying.dialogs()}`;
  }

  readonly #onRestored = ({ betaAppId, saved }: StoresRestoredEvent): void => {
    void this.#host.chosen.reload();
    this.#host.dispatchEvent(new BetaStoresSavedEvent(betaAppId, saved));
  };

  #pauseHeading(): string {
    const { betaApp } = this.#pause;
    const { title, changeTitle } = this.#host.language.words.lifeCycle.pausing;
    if (betaApp === undefined) return '';
    return betaApp.pause === 'none' ? title(betaApp.name) : changeTitle(betaApp.name);
  }

  #form<Tag extends keyof HTMLElementTagNameMap>(
    tagName: Tag,
    selector: string = tagName,
  ): HTMLElementTagNameMap[Tag] {
    const form = this.#host.renderRoot.querySelector<HTMLElementTagNameMap[Tag]>(selector);
    if (form === null) throw new Error(`<${tagName}> isn't rendered.`);
    return form;
  }
}
