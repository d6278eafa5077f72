import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A line to a server that a test can freeze and cut, down in TCP. */
export interface UnsteadyLine {
  readonly port: number;
  /** Whether anything is lost: nothing passes until it is thawed, and connections stay open. */
  freeze(): void;
  thaw(): void;
  /** Ends all connections at once, and refuses new ones until it is mended. */
  cut(): void;
  mend(): void;
  /** Lets requests pass and loses their answers: the connections end when the first byte comes back. */
  loseAnswers(): void;
  close(): Promise<void>;
}

export async function openLine(target: { host: string; port: number }): Promise<UnsteadyLine> {
  const sockets = new Set<Socket>();
  let state: 'fine' | 'frozen' | 'cut' | 'deaf' = 'fine';

  const server = createServer((inside) => {
    if (state === 'cut') {
      inside.destroy();
      return;
    }
    const outside = connect(target);
    const both = [inside, outside];
    for (const socket of both) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        for (const other of both) other.destroy();
      });
      if (state === 'frozen') socket.pause();
    }
    inside.on('data', (bytes) => outside.write(bytes));
    outside.on('data', (bytes) => {
      if (state === 'deaf') inside.destroy();
      else inside.write(bytes);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    port: (server.address() as { port: number }).port,
    freeze: () => {
      state = 'frozen';
      for (const socket of sockets) socket.pause();
    },
    thaw: () => {
      state = 'fine';
      for (const socket of sockets) socket.resume();
    },
    cut: () => {
      state = 'cut';
      for (const socket of sockets) socket.destroy();
    },
    mend: () => {
      state = 'fine';
    },
    loseAnswers: () => {
      state = 'deaf';
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
