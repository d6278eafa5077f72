import { Agent, get } from 'node:http';
import { type BetaAppStorePage } from '@beta-app/core/contract';

/** What reading all pages of a list gave. */
export interface ReadPages {
  /** The milliseconds from each request to its last byte; taking the answer apart doesn't count. */
  milliseconds: number;
  bytes: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** Reads page after page over one kept connection; throws unless that many stores came. */
export async function readPages(address: string, expected: number): Promise<ReadPages> {
  const read = { milliseconds: 0, bytes: 0 };
  let count = 0;
  let cursor: string | null = '';
  while (cursor !== null) {
    const query: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const start = performance.now();
    const answer = await bytesOf(address + query);
    read.milliseconds += performance.now() - start;
    read.bytes += answer.byteLength;
    const { data } = JSON.parse(answer.toString()) as { data: BetaAppStorePage };
    count += data.items.length;
    cursor = data.nextCursor;
  }
  if (count !== expected) throw new Error(`${String(count)} stores, not ${String(expected)}`);
  return read;
}

function bytesOf(address: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(address, { agent }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        resolve(Buffer.concat(chunks));
      });
    }).on('error', reject);
  });
}
