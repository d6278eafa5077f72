/** A store as the field "Toko" lists it. */
export interface ListedStore {
  code: string;
  name: string;
  branchName: string;
  open: boolean;
}

const key = 'beta-app.recent-stores';
const limit = 5;

/** The stores that were looked up last in this session, the latest first. */
export function recentStores(): ListedStore[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isListedStore).slice(0, limit) : [];
  } catch {
    // A page may be denied its storage, or have spoilt it.
    return [];
  }
}

/** Puts a store before the others. */
export function rememberStore({ code, name, branchName, open }: ListedStore): void {
  const others = recentStores().filter((each) => each.code !== code);
  const kept = [{ code, name, branchName, open }, ...others].slice(0, limit);
  try {
    sessionStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Then the field begins empty, and everything else works.
  }
}

function isListedStore(value: unknown): value is ListedStore {
  const { code, name, branchName, open } = (value ?? {}) as Record<string, unknown>;
  return (
    typeof code === 'string' &&
    typeof name === 'string' &&
    typeof branchName === 'string' &&
    typeof open === 'boolean'
  );
}
