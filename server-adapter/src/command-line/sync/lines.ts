import { CommandFailure } from '../failures.js';

/** Many times the longest row that core takes. */
const longestLine = 100_000;

/** Reads texts until there is a line that isn't empty, and gives it with all that there is to read. */
export async function peekLine(
  text: AsyncIterable<string>,
): Promise<{ line: string; text: AsyncIterable<string> }> {
  const rest = text[Symbol.asyncIterator]();
  let start = '';
  let line: string | undefined;
  while (line === undefined && start.length < longestLine) {
    const next = await rest.next();
    if (next.done === true) break;
    start += next.value;
    line = /^\s*(\S[^\r\n]*)[\r\n]/u.exec(start)?.[1];
  }
  const all = (async function* () {
    yield start;
    yield* { [Symbol.asyncIterator]: () => rest };
  })();
  return { line: line ?? start.trim(), text: all };
}

/** Takes a text apart into lines, without their ends. Throws `FILE_MALFORMED` for one that is far too long. */
export async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let open = '';
  let count = 0;
  for await (const chunk of text) {
    const lines = (open + chunk).split(/\r?\n/u);
    open = lines.pop() ?? '';
    for (const line of lines) {
      count += 1;
      yield line;
    }
    if (open.length > longestLine) {
      throw new CommandFailure('FILE_MALFORMED', `Line ${String(count + 1)} is too long`, {
        line: count + 1,
      });
    }
  }
  if (open !== '') yield open;
}
