import assert from 'node:assert/strict';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { ESLint } from 'eslint';

const rules = ['browsers/young-features', 'css/use-baseline', 'no-restricted-syntax'];

const young = [
  'AbortSignal.any([]);',
  "document.body.popover = 'auto';",
  '[1].toSorted();',
  'Object.groupBy([1], String);',
  'document.body.checkVisibility();',
  'const { requestClose } = {} as HTMLDialogElement;',
  'new CloseWatcher();',
  'html`<div popover="auto" class="x"></div>`;',
  'html`<dialog ?open=${true} closedby="any"></dialog>`;',
  'crypto.randomUUID();',
  'void navigator.clipboard;',
  '/[[a-z]--[aeiou]]/v.test(location.href);',
  "import words from './words.json' with { type: 'json' };",
  'css`input:user-invalid { color: red }`;',
  'css`div:popover-open { color: red }`;',
  'css`div:has(p) { color: red }`;',
  'css`div { color: color-mix(in srgb, red, blue) }`;',
  'css`div { ${spacing} text-wrap: balance }`;',
  'css`@starting-style { div { opacity: 0 } }`;',
];

const old = [
  'structuredClone([1].at(-1));',
  'document.createElement("dialog").showModal();',
  'html`<dialog inert ?open=${true} aria-modal="true"></dialog>`;',
  'css`@container (min-width: 720px) { div:focus-visible { inset: 0 } }`;',
];

describe('the lint for browsers', () => {
  const refused = new Set<number>();
  before(async () => {
    const cwd = path.resolve(import.meta.dirname, '../..');
    // The text stands in for that of a file that is there, since only those have types.
    const filePath = path.join(cwd, 'widgets/src/index.ts');
    const text = [...young, ...old].join('\n');
    const [result] = await new ESLint({ cwd }).lintText(text, { filePath });
    for (const { ruleId, line } of result!.messages) {
      if (ruleId !== null && rules.includes(ruleId)) refused.add(line);
    }
  });

  young.forEach((code, position) => {
    it(`refuses ${code}`, () => {
      assert.ok(refused.has(position + 1));
    });
  });

  old.forEach((code, position) => {
    it(`allows ${code}`, () => {
      assert.ok(!refused.has(young.length + position + 1));
    });
  });
});
