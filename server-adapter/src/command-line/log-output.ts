import { type Writable } from 'node:stream';

/** Some thousand lines. */
const mostWaitingBytes = 1_000_000;

/** Takes the lines of a log, one at a time. */
export interface LogOutput {
  write(line: string): void;
}

/**
 * Writes a log to a stream without ever waiting for its reader: lines are dropped where one has gone, and while more
 * than a megabyte waits for one that doesn't read.
 */
export function logOutput(stream: Writable): LogOutput {
  // Unheard, it would end the process.
  stream.on('error', () => undefined);
  return {
    write: (line) => {
      if (stream.writableLength < mostWaitingBytes) stream.write(line);
    },
  };
}
