import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { createNodeListener, type Handler } from '@beta-app/server-adapter';

export interface Listening {
  port: number;
  url: string;
  close(): Promise<void>;
}

/** Puts a handler behind a real socket. */
export async function listenWith(handler: Handler): Promise<Listening> {
  const listener = createNodeListener(handler);
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

export interface RawConnection {
  socket: Socket;
  /** Settles with everything received, once the other side has closed. */
  received: Promise<string>;
  /** The code of the error that ended it, if one did. */
  fault: () => string | undefined;
}

/** Opens a plain connection, to send what no HTTP client would. */
export async function openRaw(port: number): Promise<RawConnection> {
  const socket = connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  let fault: string | undefined;
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.on('error', (error: NodeJS.ErrnoException) => (fault = error.code));
  const received = new Promise<string>((resolve) => {
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
  });
  await once(socket, 'connect');
  return { socket, received, fault: () => fault };
}
