import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { minifyTemplates } from '../../widgets/build/minify-templates.js';

describe('The build step for templates', () => {
  let directory: string;

  before(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'minify-templates-'));
  });

  after(() => rm(directory, { recursive: true, force: true }));

  async function built(source: string): Promise<{ code: string; map: SourceMap }> {
    const entry = path.join(directory, 'entry.ts');
    await writeFile(entry, source);
    const { outputFiles } = await build({
      entryPoints: [entry],
      outdir: directory,
      format: 'esm',
      sourcemap: 'external',
      target: 'chrome109',
      logLevel: 'silent',
      write: false,
      plugins: [minifyTemplates()],
    });
    const textOf = (ending: string) =>
      outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
    const map = new SourceMap(JSON.parse(textOf('.js.map')) as SourceMap['payload']);
    return { code: textOf('.js'), map };
  }

  it('makes styles short, also beside other ones', async () => {
    const { code } = await built(
      'css`\n  ${base}\n\n  .a {\n    color: #ff0000; /* loud */\n    margin: 0px;\n  }\n`;',
    );
    assert.equal(code.trim(), 'css`${base}.a{color:red;margin:0}`;');
  });

  it('leaves one space where a reader sees one', async () => {
    const { code } = await built('html`<p>\n    <b>${one}</b>\n    <i>two</i>\n  </p>`;');
    assert.equal(code.trim(), 'html`<p> <b>${one}</b> <i>two</i> </p>`;');
  });

  it('reaches templates in the holes of others, and no text that is none', async () => {
    const { code } = await built('html`<p>${on ? html`<b\n  >x</b>` : `a  b`}</p>`;');
    assert.equal(code.trim(), 'html`<p>${on ? html`<b >x</b>` : `a  b`}</p>`;');
  });

  it('leads from the output back to the line that was written', async () => {
    const { code, map } = await built('html`\n\n\n<p></p>`;\nfailing();\n');
    const line = code.split('\n').findIndex((text) => text.startsWith('failing'));
    const origin = map.findEntry(line, 0);
    assert.ok('originalLine' in origin);
    assert.equal(origin.originalLine, 4);
  });

  it('refuses styles that are cut within a rule', async () => {
    await assert.rejects(built('css`.a { color: ${red}; }`;'));
  });
});
