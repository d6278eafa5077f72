import { type IncomingMessage } from 'node:http';
import { bodyLimit } from '../request/body.js';

/** Whether a request says that it has a body in JSON as clients usually send it, and of a size that is allowed. */
export function hasQuickBody({ headers }: IncomingMessage): boolean {
  const length = Number(headers['content-length']);
  return (
    headers['content-type'] === 'application/json' &&
    headers['content-encoding'] === undefined &&
    length > 0 &&
    length <= bodyLimit
  );
}

/**
 * Reads a body, as much of it as comes, and leaves it to whoever reads it again: the listener behind ours takes it from
 * `rawBody`.
 */
export function readQuickBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve) => {
    const end = () => {
      const body = Buffer.concat(chunks);
      resolve(Object.assign(incoming, { rawBody: body }).rawBody);
    };
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.once('end', end);
    // Broken off.
    incoming.once('close', end);
  });
}
