import type {
  BetaApp,
  DetailsAction,
  SavedStores,
  TimelineBetaApp,
  VersionLookup,
} from '@beta-app/core/contract';
import { type NotificationKind } from './notification/notification.js';

/** An event that leaves the element for the page, where `addEventListener` and jQuery hear it. */
abstract class PageEvent<Detail> extends Event {
  constructor(
    type: string,
    readonly detail: Readonly<Detail>,
    cancelable = false,
  ) {
    super(type, { bubbles: true, composed: true, cancelable });
  }
}

/** The user has chosen a beta app, or created one, and the element shows it. */
export class BetaAppSelectedEvent extends PageEvent<{ betaApp: BetaApp }> {
  constructor(betaApp: BetaApp) {
    super('beta-app-selected', { betaApp });
  }
}

/** The user has created a beta app. */
export class BetaAppCreatedEvent extends PageEvent<{ betaApp: BetaApp }> {
  constructor(betaApp: BetaApp) {
    super('beta-app-created', { betaApp });
  }
}

/** The user has changed a beta app's name, period, applications or life cycle. */
export class BetaAppChangedEvent extends PageEvent<{ betaApp: BetaApp; action: DetailsAction }> {
  constructor(betaApp: BetaApp, action: DetailsAction) {
    super('beta-app-changed', { betaApp, action });
  }
}

/** The user has saved which stores run a beta app. */
export class BetaStoresSavedEvent extends PageEvent<{ betaAppId: number; saved: SavedStores }> {
  constructor(betaAppId: number, saved: SavedStores) {
    super('beta-stores-saved', { betaAppId, saved });
  }
}

/**
 * The user wants to see a beta app's stores, all or those of the branch with a code. A page that cancels the event goes
 * there by itself.
 */
export class BetaStoresOpenedEvent extends PageEvent<{
  betaApp: BetaApp;
  branch: string | undefined;
}> {
  constructor(betaApp: BetaApp, branch?: string) {
    super('beta-stores-opened', { betaApp, branch }, true);
  }
}

/** The user wants to see a beta app of the timeline. A page that cancels the event goes there by itself. */
export class BetaAppOpenedEvent extends PageEvent<{ betaApp: TimelineBetaApp }> {
  constructor(betaApp: TimelineBetaApp) {
    super('beta-app-opened', { betaApp }, true);
  }
}

/** Versions were looked up, of one store or of many, and are shown. */
export class BetaVersionsLookedUpEvent extends PageEvent<{ lookup: VersionLookup }> {
  constructor(lookup: VersionLookup) {
    super('beta-versions-looked-up', { lookup });
  }
}

/** What a notification says, for pages that show it in their own way. */
export interface NotifyDetail {
  kind: NotificationKind;
  message: string;
  /** Stable, such as `ok.created` or `error.network`. */
  code: string;
  /** True while a dialog is open: then the element shows it in any case. */
  inDialog: boolean;
}

/** The element has something to say. A page that cancels the event shows it by itself. */
export class BetaNotifyEvent extends PageEvent<NotifyDetail> {
  constructor(detail: NotifyDetail) {
    super('beta-notify', detail, true);
  }
}

declare global {
  interface HTMLElementEventMap {
    'beta-app-selected': BetaAppSelectedEvent;
    'beta-app-created': BetaAppCreatedEvent;
    'beta-app-changed': BetaAppChangedEvent;
    'beta-app-opened': BetaAppOpenedEvent;
    'beta-stores-saved': BetaStoresSavedEvent;
    'beta-stores-opened': BetaStoresOpenedEvent;
    'beta-versions-looked-up': BetaVersionsLookedUpEvent;
    'beta-notify': BetaNotifyEvent;
  }

  interface DocumentEventMap {
    'beta-app-selected': BetaAppSelectedEvent;
    'beta-app-created': BetaAppCreatedEvent;
    'beta-app-changed': BetaAppChangedEvent;
    'beta-app-opened': BetaAppOpenedEvent;
    'beta-stores-saved': BetaStoresSavedEvent;
    'beta-stores-opened': BetaStoresOpenedEvent;
    'beta-versions-looked-up': BetaVersionsLookedUpEvent;
    'beta-notify': BetaNotifyEvent;
  }
}
