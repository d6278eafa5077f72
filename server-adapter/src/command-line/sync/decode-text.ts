import { CommandFailure } from '../failures.js';

const utf16 = [
  [0xff, 0xfe],
  [0xfe, 0xff],
] as const;

/** Reads bytes as UTF-8, with a byte order mark or without. Throws `ENCODING_UNSUPPORTED` for anything else. */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let lines = 1;
  let isFirst = true;
  for await (const chunk of bytes) {
    if (isFirst && looksLikeUtf16(chunk)) throw unsupported('UTF-16', 1);
    isFirst &&= chunk.length === 0;
    const text = decode(() => decoder.decode(chunk, { stream: true }), lines);
    lines += text.split('\n').length - 1;
    if (text !== '') yield text;
  }
  const rest = decode(() => decoder.decode(), lines);
  if (rest !== '') yield rest;
}

function decode(work: () => string, line: number): string {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof TypeError) throw unsupported('not UTF-8', line);
    throw cause;
  }
}

/** Without a mark, the zero bytes of plain letters give it away. */
function looksLikeUtf16(chunk: Uint8Array): boolean {
  return (
    utf16.some(([first, second]) => chunk[0] === first && chunk[1] === second) ||
    chunk.subarray(0, 200).includes(0)
  );
}

function unsupported(found: string, line: number): CommandFailure {
  return new CommandFailure(
    'ENCODING_UNSUPPORTED',
    `The file is ${found} (seen from line ${String(line)} on); save it as "CSV UTF-8" and try again`,
    { found, line },
  );
}
