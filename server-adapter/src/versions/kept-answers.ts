import { isAscii } from 'node:buffer';
import { type VersionResolver } from '@beta-app/core';
import { tagOf } from '../response/entity-tag.js';
import { codeListOf } from './json-reader.js';
import { type LookupBytes } from './lookup-bytes.js';
import { questionOfQuery } from './quick-question.js';

/** So many are remembered; beyond that, memory would be spent on what nobody asks twice. */
const mostKept = 20_000;

/** An answer as it is sent. */
export interface KeptAnswer {
  /** A text only if it is ASCII: that is sent together with the headers, in two thirds of the time. */
  body: string | Buffer;
  /** In bytes. */
  length: number;
  tag: string;
}

/** Finds the answer to a usual question in an address, as it stands behind the question mark. */
export type KeptAnswers = (query: string) => KeptAnswer | undefined;

/** Creates what remembers answers until one of the resolver's is another. */
export function createKeptAnswers(versions: VersionResolver, write: LookupBytes): KeptAnswers {
  const kept = new Map<string, KeptAnswer>();
  let revision = versions.revision;
  return (query) => {
    if (revision !== versions.revision || kept.size >= mostKept) {
      kept.clear();
      revision = versions.revision;
    }
    const known = kept.get(query);
    if (known !== undefined) return known;
    const question = questionOfQuery(query);
    if (question === undefined) return undefined;
    const { store, application } = question;
    const bytes = write({ stores: codeListOf(store), application }, allocate);
    if (bytes === undefined) return undefined;
    const body = isAscii(bytes) ? bytes.toString('latin1') : bytes;
    const answer = { body, length: bytes.length, tag: tagOf(bytes) };
    kept.set(query, answer);
    return answer;
  };
}

const allocate = (length: number): Buffer => Buffer.allocUnsafe(length);
