/**
 * Store versions as OpenFeature flags.
 *
 * @module @beta-app/core/openfeature
 */

export { createVersionProvider } from './openfeature/version-provider.js';
