import { type VersionResolver } from '@beta-app/core';
import { type StoreVersion } from '@beta-app/core/contract';
import { tagOf } from '../response/entity-tag.js';
import { type LookupBytes } from './lookup-bytes.js';
import { questionOfQuery } from './quick-question.js';

/** So many are remembered; beyond that, memory would be spent on what nobody asks twice. */
const mostKept = 20_000;

/** The answer about one application of one store. */
interface KeptAnswer {
  store: string;
  application: string;
  version: StoreVersion;
  bytes: Buffer;
  tag: string;
}

/** Finds the answer to a usual question in an address, as it stands behind the question mark. */
export type KeptAnswers = (query: string) => Pick<KeptAnswer, 'bytes' | 'tag'> | undefined;

/** Creates what remembers answers until their versions change. */
export function createKeptAnswers(versions: VersionResolver, write: LookupBytes): KeptAnswers {
  const kept = new Map<string, KeptAnswer>();
  return (query) => {
    const known = kept.get(query);
    const question = known ?? questionOfQuery(query);
    if (question === undefined) return undefined;
    const { store, application } = question;
    const version = versions.resolve(store, application);
    if (known?.version === version) return known;
    const bytes = write({ stores: [store], application }, allocate);
    if (bytes === undefined) return undefined;
    const answer = { store, application, version, bytes, tag: tagOf(bytes) };
    if (kept.size >= mostKept) kept.clear();
    kept.set(query, answer);
    return answer;
  };
}

const allocate = (length: number): Buffer => Buffer.allocUnsafe(length);
