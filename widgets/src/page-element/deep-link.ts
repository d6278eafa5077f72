/** Reads a parameter of the page's address. */
export function readDeepLink(name: string): string | undefined {
  return new URLSearchParams(location.search).get(name) ?? undefined;
}

/** Writes a parameter of the page's address, without a new entry in the history; undefined takes it away. */
export function writeDeepLink(name: string, value: string | undefined): void {
  const url = new URL(location.href);
  if (value === undefined) url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  if (url.href === location.href) return;
  history.replaceState(history.state, '', url);
}
