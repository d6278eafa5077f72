import { momentOf } from '../format/zone-clock.js';
import { type AskedStore } from '../beta-version-lookup/asked-store.js';
import { type SharedMoment } from '../version-answer/shared-moment.js';
import { manyStoresZone } from '../version-answer/incident-moment.js';
import { type BetaPageElement } from '../page-element/beta-page-element.js';
import { readDeepLink, writeDeepLink } from '../page-element/deep-link.js';
import { textOf } from '../page-element/text-of.js';

const applicationParameter = 'aplikasi';
const versionParameter = 'versi';

interface Host extends BetaPageElement {
  application?: string | undefined;
  version?: string | undefined;
}

export interface AskedVersionOptions {
  moment: SharedMoment;
  /** Whose place in the address the version takes. */
  store: AskedStore;
  /** The page, or its address, has named a version. */
  named: () => void;
}

/**
 * Owns which version of which application is asked about, by the element's properties, by the address, or by what was
 * chosen. The answer is not its business.
 */
export class AskedVersion {
  readonly #host: Host;
  readonly #options: AskedVersionOptions;
  #own: Pick<Host, 'application' | 'version'> = { application: undefined, version: undefined };
  #questions = 0;

  constructor(host: Host, options: AskedVersionOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** The code of the application; empty while none is chosen. */
  get application(): string {
    return textOf(this.#host.application).toUpperCase();
  }

  /** Empty while none is chosen. */
  get version(): string {
    return textOf(this.#host.version);
  }

  /** How often something was asked. */
  get questions(): number {
    return this.#questions;
  }

  /** Takes what the address names, unless the page has named something. */
  readAddress(): void {
    const host = this.#host;
    if (host.noUrl || host.application !== undefined || host.version !== undefined) return;
    host.application = readDeepLink(applicationParameter);
    host.version = readDeepLink(versionParameter);
  }

  /** Asks about what the page has set. */
  follow(): void {
    const { application, version } = this.#host;
    if (application === this.#own.application && version === this.#own.version) return;
    this.#own = { application, version };
    if (version === undefined) return;
    this.#options.named();
    this.ask();
  }

  chooseApplication(application: string): void {
    // Versions of one application mean nothing for another.
    this.choose(application, application === this.application ? this.version : '');
  }

  choose(application: string, version: string): void {
    this.#host.application = application || undefined;
    this.#host.version = version || undefined;
    this.#own = { application: this.#host.application, version: this.#host.version };
    this.ask();
  }

  /** Asks about the chosen version and moment; from then on, what is shown can be linked to. */
  ask(): void {
    this.#questions += 1;
    this.#host.requestUpdate();
    if (this.application === '' || this.version === '') {
      this.leaveAddress();
      return;
    }
    const moment = this.#options.moment.asked(manyStoresZone);
    if (moment === undefined) return;
    const { store } = this.#options;
    store.setMoment('at' in moment ? moment.at : momentOf(moment.clock, manyStoresZone));
    if (this.#host.noUrl) return;
    store.leaveAddress();
    writeDeepLink(applicationParameter, this.application);
    writeDeepLink(versionParameter, this.version);
  }

  /** Makes room in the address for what else is shown. */
  leaveAddress(): void {
    if (this.#host.noUrl) return;
    writeDeepLink(applicationParameter, undefined);
    writeDeepLink(versionParameter, undefined);
  }
}
