import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';

/** Answers every request with one answer and a new id: what `node:http` itself needs to send those headers and bytes. */
const [file = ''] = process.argv.slice(2);
const { headers, text } = JSON.parse(readFileSync(file, 'utf8')) as {
  headers: Record<string, string>;
  text: string;
};
const body = Buffer.from(text);

const list = Object.entries(headers)
  .filter(([name]) => name !== 'x-request-id')
  .flat();

function send(outgoing: ServerResponse): void {
  outgoing.writeHead(200, [...list, 'X-Request-Id', randomUUID()]).end(body);
}

function answer(incoming: IncomingMessage, outgoing: ServerResponse): void {
  if (incoming.method === 'GET') {
    send(outgoing);
    return;
  }
  const chunks: Buffer[] = [];
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
  incoming.on('end', () => {
    Buffer.concat(chunks);
    send(outgoing);
  });
}

const server = createServer(answer);
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => server.close());
