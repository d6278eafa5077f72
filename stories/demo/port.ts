import { once } from 'node:events';
import { createServer } from 'node:net';

/** The port is taken. */
export class PortInUseError extends Error {
  constructor(port: number) {
    super(`Port ${port} is in use. Choose another one: PORT=${port + 1} npm start`);
    this.name = 'PortInUseError';
  }
}

/** Throws `PortInUseError` if nobody could listen on that port of this machine now. */
export async function assertPortIsFree(port: number): Promise<void> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw new PortInUseError(port);
    throw error;
  }
  server.close();
  await once(server, 'close');
}
