import type { Application, ListApplications } from '@beta-app/core/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { type BetaAppClient } from '../client/beta-app-client.js';
import { icons } from '../icons/icons.js';
import { ListDialog, type ListTexts } from '../paged-list/list-dialog.js';
import { applicationListStyles } from './application-list.styles.js';

/** The user has pressed a row of the list of applications. Stays inside the element. */
export class ApplicationChosenEvent extends Event {
  constructor(readonly application: Application) {
    super('application-chosen');
  }
}

/**
 * The dialog "Pilih aplikasi": searches applications, and closes when one is chosen.
 *
 * @event application-chosen - An application was chosen (`ApplicationChosenEvent`).
 */
export class ApplicationList extends ListDialog<Application> {
  static override styles = [...ListDialog.styles, applicationListStyles];

  /** The codes of those that can't be chosen, as they are registered already. */
  @property({ attribute: false }) taken: readonly string[] = [];
  /** The code of the one chosen now, which is marked. */
  @property() chosen?: string | undefined;

  protected override readPage(client: BetaAppClient, query: ListApplications, signal: AbortSignal) {
    return client.listApplications(query, { signal });
  }

  protected override texts(): ListTexts {
    const { common, editor } = this.language.words;
    const { field } = common;
    return {
      ...editor.applicationList,
      columns: [field.code, field.application, field.productionVersion, editor.description],
    };
  }

  protected override renderRow(application: Application): TemplateResult {
    const { editor } = this.language.words;
    const { code, name, productionVersion, description } = application;
    const taken = this.taken.includes(code);
    const chosen = code === this.chosen;
    return html`<tr
      class="${taken ? 'taken' : 'choice'} ${chosen ? 'chosen' : ''}"
      aria-current=${chosen ? 'true' : nothing}
      @click=${() => this.choose(application)}
    >
      <td class="code figures">${code}</td>
      <td class="name">
        <button type="button" class="choose" aria-disabled=${taken ? 'true' : nothing}>
          ${chosen ? icons.check : nothing}${name}
        </button>
        ${taken ? html`<span class="note">${editor.applicationList.taken}</span>` : nothing}
      </td>
      <td class="production">
        <span class=${productionVersion === null ? 'hint' : 'version'}
          >${productionVersion ?? editor.noVersion}</span
        >
      </td>
      <td class="description">${description}</td>
    </tr>`;
  }

  protected override renderNone(): TemplateResult {
    return html`<p>${this.language.words.editor.applicationList.none}</p>`;
  }

  protected override choose(application: Application): void {
    if (this.taken.includes(application.code)) {
      this.notifier?.show({
        kind: 'information',
        code: 'invalid.application_twice',
        message: this.language.words.editor.applicationTwice,
      });
      return;
    }
    this.close();
    this.dispatchEvent(new ApplicationChosenEvent(application));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-application-list': ApplicationList;
  }
}
