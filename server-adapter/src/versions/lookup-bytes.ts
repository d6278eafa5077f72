import { type VersionResolver } from '@beta-app/core';
import { lookupLimits, type StoreVersion } from '@beta-app/core/contract';
import { envelopeText } from '../response/envelope.js';
import { type CodeList } from './json-reader.js';
import { KeptStores } from './kept-stores.js';
import { lookupEnd, lookupStart, storeEnd, storeText, versionText } from './lookup-text.js';
import { type QuickQuestion } from './quick-question.js';

/** So many stores are remembered; beyond that, memory would be spent on what nobody asks twice. */
const mostKept = 20_000;

/** The largest number of a question that can be written down. */
const mostAsked = 2 ** 32 - 1;

/**
 * Writes which version of an application stores run now, as the whole answer over HTTP. Undefined if one of the stores or
 * the application isn't known.
 */
export type LookupBytes = (
  question: QuickQuestion,
  allocate: (length: number) => Buffer,
) => Buffer | undefined;

/**
 * Creates what writes the answers of a resolver quickly: their bytes are put together from those of stores and of versions,
 * which are kept. They are the same as those of `lookupText`.
 */
export function createLookupBytes(versions: VersionResolver): LookupBytes {
  const first = lookupStart(null);
  const [before = '', after = ''] = envelopeText(200, first + lookupEnd).split(first);
  const start = Buffer.from(before + first);
  const end = Buffer.from(after);
  const kept = new KeptStores(mostKept);
  /** By application and number of the store. */
  const keptVersions = new Map<string, Uint8Array[]>();
  const texts = new Map<StoreVersion, Uint8Array>();
  /** What is kept holds for this revision. */
  let revision = versions.revision;
  /** The number of the last question that a store was in: an answer has each store once. */
  const lastAsked = new Uint32Array(mostKept);
  let asked = 0;
  /** The stores of a question. */
  const numbers = new Int32Array(lookupLimits.stores);

  function forget(): void {
    kept.clear();
    keptVersions.clear();
    texts.clear();
    revision = versions.revision;
  }

  /** The store's number; -1 if it isn't known. */
  function keepStore(bytes: Uint8Array, application: string): number {
    const number = kept.find(bytes, 0, bytes.length);
    if (number >= 0) return number;
    const store = String.fromCharCode(...bytes);
    const [found] = versions.lookUp({ store, application }).stores;
    return found?.store ? kept.add(bytes, Buffer.from(storeText(found))) : -1;
  }

  function textOf(bytes: Uint8Array, application: string): Uint8Array | undefined {
    const version = versions.resolve(String.fromCharCode(...bytes), application);
    if (version.application.name === null) return undefined;
    let text = texts.get(version);
    if (text === undefined) {
      text = Buffer.from(`${versionText(version)}${storeEnd},`);
      texts.set(version, text);
    }
    return text;
  }

  /** Finds what the stores of a question are written of, and tells how many they are and how long it gets. */
  function collect(
    { stores, application }: QuickQuestion,
    versionTexts: Uint8Array[],
  ): { found: number; length: number } | undefined {
    asked += 1;
    if (asked > mostAsked) {
      lastAsked.fill(0);
      asked = 1;
    }
    kept.findAll(stores, numbers);
    let length = 0;
    let found = 0;
    for (let index = 0; index < stores.count; index += 1) {
      let number = numbers[index] ?? -1;
      if (number < 0) number = keepStore(codeAt(stores, index), application);
      if (number < 0) return undefined;
      if (lastAsked[number] === asked) continue;
      lastAsked[number] = asked;
      let text = versionTexts[number];
      if (text === undefined) {
        text = textOf(codeAt(stores, index), application);
        if (text === undefined) return undefined;
        versionTexts[number] = text;
      }
      numbers[found] = number;
      found += 1;
      length += kept.textLengthAt(number) + text.length;
    }
    return { found, length };
  }

  function fill(answer: Buffer, found: number, versionTexts: readonly Uint8Array[]): void {
    kept.fetchTexts(numbers.subarray(0, found));
    answer.set(start);
    let at = start.length;
    for (const number of numbers.subarray(0, found)) {
      const store = kept.textAt(number);
      answer.set(store, at);
      at += store.length;
      const version = versionTexts[number] ?? nothing;
      answer.set(version, at);
      at += version.length;
    }
    // In place of the last comma.
    answer.set(end, at - 1);
  }

  return (question, allocate) => {
    if (revision !== versions.revision || !kept.hasRoomFor(question.stores.count)) forget();
    const versionTexts = keptVersions.get(question.application) ?? emptyList();
    const collected = collect(question, versionTexts);
    if (collected === undefined) return undefined;
    keptVersions.set(question.application, versionTexts);
    const { found, length } = collected;
    const answer = allocate(start.length + length - 1 + end.length);
    fill(answer, found, versionTexts);
    return answer;
  };
}

const codeAt = ({ bytes, places }: CodeList, index: number) =>
  bytes.subarray(places[2 * index], places[2 * index + 1]);

const nothing = new Uint8Array(0);

/** In full length at once: a list that grows here and there becomes a slow one. */
const emptyList = () => new Array<Uint8Array>(mostKept);
