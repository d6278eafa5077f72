import { once } from 'node:events';
import { createServer } from 'node:net';

/** The port is taken, by another demo or by anything else. */
export class PortInUseError extends Error {
  constructor(port: number, isDemo: boolean) {
    super(
      isDemo
        ? `The demo runs already, at http://localhost:${port}/beta-app. Stop it before you start it again.`
        : `Port ${port} is in use. Choose another one: PORT=${port + 1} npm start`,
    );
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
    throw await explainListening(error, port);
  }
  server.close();
  await once(server, 'close');
}

/** Gives what to throw in place of what listening threw: a `PortInUseError` if it was that. */
export async function explainListening(error: unknown, port: number): Promise<unknown> {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') return error;
  return new PortInUseError(port, await isDemo(port));
}

/** Whether a demo answers there. */
async function isDemo(port: number): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(1_000);
    const answer = await fetch(`http://127.0.0.1:${port}/beta-app`, { signal });
    return (await answer.text()).includes('<beta-app-editor');
  } catch {
    return false;
  }
}
