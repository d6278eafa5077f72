import { type ReactiveControllerHost } from 'lit';
import { type Notification } from '../notification/notification.js';
import { type Words } from '../words/words.js';
import { checkField, type Control, type FieldProblem } from './check-field.js';

/** A field of a form: where its value goes, what it is called, and its control once it is rendered. */
export interface FormField {
  path: string;
  label: string;
  control: Control;
  /** What is said of a day before its first one. */
  tooEarly?: string;
  /** What takes the focus for it, if it isn't the control. */
  focus?: HTMLElement;
}

/**
 * Owns which fields of a form are wrong and why, by the form's own checks or by the server's. An error goes as
 * soon as its field is right. Values and sending are the form's.
 */
export class FormErrors {
  readonly #host: ReactiveControllerHost;
  readonly #mended: () => void;
  #messages: Readonly<Record<string, string>> = {};

  /** `mended` is called when the last error goes. */
  constructor(host: ReactiveControllerHost, mended: () => void) {
    this.#host = host;
    this.#mended = mended;
  }

  of(path: string): string | undefined {
    return this.#messages[path];
  }

  clear(): void {
    this.#set({});
  }

  /** Checks all fields, marks those that are wrong, and answers what to tell; undefined if all are right. */
  check(fields: readonly FormField[], words: Words): Notification | undefined {
    const problems = fields
      .map(({ control, path, label, tooEarly }) =>
        checkField(control, path, label, words, tooEarly),
      )
      .filter((problem) => problem !== undefined);
    this.show(Object.fromEntries(problems.map(({ path, message }) => [path, message])), fields);
    return summary(problems, words);
  }

  /** Marks fields with these messages and focuses the first of them. */
  show(messages: Readonly<Record<string, string>>, fields: readonly FormField[]): void {
    this.#set(messages);
    const first = fields.find(({ path }) => path in messages);
    (first?.focus ?? first?.control)?.focus();
  }

  /** The field was changed: takes its error away if its own check has nothing against it any more. */
  changed({ path, label, control, tooEarly }: FormField, words: Words): void {
    if (!(path in this.#messages)) return;
    const problem = checkField(control, path, label, words, tooEarly);
    const others = Object.entries(this.#messages).filter(([name]) => name !== path);
    this.#set(Object.fromEntries(problem ? [...others, [path, problem.message]] : others));
    if (!problem && others.length === 0) this.#mended();
  }

  #set(messages: Readonly<Record<string, string>>): void {
    this.#messages = messages;
    this.#host.requestUpdate();
  }
}

function summary(problems: readonly FieldProblem[], words: Words): Notification | undefined {
  if (problems.length === 0) return undefined;
  const { warnIncomplete, warnFields } = words.common;
  const missing = problems.filter((problem) => problem.missing);
  const named = missing.length > 0 ? missing : problems;
  const labels = named.map(({ label }) => label).join(', ');
  return missing.length > 0
    ? { kind: 'warning', code: 'warn.incomplete', message: warnIncomplete(labels) }
    : { kind: 'warning', code: 'warn.fields', message: warnFields(labels) };
}
