import { BetaAppError, UnavailableError } from '@beta-app/core';

/** What a host is asked. */
type Question = 'authenticate' | 'authorize';

/** The host can't say now who sent a request, or what they may do, as while its store of sessions is away. */
export class HostFailed extends UnavailableError {
  constructor(
    readonly question: Question,
    cause: unknown,
  ) {
    super('SERVER_BUSY', { cause });
  }
}

/** Gives the host's answer to a question; throws `HostFailed` for whatever else than our errors it throws. */
export async function askHost<Answer>(
  question: Question,
  ask: () => Answer | Promise<Answer>,
): Promise<Answer> {
  try {
    return await ask();
  } catch (cause) {
    throw cause instanceof BetaAppError ? cause : new HostFailed(question, cause);
  }
}
