/** What the process ends with; part of the documented interface. */
export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 2,
  /** Saved, but some lines of the file were refused. */
  linesRefused: 3,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
