import { open } from 'node:fs/promises';
import { CommandFailure } from '../failures.js';

/** The bytes of a file, and how many there are, if that is known. */
export interface OpenFile {
  bytes: AsyncIterable<Uint8Array>;
  size: number | undefined;
}

/** Opens a file, or the standard input for `-`. Throws `FILE_UNREADABLE`, also while it is being read. */
export async function openFile(name: string): Promise<OpenFile> {
  if (name === '-') return { bytes: process.stdin, size: undefined };
  try {
    const handle = await open(name);
    const stat = await handle.stat();
    const bytes = readable(name, handle.createReadStream());
    return { bytes, size: stat.isFile() ? stat.size : undefined };
  } catch (cause) {
    throw unreadable(name, cause);
  }
}

async function* readable(
  name: string,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const chunks = bytes[Symbol.asyncIterator]();
  for (;;) {
    const next = await chunks.next().catch((cause: unknown) => {
      throw unreadable(name, cause);
    });
    if (next.done === true) return;
    yield next.value;
  }
}

function unreadable(name: string, cause: unknown): CommandFailure {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new CommandFailure('FILE_UNREADABLE', `${name} can't be read: ${reason}`);
}
