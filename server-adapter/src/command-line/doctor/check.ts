import { type Pool } from '../../server/pool.js';

export type CheckStatus = 'ok' | 'warning' | 'failure';

/** What one look at the database found. */
export interface CheckResult {
  name: string;
  status: CheckStatus;
  message: string;
  /** What to do about it; absent if all is well. */
  advice?: string;
}

/** What a check looks at. */
export interface Patient {
  sql: Pool;
  schema: string;
}

export interface Check {
  name: string;
  look(patient: Patient): Promise<Omit<CheckResult, 'name'>>;
}
