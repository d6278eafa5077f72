import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { packPackages, published, type PackedPackages } from './support/packed-packages.js';

interface SourceMap {
  sources: string[];
  sourcesContent: (string | null)[];
}

/** The only file that contains what others wrote: the rest imports it. */
const oneScript = 'dist/beta-app-widgets.js.map';

let packed: PackedPackages;
before(async () => {
  packed = await packPackages();
});
after(() => packed.dispose());

describe('source maps', () => {
  for (const name of published) {
    it(`of ${name} lead every script to its sources`, async () => {
      const { directory, files } = packed.packages[name];
      const scripts = files.filter((file) => file.startsWith('dist/') && file.endsWith('.js'));
      assert.notEqual(scripts.length, 0);
      for (const script of scripts) {
        const text = await readFile(path.join(directory, script), 'utf8');
        const map = /\n\/\/# sourceMappingURL=(\S+)\s*$/u.exec(text)?.[1];
        assert.equal(map, `${path.basename(script)}.map`, `${script} names its map`);
        await checkSources(directory, `${script}.map`);
      }
    });
  }
});

/** Own sources are shipped, word for word; what others wrote is inside the map. */
async function checkSources(directory: string, file: string): Promise<void> {
  const map = JSON.parse(await readFile(path.join(directory, file), 'utf8')) as SourceMap;
  for (const [index, source] of map.sources.entries()) {
    const content = map.sourcesContent[index];
    if (source.includes('node_modules/')) {
      assert.equal(file, oneScript, `${file} contains ${source}`);
      assert.ok(content, `${file} tells what is in ${source}`);
      continue;
    }
    const shipped = path.resolve(directory, path.dirname(file), source);
    assert.ok(shipped.startsWith(directory + path.sep), `${source} of ${file} is shipped`);
    assert.equal(await readFile(shipped, 'utf8'), content, `${source} of ${file}`);
  }
}
