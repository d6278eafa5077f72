import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';

/** A line to a database that can be broken within an answer. */
export interface BreakingLine {
  /** The address of the database by this line. */
  url: string;
  /** Breaks it behind the next row that the database answers. */
  breakAfterRow(): void;
  close(): Promise<void>;
}

const dataRow = 'D'.charCodeAt(0);

/** Opens a line to the database at an address. */
export async function openBreakingLine(databaseUrl: string): Promise<BreakingLine> {
  const target = new URL(databaseUrl);
  let isToBreak = false;
  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname);
    client.on('error', () => database.destroy());
    database.on('error', () => client.destroy());
    client.pipe(database);
    database.on('close', () => client.destroy());
    client.on('close', () => database.destroy());
    database.on('data', (chunk: Buffer) => {
      const end = isToBreak ? endOfRow(chunk) : undefined;
      if (end === undefined) {
        client.write(chunk);
        return;
      }
      isToBreak = false;
      client.write(chunk.subarray(0, end), () => client.destroy());
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    breakAfterRow: () => {
      isToBreak = true;
    },
    close: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}

/** Where the first row of some messages ends, which are whole. */
function endOfRow(messages: Buffer): number | undefined {
  for (let at = 0; at + 5 <= messages.length;) {
    const end = at + 1 + messages.readUInt32BE(at + 1);
    if (messages[at] === dataRow) return end;
    at = end;
  }
  return undefined;
}
