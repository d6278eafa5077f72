import { property } from 'lit/decorators.js';
import { BetaPageElement } from './beta-page-element.js';
import { idOf } from './id-of.js';

/**
 * What the elements that show one beta app have in common: its id.
 *
 * @fires beta-app-selected - A beta app was chosen or created, and is shown.
 */
export abstract class BetaAppPageElement extends BetaPageElement {
  /** The id of the beta app that is shown; in the page's address, it is `?beta-app=ID`. */
  @property({ attribute: 'beta-app-id', converter: idOf }) betaAppId?: number | undefined;
}
