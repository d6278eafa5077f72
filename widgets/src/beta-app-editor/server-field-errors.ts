import { type ApiError } from '../client/api-error.js';
import { type Notification } from '../notification/notification.js';
import { type Words } from '../words/words.js';

/** What the server has against single fields of a form, and what to tell above it. */
export interface ServerFieldErrors {
  messages: Readonly<Record<string, string>>;
  notification: Notification;
}

/** Reads a refusal that is about fields; undefined if it is about something else. */
export function serverFieldErrors(error: ApiError, words: Words): ServerFieldErrors | undefined {
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
