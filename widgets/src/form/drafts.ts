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

/**
 * Goes on from what somebody else has saved meanwhile: what was typed stays, with the saved value beside it,
 * and fields that weren't touched take the saved value.
 */
export function rebaseDraft<Values extends object>(
  draft: Draft<Values>,
  latest: Values,
  revision: number,
): Draft<Values> {
  const names = Object.keys(latest) as (keyof Values)[];
  const touched = names.filter((name) => draft.values[name] !== draft.initial[name]);
  const typed = Object.fromEntries(touched.map((name) => [name, draft.values[name]]));
  return { ...draft, initial: latest, values: { ...latest, ...typed }, latest, revision };
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
