/**
 * Sends an answer whole and at once, but ends it only after `until`, so that the server doesn't close the
 * connection before the sender has stopped sending.
 */
export async function lingeringResponse(answer: Response, until: Promise<void>): Promise<Response> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const headers = new Headers(answer.headers);
  headers.set('Content-Length', String(bytes.byteLength));
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  void writer
    .write(bytes)
    .then(() => until)
    .then(() => writer.close())
    .catch(() => undefined);
  return new Response(readable, { status: answer.status, headers });
}
