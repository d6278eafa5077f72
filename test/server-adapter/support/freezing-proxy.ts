import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface FreezingProxy {
  /** The same database, through the proxy. */
  url: string;
  /** How many connections were made so far. */
  readonly accepted: number;
  /** How many of them stand. */
  readonly standing: number;
  /** Lets nothing through any more, and closes nothing. */
  freeze(): void;
  /** Lets through what has piled up, and what comes. */
  thaw(): void;
  /** Breaks all connections off and takes no new ones, until `open`. */
  cut(): Promise<void>;
  open(): Promise<void>;
  close(): Promise<void>;
}

/** Stands between a client and a database, as a network does. */
export async function startFreezingProxy(databaseUrl: string): Promise<FreezingProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let frozen = false;
  let accepted = 0;
  const server = createServer((client) => {
    accepted += 1;
    const database = connect(Number(target.port), target.hostname);
    for (const [from, to] of [
      [client, database],
      [database, client],
    ] as const) {
      sockets.add(from);
      if (frozen) from.pause();
      from.on('data', (chunk) => to.write(chunk));
      from.on('error', () => undefined);
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(port);

  const cut = async () => {
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return {
    url: url.href,
    get accepted() {
      return accepted;
    },
    get standing() {
      return sockets.size / 2;
    },
    freeze: () => {
      frozen = true;
      for (const socket of sockets) socket.pause();
    },
    thaw: () => {
      frozen = false;
      for (const socket of sockets) socket.resume();
    },
    cut,
    open: () => listen(port),
    close: () => (server.listening ? cut() : Promise.resolve()),
  };
}
