import { type OperationId } from '@beta-app/core/contract';

/** What a reader of the document is told of an operation. */
export interface OperationText {
  summary: string;
  /** The name of what it answers; the same name means the same shape. */
  answer: string;
}

export const operationTexts: Readonly<Record<OperationId, OperationText>> = {
  listBetaApps: {
    summary: "List beta apps: the actor's own first, then by start, newest first",
    answer: 'BetaAppPage',
  },
  getTimeline: {
    summary: 'Read which beta apps touch some days, which of them meet, and which days are free',
    answer: 'Timeline',
  },
  copyBetaApp: {
    summary: 'Create a beta app with the applications and open stores of another one',
    answer: 'BetaApp',
  },
  createBetaApp: { summary: 'Create a beta app that the actor owns', answer: 'BetaApp' },
  getBetaApp: { summary: 'Read a beta app with its applications and counts', answer: 'BetaApp' },
  updateBetaApp: { summary: 'Change name, period or owner', answer: 'BetaApp' },
  pauseBetaApp: {
    summary: 'Pause a beta app, its stores keeping or dropping the beta versions',
    answer: 'BetaApp',
  },
  resumeBetaApp: { summary: 'End a pause', answer: 'BetaApp' },
  endBetaApp: { summary: 'Make today the last day', answer: 'BetaApp' },
  cancelBetaApp: { summary: 'Stop a beta app at once', answer: 'BetaApp' },
  promoteBetaApp: {
    summary: 'Make the beta versions the production versions, and end the beta app',
    answer: 'BetaApp',
  },
  addApplication: { summary: 'Add an application in its beta version', answer: 'BetaApp' },
  changeApplication: {
    summary: 'Change the beta version or the notes of an application',
    answer: 'BetaApp',
  },
  removeApplication: { summary: 'Take an application out of a beta app', answer: 'BetaApp' },
  listBetaAppStores: {
    summary: 'List the stores of a beta app, registered or not',
    answer: 'BetaAppStorePage',
  },
  saveStores: {
    summary: 'Register and withdraw stores, merged with what others saved since',
    answer: 'SavedStores',
  },
  listBranches: { summary: 'List the branches, with counts of stores', answer: 'BranchList' },
  listApplications: {
    summary: 'List the applications that can be registered',
    answer: 'ApplicationPage',
  },
  listStores: {
    summary: 'List the stores, open and closed, the one whose code was typed first',
    answer: 'StorePage',
  },
  lookUpVersions: {
    summary: 'Say which versions stores run, or ran at a moment, why, since when, and what before',
    answer: 'VersionLookup',
  },
  lookUpManyVersions: {
    summary: 'Say the same of more stores than an address has room for',
    answer: 'VersionLookup',
  },
  listStoresOfVersion: {
    summary: 'List the open stores that run a version of an application, or ran it at a moment',
    answer: 'StoresOfVersionPage',
  },
  listBetaAppHistory: {
    summary: 'List what happened to a beta app, newest first: who, when, what, before and after',
    answer: 'HistoryPage',
  },
  listHistoryStores: {
    summary: 'List all stores of one event in the history of a beta app',
    answer: 'HistoryStorePage',
  },
  listStoreHistory: {
    summary:
      'List what happened to a store, newest first: who registered and withdrew it, and syncs',
    answer: 'HistoryPage',
  },
};
