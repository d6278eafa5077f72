/**
 * The HTTP API over core, as a handler, a listener and a server of its own.
 *
 * @module @beta-app/server-adapter
 */

export { type Authenticate } from './access/authenticate.js';
export { type Action, type Authorize } from './access/authorize.js';
export { createHandler, type Handler, type HandlerOptions } from './handler.js';
export { type AdapterLogger } from './logging/logger.js';
export { createNodeListener, type NodeListener } from './node-listener.js';
export { type RunningServer, type ServerOptions, startServer } from './server/start-server.js';
