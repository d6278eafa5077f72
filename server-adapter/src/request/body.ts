import { errorOf } from '@beta-app/core';

/** The most bytes that a body may have. */
export const bodyLimit = 1_048_576;

/** How long, and for how much, a sender is listened to that was told its body is too large. */
const lingering = { milliseconds: 500, bytes: 16 * bodyLimit };

/** A body that was given up on: answer, and end the answer once `drained` settles. */
export class BodyTooLarge extends Error {
  constructor(readonly drained: Promise<void>) {
    super('The body is larger than its limit');
  }
}

/**
 * Reads a body of at most 1 MiB, whatever its declared length. A larger one throws `BodyTooLarge`; one that
 * breaks off, or can't be read, `BODY_MALFORMED`; a compressed one, unread, `MEDIA_TYPE_UNSUPPORTED`.
 */
export async function readBody(request: Request): Promise<Uint8Array> {
  const { headers } = request;
  // Before the body is so much as looked at: one that was begun and left breaks its connection.
  if (isEncoded(headers.get('content-encoding'))) throw errorOf('MEDIA_TYPE_UNSUPPORTED');
  const reader = (request.body as ReadableStream<Uint8Array> | null)?.getReader();
  if (reader === undefined) return new Uint8Array();
  const declared = Number(headers.get('content-length') ?? 0);
  if (declared > bodyLimit) throw new BodyTooLarge(drain(reader));

  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw errorOf('BODY_MALFORMED', { cause });
    });
    if (done) return Buffer.concat(chunks);
    length += value.byteLength;
    if (length > bodyLimit) throw new BodyTooLarge(drain(reader));
    chunks.push(value);
  }
}

function isEncoded(contentEncoding: string | null): boolean {
  return !['', 'identity'].includes((contentEncoding ?? '').toLowerCase());
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;

/**
 * Takes in what the sender still sends, for a moment. A connection that is closed with unread bytes is
 * reset, and the reset can overtake the answer.
 */
async function drain(reader: Reader): Promise<void> {
  const timer = setTimeout(
    () => void reader.cancel().catch(() => undefined),
    lingering.milliseconds,
  );
  timer.unref();
  try {
    for (let length = 0; length < lingering.bytes;) {
      const { done, value } = await reader.read();
      if (done) return;
      length += value.byteLength;
    }
    await reader.cancel();
  } catch {
    // The sender has gone, which is as good.
  } finally {
    clearTimeout(timer);
  }
}
