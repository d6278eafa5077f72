import '@beta-app/widgets/define';
import { BetaAppEditor, type BetaNotifyEvent, type NotificationKind } from '@beta-app/widgets';
import { ApiError, createClient, type BetaAppClient } from '@beta-app/widgets/client';

const client: BetaAppClient = createClient({ baseUrl: '/api' });
const kinds: NotificationKind[] = [];

const editor = document.querySelector('beta-app-editor');
if (!(editor instanceof BetaAppEditor)) throw new Error('The editor is not defined');
editor.addEventListener('beta-notify', (event: BetaNotifyEvent) => {
  kinds.push(event.detail.kind);
});

/** What a page does with the client alone. */
export async function firstName(): Promise<string | undefined> {
  try {
    return (await client.listBetaApps()).items[0]?.name;
  } catch (error) {
    if (error instanceof ApiError) return error.code;
    throw error;
  }
}
