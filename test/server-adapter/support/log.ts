import { type AdapterLogger } from '@beta-app/server-adapter';

export interface LogLine {
  level: 'info' | 'warn' | 'error';
  message: string;
  facts: Record<string, unknown>;
}

/** A logger whose lines a test can read. */
export function recordingLogger(): { log: LogLine[]; logger: AdapterLogger } {
  const log: LogLine[] = [];
  const at = (level: LogLine['level']) => (facts: object, message: string) => {
    log.push({ level, message, facts: { ...facts } });
  };
  return { log, logger: { info: at('info'), warn: at('warn'), error: at('error') } };
}
