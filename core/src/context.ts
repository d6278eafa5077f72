import { type TimeZone } from './contract/directory.js';
import { type Database } from './database/database.js';

/** What every operation works with. */
export interface Context {
  readonly database: Database;
  /** The zone whose date decides the state in lists. */
  readonly zone: TimeZone;
}
