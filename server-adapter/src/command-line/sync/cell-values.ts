const zones: Readonly<Record<string, string>> = {
  wib: 'Asia/Jakarta',
  wita: 'Asia/Makassar',
  wit: 'Asia/Jayapura',
};

/** Fields that a row may leave out, which leaves what is known. */
export const absentFields: ReadonlySet<string> = new Set(['productionVersion', 'description']);

const yes = new Set(['true', 'yes', 'ya', '1', 'open', 'buka']);
const no = new Set(['false', 'no', 'tidak', '0', 'closed', 'tutup']);

/**
 * Makes of a text what its field holds. What can't be read stays as it is, and core refuses the row; an empty
 * cell of a field that may be absent leaves what is known.
 */
export function readValue(field: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const text = value.trim();
  const word = text.toLowerCase();
  if (field === 'timeZone') return zones[word] ?? text;
  // Not even an empty cell: a store must neither close nor reopen because somebody left it out.
  if (field === 'open') return yes.has(word) ? true : no.has(word) ? false : text;
  return absentFields.has(field) && text === '' ? null : value;
}
