import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { packPackages, published, type PackedPackages } from './support/packed-packages.js';

interface Manifest {
  license?: string;
  description?: string;
  private?: boolean;
  sideEffects?: unknown;
  scripts?: Record<string, string>;
  exports: Record<string, string | Record<string, string>>;
}

const root = path.join(import.meta.dirname, '../..');
let packed: PackedPackages;

before(async () => {
  packed = await packPackages();
});
after(() => packed.dispose());

for (const name of published) {
  describe(`the package of ${name}`, () => {
    const read = (file: string) =>
      readFile(path.join(packed.packages[name].directory, file), 'utf8');
    const manifest = async () => JSON.parse(await read('package.json')) as Manifest;

    it('has nothing that publint warns about', async () => {
      const { directory } = packed.packages[name];
      const { messages, pkg } = await publint({ pkgDir: directory, pack: false, strict: true });
      assert.deepEqual(
        messages.map((message) => formatMessage(message, pkg)),
        [],
      );
    });

    it('has types that say what its scripts do', async () => {
      const tarball = await readFile(packed.packages[name].tarball);
      const result = await checkPackage(createPackageFromTarballData(tarball));
      assert.ok(result.types, 'no types at all');
      // The packages are ES modules for Node.js 20 and bundlers: require() and older resolution don't count.
      const problems = result.problems.filter(
        (problem) =>
          !('resolutionKind' in problem) ||
          !['node10', 'node16-cjs'].includes(problem.resolutionKind),
      );
      assert.deepEqual(problems, []);
    });

    it('carries its licence, its readme and what it is', async () => {
      assert.equal(await read('LICENSE'), await readFile(path.join(root, 'LICENSE'), 'utf8'));
      assert.match(await read('README.md'), new RegExp(`^# @beta-app/${name}\n`, 'u'));
      const { license, description, private: isPrivate, sideEffects } = await manifest();
      assert.equal(license, 'MIT');
      assert.ok(description);
      assert.equal(isPrivate, undefined);
      assert.notEqual(sideEffects, undefined);
    });

    it('has a readme that leads only to what it carries', async () => {
      const text = await read('README.md');
      const links = Array.from(text.matchAll(/\]\(([^)\s]+)\)/gu), ([, link = '']) => link);
      const { files } = packed.packages[name];
      const lost = links.filter((link) => !/^https?:/u.test(link) && !files.includes(link));
      assert.deepEqual(lost, []);
    });

    it('runs nothing when it is installed', async () => {
      const { scripts = {} } = await manifest();
      for (const script of ['preinstall', 'install', 'postinstall', 'prepare']) {
        assert.equal(scripts[script], undefined, script);
      }
    });

    it('leads to what was built, unless its own condition is set', async () => {
      const { exports } = await manifest();
      for (const [entry, target] of Object.entries(exports)) {
        const targets = typeof target === 'string' ? { default: target } : target;
        for (const [condition, file] of Object.entries(targets)) {
          const expected =
            condition === '@beta-app/source' ? /^\.\/src\// : /^\.\/(dist\/|package)/;
          assert.match(file, expected, `${entry} ${condition}`);
          assert.ok(packed.packages[name].files.includes(file.slice(2)), `${file} is missing`);
        }
      }
    });

    it('holds what was built, its sources and its papers, and nothing else', () => {
      const expected = /^(dist|src|migrations)\/|^(package\.json|[A-Z-]+(\.md)?)$/u;
      const others = packed.packages[name].files.filter((file) => !expected.test(file));
      assert.deepEqual(others, []);
      assert.ok(packed.packages[name].files.every((file) => !file.includes('.test.')));
    });
  });
}
