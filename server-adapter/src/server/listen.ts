import { once } from 'node:events';
import { type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

export interface ListeningServer {
  readonly port: number;
  /** Closes the port and every connection. */
  close(): Promise<void>;
}

/** Opens the port; throws if it is taken. */
export async function listen(server: Server, port: number, host: string): Promise<ListeningServer> {
  // A body of 1 MiB takes 30 s over 300 kbit/s; whoever is slower than that occupies a connection.
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  server.listen(port, host);
  await once(server, 'listening');
  const { port: actual } = server.address() as AddressInfo;
  return {
    port: actual,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
