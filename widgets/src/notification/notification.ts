/** How serious a notification is. */
export type NotificationKind = 'success' | 'information' | 'warning' | 'error';

/** Something to tell the user. */
export interface Notification {
  kind: NotificationKind;
  message: string;
  /** Stable, such as `ok.created` or `error.network`. */
  code: string;
  /** Shows "Coba lagi", which closes the notification and calls this. */
  retry?: (() => void) | undefined;
}

/** Whether it interrupts, and stays until it is closed or mended. */
export const isAlert = ({ kind }: Pick<Notification, 'kind'>): boolean =>
  kind === 'warning' || kind === 'error';
