/** The moment at which what holds ends. */
export const never = 'infinity';

/** From when to when something held. */
export interface Span {
  since: string;
  until: string;
}

/** Ends what held, and begins with what holds from now on; with nothing if that is null. */
export function follow<State extends object>(
  states: (Span & State)[],
  next: State | null,
  since: string,
): void {
  const last = states.at(-1);
  if (last?.until === never) last.until = since;
  if (next !== null) states.push({ ...next, since, until: never });
}
