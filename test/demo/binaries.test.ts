import assert from 'node:assert/strict';
import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { accountForServer, run } from '@beta-app/stories/demo/embedded-postgres/account';
import { findBinaries, reachableBinaries } from '@beta-app/stories/demo/embedded-postgres/binaries';

const isRoot = process.getuid?.() === 0;
const place = mkdtempSync(path.join(tmpdir(), 'beta-app-binaries-'));

after(() => {
  rmSync(place, { recursive: true, force: true });
});

describe("PostgreSQL's programs", () => {
  it('are run from where they are if their user can enter there', async () => {
    const installed = await findBinaries();
    const messages: string[] = [];
    const account = { uid: process.getuid?.() ?? 0 };
    const reachable = reachableBinaries(installed, account, (said) => messages.push(said), place);
    assert.equal(reachable.root, installed.root);
    assert.deepEqual(messages, []);
  });

  it('are copied once to where their user can', { skip: !isRoot && 'not root' }, async () => {
    chmodSync(place, 0o755);
    const installed = await findBinaries();
    const closed = mkdtempSync(path.join(place, 'closed-'));
    cpSync(installed.root, path.join(closed, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
    });
    chmodSync(path.join(closed, 'native/bin'), 0o700);
    const account = accountForServer();
    const messages: string[] = [];
    const copy = () =>
      reachableBinaries(
        { ...installed, root: path.join(closed, 'native') },
        account,
        (message) => messages.push(message),
        place,
      );
    assert.match(await run(account, copy().postgres, ['--version']), /PostgreSQL/);
    assert.equal(copy().root, copy().root);
    assert.equal(messages.length, 1);
    assert.equal(readdirSync(place).length, 2);
  });
});
