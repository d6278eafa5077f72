import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type BetaAppStorePage, type ListBetaAppStores } from '@beta-app/core/contract';
import { readStoreList } from '../../widgets/src/beta-store-picker/read-store-list.js';
import { pageOf, storeOf } from './store-pages.js';

function answering(pages: BetaAppStorePage[]) {
  const asked: (string | undefined)[] = [];
  const limits: (number | undefined)[] = [];
  return {
    asked,
    limits,
    listBetaAppStores: ({ cursor, limit }: ListBetaAppStores) => {
      asked.push(cursor);
      limits.push(limit);
      const page = pages.shift();
      return page ? Promise.resolve(page) : Promise.reject(new Error('asked too often'));
    },
  };
}

const more = (code: string, revision: number) =>
  pageOf([storeOf(code)], { nextCursor: `after ${code}`, revision });
const end = (code: string, revision: number) => pageOf([storeOf(code)], { revision });

async function read(
  pages: BetaAppStorePage[],
  { signal = new AbortController().signal, branch }: { signal?: AbortSignal; branch?: string } = {},
) {
  const client = answering(pages);
  const parts = [];
  for await (const { page, first, last } of readStoreList(client, { id: 1, branch }, signal)) {
    parts.push(`${first ? '^' : ''}${page.items[0]?.code ?? ''}${last ? '$' : ''}`);
  }
  return { parts, asked: client.asked, limits: client.limits };
}

describe('reading a list of stores', () => {
  it('asks for page after page', async () => {
    const { parts, asked } = await read([more('A', 1), more('B', 1), end('C', 1)]);
    assert.deepEqual(parts, ['^A', 'B', 'C$']);
    assert.deepEqual(asked, [undefined, 'after A', 'after B']);
  });

  it('begins with a few stores where all are asked for, and asks for a branch in one go', async () => {
    const pages = () => [more('A', 1), more('B', 1), end('C', 1)];
    assert.deepEqual((await read(pages())).limits, [200, 2_000, 2_000]);
    assert.deepEqual((await read(pages(), { branch: 'BDG1' })).limits, [2_000, 2_000, 2_000]);
  });

  it('begins anew when somebody saves between two pages', async () => {
    const { parts } = await read([more('A', 1), more('B', 2), more('A', 2), end('B', 2)]);
    assert.deepEqual(parts, ['^A', '^A', 'B$']);
  });

  it('takes the pages as they come when that goes on', async () => {
    const { parts } = await read([
      ...[1, 3, 5].flatMap((revision) => [more('A', revision), more('B', revision + 1)]),
      more('A', 7),
      end('B', 8),
    ]);
    assert.deepEqual(parts, ['^A', '^A', '^A', '^A', 'B$']);
  });

  it('stops when it is aborted, whatever the client answers', async () => {
    const controller = new AbortController();
    controller.abort();
    await assert.rejects(read([end('A', 1)], { signal: controller.signal }), {
      name: 'AbortError',
    });
  });
});
