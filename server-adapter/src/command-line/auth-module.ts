import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Authenticate } from '../access/authenticate.js';
import { type Authorize } from '../access/authorize.js';
import { reasonOf } from './describe-failure.js';
import { UsageError } from './failures.js';

export interface AuthModule {
  authenticate: Authenticate;
  authorize: Authorize | undefined;
}

/**
 * Imports the file that says who is who and who may do what. Throws `UsageError` if it doesn't, and names it where it
 * can't be imported.
 */
export async function importAuthModule(file: string): Promise<AuthModule> {
  const { authenticate, authorize } = await importFile(file);
  if (typeof authenticate !== 'function') {
    throw new UsageError(`${file} has to export a function authenticate`);
  }
  if (authorize !== undefined && typeof authorize !== 'function') {
    throw new UsageError(`What ${file} exports as authorize has to be a function`);
  }
  return {
    authenticate: authenticate as Authenticate,
    authorize: authorize as Authorize | undefined,
  };
}

async function importFile(file: string): Promise<Record<string, unknown>> {
  try {
    return (await import(pathToFileURL(path.resolve(file)).href)) as Record<string, unknown>;
  } catch (cause) {
    throw new Error(`${file} can't be imported: ${reasonOf(cause)}`, { cause });
  }
}
