import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { createCore } from '@beta-app/core';
import { routes } from '@beta-app/core/contract';
import postgres from 'postgres';
import { root } from './support/documents.js';

describe('What of core is not over HTTP', () => {
  it('is told in the same words wherever it is told, and whole', () => {
    const core = createCore({ sql: postgres('postgres://nobody@127.0.0.1:1/nothing') });
    const missing = Object.keys(core)
      // Behind /readyz.
      .filter((operation) => operation !== 'checkHealth' && !(operation in routes))
      .sort();
    const told = ['README.md', 'docs/http.md', 'server-adapter/README.md'].map((file) => {
      const text = readFileSync(path.join(root, file), 'utf8').replaceAll(/\s+/gu, ' ');
      return /Not over HTTP: [^.]*\./u.exec(text)?.[0] ?? `nothing in ${file}`;
    });
    assert.deepEqual(new Set(told), new Set([told[0]]));
    const named = [...(told[0] ?? '').matchAll(/`(\w+)`/gu)].map(([, name]) => name).sort();
    assert.deepEqual(named, missing);
  });
});
