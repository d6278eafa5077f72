import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type BetaApp,
  type BranchList,
  type HistoryPage,
  type SavedStores,
} from '@beta-app/core/contract';
import { readAnswer } from './api.js';

/**
 * Registers the same stores in one beta app and withdraws them, save after save and each with a key of its own, and
 * knows what has been acknowledged.
 */
export class KeyedSaves {
  readonly #id: number;
  readonly #codes: readonly string[];
  /** Of the last save that is known to be done. */
  #revision: number;
  #registered = 0;
  /** The answer to the save that was sent last, if it came. */
  #acknowledged: SavedStores | undefined;
  /** The shortest time after which an answer has come, in milliseconds. */
  fastest = Infinity;

  constructor(id: number, revision: number, codes: readonly string[]) {
    this.#id = id;
    this.#revision = revision;
    this.#codes = codes;
  }

  get #registeredAfter(): number {
    return this.#codes.length - this.#registered;
  }

  /** Sends the next save, and says whether an answer came. */
  async send(url: string): Promise<boolean> {
    if (this.#acknowledged !== undefined) this.#goOn();
    const sent = performance.now();
    try {
      this.#acknowledged = await this.#save(url);
      this.fastest = Math.min(this.fastest, performance.now() - sent);
    } catch (error) {
      // What fetch throws when the connection breaks or can't be made.
      if (!(error instanceof TypeError)) throw error;
    }
    return this.#acknowledged !== undefined;
  }

  /** Sends save after save until one isn't answered. */
  async sendOn(url: string): Promise<void> {
    while (await this.send(url));
  }

  /** Looks at what has become of the last save, sends it again, and says what it was before. */
  async judge(url: string): Promise<'acknowledged' | 'saved' | 'not saved'> {
    const { revision, registeredStores } = await get<BetaApp>(url, `beta-apps/${this.#id}`);
    const isSaved = registeredStores === this.#registeredAfter;
    assert.ok(isSaved || registeredStores === this.#registered, 'all stores or none');
    assert.equal(revision, this.#revision + Number(isSaved), 'no other save');
    const acknowledged = this.#acknowledged;
    if (acknowledged !== undefined) assert.ok(isSaved, 'what was acknowledged is there');

    const answer = await this.#saveAgain(url);
    if (acknowledged !== undefined) assert.deepEqual(answer, acknowledged);
    assert.equal(answer.revision, this.#revision + 1, 'it was done once');
    assert.equal(answer.added, this.#registeredAfter);
    assert.equal(answer.removed, this.#registered);
    await this.#checkReads(url);
    this.#acknowledged = answer;
    if (acknowledged !== undefined) return 'acknowledged';
    return isSaved ? 'saved' : 'not saved';
  }

  async #checkReads(url: string): Promise<void> {
    const app = await get<BetaApp>(url, `beta-apps/${this.#id}`);
    assert.equal(app.revision, this.#revision + 1);
    assert.equal(app.registeredStores, this.#registeredAfter);
    const { items } = await get<BranchList>(url, `branches?betaApp=${this.#id}`);
    const counted = items.reduce((sum, { registered }) => sum + registered, 0);
    assert.equal(counted, this.#registeredAfter);
    const history = await get<HistoryPage>(url, `beta-apps/${this.#id}/history?limit=1`);
    const [event] = history.items;
    assert.equal(event?.revision, this.#revision + 1);
    assert.equal(event.stores?.registered, this.#registeredAfter);
    assert.equal(event.stores.withdrawn, this.#registered);
  }

  #goOn(): void {
    this.#registered = this.#registeredAfter;
    this.#revision += 1;
    this.#acknowledged = undefined;
  }

  /** Tries for as long as the statement of a server that is gone goes on in the database. */
  async #saveAgain(url: string): Promise<SavedStores> {
    for (;;) {
      const saved = await this.#save(url);
      if (saved !== undefined) return saved;
      await sleep(20);
    }
  }

  /** Saves; nothing where the key is in use. */
  async #save(url: string): Promise<SavedStores | undefined> {
    const registered = this.#registered === 0;
    const response = await fetch(`${url}/api/beta-apps/${this.#id}/stores`, {
      method: 'PATCH',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': `${this.#id}/${this.#revision}`,
      },
      body: JSON.stringify({
        baseRevision: this.#revision,
        directoryRevision: 1,
        changes: [{ registered, codes: this.#codes }],
      }),
    });
    const { status, data, error, text } = await readAnswer<SavedStores>(response);
    if (status === 409 && error.code === 'IDEMPOTENCY_IN_PROGRESS') return undefined;
    assert.equal(status, 200, text);
    return data;
  }
}

async function get<Data>(url: string, address: string): Promise<Data> {
  const { status, data, text } = await readAnswer<Data>(await fetch(`${url}/api/${address}`));
  assert.equal(status, 200, text);
  return data;
}
