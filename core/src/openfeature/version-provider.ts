import {
  ErrorCode,
  type EvaluationContext,
  type FlagMetadata,
  type FlagValue,
  OpenFeatureEventEmitter,
  type Provider,
  type ResolutionDetails,
  ServerProviderEvents,
  StandardResolutionReasons,
} from '@openfeature/server-sdk';
import { type StoreVersion } from '../contract/version-lookup.js';
import { isBetaAppError } from '../errors.js';
import {
  type VersionResolver,
  type VersionResolverEvent,
} from '../versions/resolver/version-resolver.js';

/**
 * Creates an OpenFeature provider that answers which version a store runs now: the flag's key is an application's code,
 * the targeting key a store's, the value the version as a string.
 *
 * Variants are `beta`, with reason `TARGETING_MATCH`, and `production`, with `DEFAULT`; while the database is silent for
 * longer than the resolver allows, the reason is `STALE`. An application that nobody knows is `FLAG_NOT_FOUND`, a store
 * that nobody knows `INVALID_CONTEXT`, a flag asked for as anything but a string `TYPE_MISMATCH`; where no version has been
 * recorded, the default value is answered. The metadata tell the reason's code, since when, the version before and the
 * beta app.
 *
 * The resolver stays yours: closing the provider doesn't close it.
 */
export function createVersionProvider(resolver: VersionResolver): Provider {
  const events = new OpenFeatureEventEmitter();
  const stop = resolver.subscribe((event) => tell(events, event));
  const mismatch = <Value extends FlagValue>(defaultValue: Value) =>
    Promise.resolve(failure(defaultValue, ErrorCode.TYPE_MISMATCH, 'A version is a string'));
  return {
    metadata: { name: 'beta-app-versions' },
    runsOn: 'server',
    events,
    initialize: () => resolver.ready(),
    onClose: () => {
      stop();
      return Promise.resolve();
    },
    resolveStringEvaluation: (flag, defaultValue, context) =>
      Promise.resolve(resolveVersion(resolver, flag, defaultValue, context)),
    resolveBooleanEvaluation: (_flag, defaultValue) => mismatch(defaultValue),
    resolveNumberEvaluation: (_flag, defaultValue) => mismatch(defaultValue),
    resolveObjectEvaluation: (_flag, defaultValue) => mismatch(defaultValue),
  };
}

function resolveVersion(
  resolver: VersionResolver,
  flag: string,
  defaultValue: string,
  { targetingKey }: EvaluationContext,
): ResolutionDetails<string> {
  if (targetingKey === undefined || targetingKey === '') {
    return failure(defaultValue, ErrorCode.TARGETING_KEY_MISSING, 'It is the code of a store');
  }
  const answer = resolve(resolver, targetingKey.toUpperCase(), flag.toUpperCase());
  if (answer === null) return failure(defaultValue, ErrorCode.PROVIDER_NOT_READY, 'Not loaded yet');
  const { version, channel, reason } = answer;
  const flagMetadata = metadataOf(answer);
  if (reason.code === 'application_unknown') {
    return failure(defaultValue, ErrorCode.FLAG_NOT_FOUND, `No application ${flag}`, flagMetadata);
  }
  if (reason.code === 'store_unknown') {
    const message = `No store ${targetingKey}`;
    return failure(defaultValue, ErrorCode.INVALID_CONTEXT, message, flagMetadata);
  }
  if (version === null || channel === null) {
    return { value: defaultValue, reason: StandardResolutionReasons.DEFAULT, flagMetadata };
  }
  return { value: version, variant: channel, reason: reasonOf(resolver, channel), flagMetadata };
}

function resolve(
  resolver: VersionResolver,
  store: string,
  application: string,
): StoreVersion | null {
  try {
    return resolver.resolve(store, application);
  } catch (cause) {
    if (isBetaAppError(cause, 'DATABASE_UNAVAILABLE')) return null;
    throw cause;
  }
}

function reasonOf(resolver: VersionResolver, channel: 'beta' | 'production') {
  if (resolver.freshness().stale) return StandardResolutionReasons.STALE;
  return channel === 'beta'
    ? StandardResolutionReasons.TARGETING_MATCH
    : StandardResolutionReasons.DEFAULT;
}

/** Metadata are flat, and leave out what there isn't. */
function metadataOf({ reason, since, previous, betaApp }: StoreVersion): FlagMetadata {
  return {
    reason: reason.code,
    ...(since !== null && { since }),
    ...(previous !== null && { previousVersion: previous.version }),
    ...(betaApp !== null && { betaAppId: betaApp.id, betaAppName: betaApp.name }),
  };
}

function failure<Value extends FlagValue>(
  value: Value,
  errorCode: ErrorCode,
  errorMessage: string,
  flagMetadata: FlagMetadata = {},
): ResolutionDetails<Value> {
  const reason = StandardResolutionReasons.ERROR;
  return { value, reason, errorCode, errorMessage, flagMetadata };
}

function tell(events: OpenFeatureEventEmitter, event: VersionResolverEvent): void {
  switch (event.type) {
    case 'changed':
      events.emit(ServerProviderEvents.ConfigurationChanged, {
        flagsChanged: [...event.applications],
      });
      break;
    case 'stale':
      events.emit(ServerProviderEvents.Stale, { message: 'The database is silent' });
      break;
    case 'fresh':
      events.emit(ServerProviderEvents.Ready);
      break;
    case 'ready':
      // The SDK tells it when `initialize` settles.
      break;
  }
}
