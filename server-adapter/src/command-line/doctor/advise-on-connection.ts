import { codeOf } from '../describe-failure.js';

/** Says where to look when a database can't be used, by what it or the network answered. */
export function adviseOnConnection(error: unknown): string {
  switch (codeOf(error)) {
    case '28P01': // invalid_password
    case '28000': // invalid_authorization_specification
      return "Check user and password, and whether the server's pg_hba.conf lets them in from here.";
    case '3D000': // invalid_catalog_name
      return "Check the database's name at the end of the address, or create it.";
    case '53300': // too_many_connections
      return 'Close connections that nobody uses, or raise max_connections.';
    default:
      return 'Check host and port, whether the server is up, and whether it can be reached from here.';
  }
}
