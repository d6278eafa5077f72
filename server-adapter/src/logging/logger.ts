/** What the adapter needs of a logger; pino and console both fit. */
export interface AdapterLogger {
  /** A request was answered, or the like. */
  info(facts: object, message: string): void;
  /** Something went wrong that may pass: the database is away, or a statement was tried again. */
  warn(facts: object, message: string): void;
  /** Something went wrong that somebody should look into, with its cause. */
  error(facts: object, message: string): void;
}

/** A logger that says nothing. */
export const silentLogger: AdapterLogger = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
