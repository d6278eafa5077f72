import { startServer } from '@beta-app/server-adapter';
import { authenticate } from '../../../server-adapter/support/auth-everybody.js';

/** Serves the API in a process of its own, without a log, and tells its port. */
const [databaseUrl = ''] = process.argv.slice(2);
const server = await startServer({ databaseUrl, port: 0, authenticate, authorize: () => true });
process.on('disconnect', () => void server.stop());
process.send?.(server.port);
