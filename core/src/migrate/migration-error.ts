/** Why the schema can't be brought up to date. */
export type MigrationErrorCode =
  /** The database's encoding isn't UTF8. */
  | 'ENCODING_UNSUPPORTED'
  /** The schema was migrated by a newer version of this package. */
  | 'SCHEMA_NEWER'
  /** A script that was applied differs from the one in this package. */
  | 'MIGRATION_CHANGED'
  /** The role that is to serve doesn't exist. */
  | 'ROLE_UNKNOWN'
  /** A script ended without its row in the journal. */
  | 'MIGRATION_INCOMPLETE';

/** The schema can't be brought up to date; nothing of the failed step is left behind. */
export class MigrationError extends Error {
  readonly code: MigrationErrorCode;

  constructor(code: MigrationErrorCode, message: string) {
    super(message);
    this.name = 'MigrationError';
    this.code = code;
  }
}
