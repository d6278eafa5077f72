const utf16Marks = [
  [0xff, 0xfe],
  [0xfe, 0xff],
] as const;

/** Workbooks are archives. */
const zipMark = [0x50, 0x4b, 0x03, 0x04];

/** Says what a file is, by its first bytes, if it isn't text in bytes at all. */
export function foreignFormat(start: Uint8Array): string | undefined {
  if (beginsWith(start, zipMark)) return 'a workbook or another archive';
  if (utf16Marks.some((mark) => beginsWith(start, mark))) return 'UTF-16';
  // Without a mark, the zero bytes of plain letters give it away: every second one.
  const some = start.subarray(0, 200);
  const zeros = some.filter((byte) => byte === 0).length;
  return zeros > some.length / 4 ? 'UTF-16' : undefined;
}

function beginsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}
