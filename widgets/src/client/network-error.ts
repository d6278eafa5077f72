/** No usable answer: the server can't be reached, or took too long. The call may have had its effect. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';

  constructor(
    /** Whether the time ran out. */
    readonly timedOut: boolean,
    options?: ErrorOptions,
  ) {
    super(timedOut ? 'The server did not answer in time.' : 'The server is out of reach.', options);
  }
}
