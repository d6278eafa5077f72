import { type IncomingMessage } from 'node:http';
import { bodyLimit } from '../request/body.js';

type Message = Pick<IncomingMessage, 'headers'> & Partial<Pick<IncomingMessage, 'headersDistinct'>>;

/**
 * Whether a request says that it has a body in JSON as clients usually send it, and of a size that is allowed, and nobody
 * has begun to read it.
 */
export function hasQuickBody(incoming: IncomingMessage): boolean {
  // Servers of HTTP/2 have no distinct headers.
  const { headers, headersDistinct } = incoming as Message;
  const length = Number(headers['content-length']);
  return (
    headers['content-type'] === 'application/json' &&
    headersDistinct?.['content-type']?.length === 1 &&
    headers['content-encoding'] === undefined &&
    length > 0 &&
    length <= bodyLimit &&
    isUntouched(incoming)
  );
}

/** A host may have read the body, or stopped or decoded its stream, before it calls us. */
const isUntouched = (incoming: IncomingMessage): boolean =>
  incoming.readableFlowing === null &&
  incoming.readableEncoding === null &&
  !incoming.readableEnded &&
  !incoming.destroyed &&
  !('rawBody' in incoming);

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
