/** Makes a key that no other call has, on pages without a secure context as well. */
export function createIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Keeps one idempotency key as long as the same thing is tried, so that trying again after a lost
 * connection saves once.
 */
export class RetryKey {
  #content = '';
  #key = '';

  /** The key for a call with this input: the former one while the input is the same. */
  for(input: unknown): string {
    const content = JSON.stringify(input);
    if (this.#key === '' || content !== this.#content) {
      this.#content = content;
      this.#key = createIdempotencyKey();
    }
    return this.#key;
  }

  /** The call has succeeded: doing the same once more is a new call. */
  used(): void {
    this.#key = '';
  }
}
