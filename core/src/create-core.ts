import {
  addApplicationSchema,
  betaAppEditSchema,
  changeApplicationSchema,
  copyBetaAppSchema,
  createBetaAppSchema,
  pauseBetaAppSchema,
  removeApplicationSchema,
  updateBetaAppSchema,
  withdrawingEditSchema,
} from './contract/beta-app.js';
import { saveStoresSchema } from './contract/beta-app-stores.js';
import { syncDirectorySchema } from './contract/directory-sync.js';
import { type Context } from './context.js';
import { type Core, type CoreOptions } from './core.js';
import { openDatabase } from './database/database.js';
import { listBetaAppHistory } from './history/list-beta-app-history.js';
import { listHistoryStores } from './history/list-history-stores.js';
import { listStoreHistory } from './history/list-store-history.js';
import { checkHealth } from './reads/check-health.js';
import { getBetaApp } from './reads/get-beta-app.js';
import { getTimeline } from './reads/get-timeline.js';
import { listApplications } from './reads/list-applications.js';
import { listBetaApps } from './reads/list-beta-apps.js';
import { listBetaAppStores } from './reads/list-beta-app-stores.js';
import { listBranches } from './reads/list-branches.js';
import { listStores } from './reads/list-stores.js';
import { listStoresOfVersion } from './reads/list-stores-of-version.js';
import { lookUpVersions } from './versions/look-up-versions.js';
import { translateSave } from './writes/store-changes.js';
import { storableText } from './writes/storable-text.js';
import { writer } from './writes/writer.js';

/**
 * Creates what reads and writes the beta apps of a database. It asks nothing of the database yet, and keeps
 * nothing to be closed: make one for each transaction if you like.
 */
export function createCore(options: CoreOptions): Core {
  const { sql, schema, logger, zone = 'Asia/Jakarta', prepare = true } = options;
  const context: Context = { zone, database: openDatabase({ sql, schema, logger, prepare }) };
  return {
    listBetaApps: (input, readOptions) => listBetaApps(context, input, readOptions),
    getTimeline: (input) => getTimeline(context, input),
    getBetaApp: (input) => getBetaApp(context, input),
    createBetaApp: writer(context, 'createBetaApp', createBetaAppSchema),
    copyBetaApp: writer(context, 'copyBetaApp', copyBetaAppSchema),
    updateBetaApp: writer(context, 'updateBetaApp', updateBetaAppSchema),
    pauseBetaApp: writer(context, 'pauseBetaApp', pauseBetaAppSchema),
    resumeBetaApp: writer(context, 'resumeBetaApp', withdrawingEditSchema),
    endBetaApp: writer(context, 'endBetaApp', betaAppEditSchema),
    cancelBetaApp: writer(context, 'cancelBetaApp', betaAppEditSchema),
    promoteBetaApp: writer(context, 'promoteBetaApp', betaAppEditSchema),
    addApplication: writer(context, 'addApplication', addApplicationSchema),
    changeApplication: writer(context, 'changeApplication', changeApplicationSchema),
    removeApplication: writer(context, 'removeApplication', removeApplicationSchema),
    listBetaAppStores: (input) => listBetaAppStores(context, input),
    saveStores: writer(context, 'saveStores', saveStoresSchema, translateSave),
    listBranches: (input) => listBranches(context, input),
    listApplications: (input) => listApplications(context, input),
    listStores: (input) => listStores(context, input),
    syncDirectory: writer(context, 'syncDirectory', syncDirectorySchema, storableText),
    lookUpVersions: (input) => lookUpVersions(context, input),
    listStoresOfVersion: (input) => listStoresOfVersion(context, input),
    listBetaAppHistory: (input) => listBetaAppHistory(context, input),
    listHistoryStores: (input) => listHistoryStores(context, input),
    listStoreHistory: (input) => listStoreHistory(context, input),
    checkHealth: () => checkHealth(context),
  };
}
