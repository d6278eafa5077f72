import { once } from 'node:events';
import { spawnCommand } from './server-process.js';

export interface CommandResult {
  code: number | null;
  output: string;
  errors: string;
}

/** Runs the command line as its own process until it ends. */
export async function runCommand(
  args: string[],
  environment: Record<string, string> = {},
  input = '',
): Promise<CommandResult> {
  const child = spawnCommand(args, environment);
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => {
    output.push(chunk);
    // As slow as a reader may be: a pipe holds no more than this.
    child.stdout.pause();
    setTimeout(() => child.stdout.resume(), 20);
  });
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  // It may well end before it has read what there is.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  return {
    code,
    output: Buffer.concat(output).toString(),
    errors: Buffer.concat(errors).toString(),
  };
}
