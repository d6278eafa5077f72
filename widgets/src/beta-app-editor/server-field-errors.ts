import { type ApiError } from '../client/api-error.js';
import { type DraftForm } from '../form/draft-form.js';
import { type Notification } from '../notification/notification.js';
import { type Words } from '../words/words.js';
import { type DetailsHost } from './details-save.js';

/** What the server has against single fields of a form, and what to tell above it. */
interface ServerFieldErrors {
  messages: Readonly<Record<string, string>>;
  notification: Notification;
}

/** Marks fields of a form by a refusal that is about fields; answers whether it was such a one. */
export function showServerFieldErrors(
  error: ApiError,
  { language, notifier }: DetailsHost,
  form: Pick<DraftForm<object>, 'showErrors'>,
  key: string,
): boolean {
  const found = serverFieldErrors(error, language.words);
  if (found === undefined) return false;
  form.showErrors(key, found.messages);
  notifier.show(found.notification);
  return true;
}

/** Reads a refusal that is about fields; undefined if it is about something else. */
function serverFieldErrors(error: ApiError, words: Words): ServerFieldErrors | undefined {
  const about = (path: string, message: string): ServerFieldErrors => ({
    messages: { [path]: message },
    notification: { kind: 'warning', code: error.code, message },
  });
  const taken = error.detailsOf('NAME_TAKEN');
  if (taken) {
    const { owner } = taken.betaApp;
    return about('name', words.editor.nameTaken(owner.name, owner.nik));
  }
  if (error.code === 'APPLICATION_TWICE') {
    return about('applicationCode', words.editor.applicationTwice);
  }
  if (error.errors.length === 0) return undefined;
  // The first thing against a field is the one to mend.
  const messages = Object.fromEntries(
    [...error.errors].reverse().map(({ path, message }) => [path, message]),
  );
  return { messages, notification: { kind: 'warning', code: error.code, message: error.message } };
}
