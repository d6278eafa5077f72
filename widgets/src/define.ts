import { ApplicationForm } from './beta-app-editor/application-form.js';
import { ApplicationList } from './beta-app-editor/application-list.js';
import { BetaAppEditor } from './beta-app-editor/beta-app-editor.js';
import { BetaAppForm } from './beta-app-editor/beta-app-form.js';
import { CopyForm } from './beta-app-editor/copy-form.js';
import { EditConflicts } from './beta-app-editor/edit-conflicts.js';
import { ExtendForm } from './beta-app-editor/extend-form.js';
import { LongText } from './beta-app-editor/long-text.js';
import { MoreMenu } from './beta-app-editor/more-menu.js';
import { PauseForm } from './beta-app-editor/pause-form.js';
import { BetaAppList } from './beta-app-list/beta-app-list.js';
import { BetaStorePicker } from './beta-store-picker/beta-store-picker.js';
import { BranchCombobox } from './beta-store-picker/branch-combobox.js';
import { SaveDialog } from './save-dialog/save-dialog.js';
import { StoreGrid } from './beta-store-picker/store-grid.js';
import { BetaTimeline } from './beta-timeline/beta-timeline.js';
import { BetaVersionLookup } from './beta-version-lookup/beta-version-lookup.js';
import { CopyDialog } from './beta-version-lookup/copy-dialog.js';
import { StoreCombobox } from './beta-version-lookup/store-combobox.js';
import { BetaConfirmation } from './dialog/beta-confirmation.js';
import { EventStores } from './history/event-stores.js';
import { HistoryDialog } from './history/history-dialog.js';
import { LinesTable } from './list-import/lines-table.js';
import { ListImport } from './list-import/list-import.js';
import { ManyRowsTable } from './many-stores/many-rows-table.js';
import { ManyStores } from './many-stores/many-stores.js';
import { BetaNotifications } from './notification/beta-notifications.js';
import { StoresOfVersion } from './stores-of-version/stores-of-version.js';
import { VersionCombobox } from './stores-of-version/version-combobox.js';
import { VersionStoresTable } from './stores-of-version/version-stores-table.js';

// For pages without a bundler, whose elements get a client of their own.
export { createClient } from './client/create-client.js';

// With them come the types of the elements and of their events.
export { BetaAppEditor, BetaStorePicker, BetaTimeline, BetaVersionLookup };
export {
  BetaAppChangedEvent,
  BetaAppCreatedEvent,
  BetaAppOpenedEvent,
  BetaAppSelectedEvent,
  BetaNotifyEvent,
  BetaStoresOpenedEvent,
  BetaStoresSavedEvent,
  BetaVersionsLookedUpEvent,
} from './events.js';

const elements: Readonly<Record<string, CustomElementConstructor>> = {
  'beta-notifications': BetaNotifications,
  'beta-confirmation': BetaConfirmation,
  'beta-event-stores': EventStores,
  'beta-history': HistoryDialog,
  'beta-app-list': BetaAppList,
  'beta-app-form': BetaAppForm,
  'beta-application-form': ApplicationForm,
  'beta-application-list': ApplicationList,
  'beta-edit-conflicts': EditConflicts,
  'beta-long-text': LongText,
  'beta-more-menu': MoreMenu,
  'beta-pause-form': PauseForm,
  'beta-extend-form': ExtendForm,
  'beta-copy-form': CopyForm,
  'beta-app-editor': BetaAppEditor,
  'beta-branch-combobox': BranchCombobox,
  'beta-save-dialog': SaveDialog,
  'beta-store-grid': StoreGrid,
  'beta-import-lines': LinesTable,
  'beta-list-import': ListImport,
  'beta-store-picker': BetaStorePicker,
  'beta-store-combobox': StoreCombobox,
  'beta-copy-dialog': CopyDialog,
  'beta-many-rows': ManyRowsTable,
  'beta-many-stores': ManyStores,
  'beta-version-combobox': VersionCombobox,
  'beta-version-stores': VersionStoresTable,
  'beta-stores-of-version': StoresOfVersion,
  'beta-version-lookup': BetaVersionLookup,
  'beta-timeline': BetaTimeline,
};

// A page may carry the script twice: the first one stays.
for (const [name, element] of Object.entries(elements)) {
  if (customElements.get(name) === undefined) customElements.define(name, element);
}
