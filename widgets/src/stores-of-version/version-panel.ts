import { html, nothing, type TemplateResult } from 'lit';
import { type ApplicationChoices } from '../version-answer/application-choices.js';
import { applicationField } from '../version-answer/application-field.js';
import { type SharedMoment } from '../version-answer/shared-moment.js';
import { zoneLetters } from '../format/zone-letters.js';
import { manyStoresZone } from '../version-answer/incident-moment.js';
import { type BetaPageElement } from '../page-element/beta-page-element.js';
import { type AskedVersion } from './asked-version.js';
import { type KnownVersion, type KnownVersions } from './known-versions.js';
import { type VersionAskedEvent } from './version-combobox.js';

interface Host extends BetaPageElement {
  now: () => Date;
}

export interface VersionPanelView {
  host: Host;
  /** Whether its tab is the one that is shown. */
  isShown: boolean;
  asked: AskedVersion;
  moment: SharedMoment;
  applications: ApplicationChoices;
  known: KnownVersions;
  /** Gives the address of the page with a beta app; undefined where there is no such page. */
  addressOf: (betaAppId: number) => string | undefined;
  /** One of the versions that are offered in place of an answer was pressed. */
  onOffered: () => void;
}

/** "Toko per versi": what is asked for, and the answer, which stays while another tab is shown. */
export function versionPanel(view: VersionPanelView): TemplateResult {
  const { host, asked, moment, applications, known } = view;
  const versions = known.of(asked.application, applications.all);
  const application = applications.all.find(({ code }) => code === asked.application);
  const onOffered = ({ version }: VersionAskedEvent) => {
    asked.choose(asked.application, version);
    view.onOffered();
  };
  return html`${view.isShown ? fields(versions, view) : nothing}
    <beta-stores-of-version
      .client=${host.api}
      .notifier=${host.notifier}
      .application=${asked.application}
      .applicationName=${application?.name ?? ''}
      .version=${asked.version}
      .known=${versions}
      .asked=${() => moment.asked(manyStoresZone)}
      .now=${host.now}
      .questions=${asked.questions}
      .addressOf=${view.addressOf}
      @version-asked=${onOffered}
    ></beta-stores-of-version>`;
}

function fields(versions: readonly KnownVersion[], view: VersionPanelView): TemplateResult {
  const { host, asked, moment, applications, known } = view;
  const { words } = host.language;
  const { common, editor, versions: texts } = words;
  return html`<div class="controls">
    ${applicationField(
      applications,
      asked.application,
      words,
      (code) => asked.chooseApplication(code),
      editor.applicationList.empty,
    )}
    <div class="version-field">
      <beta-version-combobox
        .versions=${versions}
        .value=${asked.version}
        @version-asked=${({ version }: VersionAskedEvent) =>
          asked.choose(asked.application, version)}
      ></beta-version-combobox>
      ${
        known.failure === undefined
          ? nothing
          : html`<span class="hint"
              >${texts.byVersion.versionsFailed}
              <button type="button" class="link" @click=${() => void known.read()}>
                ${common.button.retry}
              </button></span
            >`
      }
    </div>
    ${moment.field(texts.timeIn(zoneLetters(manyStoresZone)), manyStoresZone)}
  </div>`;
}
