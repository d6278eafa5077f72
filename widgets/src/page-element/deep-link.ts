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

/** The address of another page with parameters; undefined where there is no such page, as where its attribute was removed. */
export function addressWith(
  page: string | null | undefined,
  parameters: Readonly<Record<string, string | number | undefined>>,
): string | undefined {
  if (page === undefined || page === null || page === '') return undefined;
  const url = new URL(page, document.baseURI);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.set(name, `${value}`);
  }
  return url.href;
}
