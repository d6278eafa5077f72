import assert from 'node:assert/strict';
import { access, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Package } from 'custom-elements-manifest/schema.d.ts';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import { browserLaunchOptions } from '../support/browser.js';
import { installConsumer, type Consumer, type Resolution } from './support/consumer.js';
import { packPackages, type PackedPackages } from './support/packed-packages.js';

const elements = ['beta-app-editor', 'beta-store-picker', 'beta-timeline', 'beta-version-lookup'];
let packed: PackedPackages;
let consumer: Consumer;
let browser: Browser;

before(async () => {
  packed = await packPackages();
  consumer = await installConsumer({
    place: packed.place,
    name: 'page',
    packages: [packed.packages.widgets],
    others: [],
    lib: ['es2022', 'dom', 'dom.iterable'],
    types: [],
  });
  browser = await chromium.launch(await browserLaunchOptions());
});
after(async () => {
  await browser.close();
  await packed.dispose();
});

describe('a page with the widgets installed', () => {
  it('has lit from the registry, and neither zod nor core', async () => {
    const installed = await readdir(path.join(consumer.directory, 'node_modules'));
    assert.ok(installed.includes('lit'));
    assert.ok(!installed.includes('zod'));
    const ours = await readdir(path.join(consumer.directory, 'node_modules/@beta-app'));
    assert.deepEqual(ours, ['widgets']);
  });

  for (const resolution of ['node16', 'bundler'] satisfies Resolution[]) {
    it(`typechecks with the resolution ${resolution}, against what was built`, async () => {
      const files = await consumer.typecheck(resolution);
      const ours = files.filter((file) => file.includes('/@beta-app/'));
      assert.ok(ours.some((file) => file.endsWith('/widgets/dist/index.d.ts')));
      assert.deepEqual(
        ours.filter((file) => file.includes('/src/')),
        [],
      );
    });
  }

  it('has the description of the elements where its package.json says', async () => {
    const place = path.join(consumer.directory, 'node_modules/@beta-app/widgets');
    const read = async (file: string) =>
      JSON.parse(await readFile(path.join(place, file), 'utf8')) as unknown;
    const { customElements } = (await read('package.json')) as { customElements: string };
    const { modules } = (await read(customElements)) as Package;
    const defined = modules.flatMap(({ exports = [] }) =>
      exports.filter(({ kind }) => kind === 'custom-element-definition').map(({ name }) => name),
    );
    assert.deepEqual(defined, elements);
    for (const module of modules) await access(path.join(place, module.path));
  });

  it('shows the elements out of a bundle', async () => {
    const { outputFiles, metafile } = await build({
      entryPoints: [path.join(consumer.directory, 'main.ts')],
      bundle: true,
      write: false,
      format: 'esm',
      metafile: true,
      logLevel: 'silent',
    });
    const inputs = Object.keys(metafile.inputs).filter((file) => file.includes('@beta-app/'));
    assert.ok(inputs.every((file) => file.includes('/widgets/dist/')));
    await withPage(async (page) => {
      await page.addScriptTag({ type: 'module', content: outputFiles[0]?.text ?? '' });
      await showsElements(page);
    });
  });

  it('bundles the client without the elements', async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: `import { createClient } from '@beta-app/widgets/client'; console.log(createClient);`,
        resolveDir: consumer.directory,
      },
      bundle: true,
      write: false,
      format: 'esm',
      logLevel: 'silent',
    });
    const text = outputFiles[0]?.text ?? '';
    assert.match(text, /createClient/u);
    assert.doesNotMatch(text, /LitElement|customElements/u);
  });

  it('shows the elements of the one script, which may be there twice', async () => {
    const script = await readFile(
      path.join(consumer.directory, 'node_modules/@beta-app/widgets/dist/beta-app-widgets.js'),
      'utf8',
    );
    await withPage(async (page) => {
      await page.addScriptTag({ type: 'module', content: script });
      await page.addScriptTag({ type: 'module', content: script });
      await showsElements(page);
    });
  });
});

/** Gives a page that holds all elements, and fails if a script throws in it. */
async function withPage(work: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  try {
    await page.setContent(elements.map((name) => `<${name} no-url></${name}>`).join(''));
    await work(page);
    assert.deepEqual(errors, []);
  } finally {
    await page.close();
  }
}

async function showsElements(page: Page): Promise<void> {
  for (const name of elements) {
    await page.waitForFunction((tag) => customElements.get(tag) !== undefined, name);
    await page.locator(name).getByRole('heading', { level: 2 }).first().waitFor();
  }
}
