import { CommandFailure, UsageError } from '../failures.js';
import { fieldsOf, type SyncKind } from './kinds.js';

/** Which header each field is under. */
export type Columns = ReadonlyMap<string, string>;

/** Which headers could be each field's. */
export type Candidates = ReadonlyMap<string, readonly string[]>;

/** Reads what --column says: `code=KODE`. Throws `UsageError`. */
export function readColumnOptions(kind: SyncKind, words: readonly string[]): Columns {
  const chosen = new Map<string, string>();
  for (const word of words) {
    const [, field = '', header = ''] = /^([^=]+)=(.+)$/su.exec(word) ?? [];
    if (fieldsOf[kind][field] === undefined) {
      const names = Object.keys(fieldsOf[kind]).join(', ');
      throw new UsageError(`--column takes FIELD=HEADER, with one of the fields ${names}`);
    }
    if (chosen.has(field)) throw new UsageError(`--column names ${field} twice`);
    chosen.set(field, header.trim());
  }
  return chosen;
}

/** Finds the headers that could be each field's: the one that was chosen, else those of its usual names. */
export function findCandidates(
  kind: SyncKind,
  headers: readonly string[],
  chosen: Columns,
): Candidates {
  const taken = new Set(chosen.values());
  const plainHeaders = headers.map((header) => ({ header, word: plain(header) }));
  const fields = Object.entries(fieldsOf[kind]).map(([field, { headers: usual }]) => {
    const named = chosen.get(field);
    const candidates = plainHeaders.filter(({ header, word }) =>
      named === undefined ? usual.includes(word) && !taken.has(header) : header === named,
    );
    return [field, candidates.map(({ header }) => header)] as const;
  });
  return new Map(fields);
}

/** Adds to what is known each further field's header. Throws where there are several. */
export function findColumns(
  kind: SyncKind,
  headers: readonly string[],
  chosen: Columns,
  known: Columns = new Map(),
): Columns {
  const found = new Map(known);
  for (const [field, candidates] of findCandidates(kind, headers, chosen)) {
    if (known.has(field)) continue;
    if (candidates.length > 1) {
      throw new CommandFailure(
        'COLUMNS_MISSING',
        `More than one column could be ${field}: ${candidates.join(', ')}; choose with --column`,
        { field, headers },
      );
    }
    if (candidates[0] !== undefined) found.set(field, candidates[0]);
  }
  return found;
}

/** Throws unless every required field, and every one that was chosen, has a column. */
export function requireColumns(
  kind: SyncKind,
  headers: readonly string[],
  { found, chosen }: { found: Columns; chosen: Columns },
): void {
  const missing = Object.entries(fieldsOf[kind])
    .filter(([field, { required }]) => (required || chosen.has(field)) && !found.has(field))
    .map(([field]) => field);
  if (missing.length === 0) return;
  throw new CommandFailure(
    'COLUMNS_MISSING',
    `No column for ${missing.join(', ')} among: ${headers.join(', ')}; name it with --column ${String(missing[0])}=HEADER`,
    { missing, headers },
  );
}

function plain(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
