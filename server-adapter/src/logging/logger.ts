/** What the adapter needs of a logger; pino and console both fit. */
export interface AdapterLogger {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** A logger that says nothing. */
export const silentLogger: AdapterLogger = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
