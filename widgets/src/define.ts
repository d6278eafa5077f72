import { BetaAppList } from './beta-app-list/beta-app-list.js';
import { BetaConfirmation } from './dialog/beta-confirmation.js';
import { BetaDialog } from './dialog/beta-dialog.js';
import { BetaNotifications } from './notification/beta-notifications.js';

const elements: Readonly<Record<string, CustomElementConstructor>> = {
  'beta-notifications': BetaNotifications,
  'beta-dialog': BetaDialog,
  'beta-confirmation': BetaConfirmation,
  'beta-app-list': BetaAppList,
};

// A page may carry the script twice: the first one stays.
for (const [name, element] of Object.entries(elements)) {
  if (customElements.get(name) === undefined) customElements.define(name, element);
}
