/**
 * The elements, their events and the client, without registering anything.
 *
 * @module @beta-app/widgets
 */

export { BetaAppEditor } from './beta-app-editor/beta-app-editor.js';
export { BetaStorePicker } from './beta-store-picker/beta-store-picker.js';
export { BetaTimeline } from './beta-timeline/beta-timeline.js';
export { BetaVersionLookup } from './beta-version-lookup/beta-version-lookup.js';
export { ApiError, type ApiFieldError } from './client/api-error.js';
export {
  type BetaAppClient,
  type CallOptions,
  type WriteCallOptions,
} from './client/beta-app-client.js';
export { type ClientOptions, createClient } from './client/create-client.js';
export { NetworkError } from './client/network-error.js';
export {
  BetaAppChangedEvent,
  BetaAppCreatedEvent,
  BetaAppOpenedEvent,
  BetaAppSelectedEvent,
  BetaNotifyEvent,
  BetaStoresOpenedEvent,
  BetaStoresSavedEvent,
  BetaVersionsLookedUpEvent,
  type NotifyDetail,
} from './events.js';
export { type TimelineZoom } from './beta-timeline/shown-days.js';
export { type NotificationKind } from './notification/notification.js';
