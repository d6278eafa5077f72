/** What was typed into a form, and what it started from. */
export interface Draft<Values> {
  readonly key: string;
  /** What the fields held at the start. */
  readonly initial: Values;
  /** The revision of the details that it started from. */
  readonly revision: number;
  readonly values: Values;
  /** What is saved by now, if somebody else has changed it meanwhile. */
  readonly latest?: Values;
}

/** Keeps what was typed into a form until it is saved, also while its dialog is closed. */
export class Drafts<Values extends object> {
  readonly #kept = new Map<string, Draft<Values>>();

  /** The draft under this key if anything was typed, else a fresh one. */
  open(key: string, initial: Values, revision: number): Draft<Values> {
    const kept = this.#kept.get(key);
    if (kept && JSON.stringify(kept.values) !== JSON.stringify(kept.initial)) return kept;
    return { key, initial, revision, values: initial };
  }

  keep(draft: Draft<Values>): void {
    this.#kept.set(draft.key, draft);
  }

  forget(key: string): void {
    this.#kept.delete(key);
  }
}
