import { CommandFailure } from '../failures.js';
import { foreignFormat } from './foreign-format.js';

/** Reads bytes as UTF-8, with a byte order mark or without. Throws `ENCODING_UNSUPPORTED` for anything else. */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const strict = new TextDecoder('utf-8', { fatal: true });
  // Beside it, to show where the strict one failed.
  const lenient = new TextDecoder('utf-8');
  let line = 1;
  let isFirst = true;
  const decode = (chunk?: Uint8Array) => {
    const options = { stream: chunk !== undefined };
    const shown = lenient.decode(chunk, options);
    try {
      strict.decode(chunk, options);
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause;
      const [good = ''] = shown.split('\ufffd', 1);
      const at = line + lineEndsIn(good);
      throw unsupported(`not UTF-8 on line ${at}`, { line: at });
    }
    line += lineEndsIn(shown);
    return shown;
  };
  for await (const chunk of bytes) {
    const foreign = isFirst ? foreignFormat(chunk) : undefined;
    if (foreign !== undefined) throw unsupported(foreign);
    isFirst &&= chunk.length === 0;
    const text = decode(chunk);
    if (text !== '') yield text;
  }
  const rest = decode();
  if (rest !== '') yield rest;
}

function lineEndsIn(text: string): number {
  return text.split('\n').length - 1;
}

function unsupported(what: string, details: Record<string, unknown> = {}): CommandFailure {
  return new CommandFailure(
    'ENCODING_UNSUPPORTED',
    `The file is ${what}; save it as UTF-8, in Excel as "CSV UTF-8", and try again`,
    details,
  );
}
