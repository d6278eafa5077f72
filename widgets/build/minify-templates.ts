import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Plugin, transform } from 'esbuild';
import MagicString from 'magic-string';
import ts from 'typescript';

/**
 * An esbuild plugin that minifies Lit's `css` and `html` templates, which minifiers of JavaScript leave
 * as they are: not those of this build, and not those of whoever bundles the package.
 */
export function minifyTemplates(): Plugin {
  return {
    name: 'minify-templates',
    setup(build) {
      const { target } = build.initialOptions;
      // Filters are expressions of Go, which has no flag for Unicode.
      build.onLoad({ filter: /\.ts$/ }, async (file) => {
        const source = await readFile(file.path, 'utf8');
        return { contents: await minified(source, path.basename(file.path), target), loader: 'ts' };
      });
    },
  };
}

/** The source with its templates minified, and where what was in it. */
async function minified(
  source: string,
  fileName: string,
  target: string | string[] | undefined,
): Promise<string> {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.ES2022);
  const output = new MagicString(source);
  for (const { tag, start, end } of templatePieces(file)) {
    const text = source.slice(start, end);
    const short = tag === 'css' ? await shortCss(text, target) : text.replace(/\s+/gu, ' ');
    if (short !== text) output.update(start, end, short);
  }
  const map = output.generateMap({ source: fileName, includeContent: true, hires: 'boundary' });
  return `${output.toString()}\n//# sourceMappingURL=${map.toUrl()}`;
}

interface TemplatePiece {
  tag: 'css' | 'html';
  start: number;
  end: number;
}

/** The texts between the holes of all templates in a file. */
function templatePieces(file: ts.SourceFile): TemplatePiece[] {
  const pieces: TemplatePiece[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node)) {
      const tag = node.tag.getText(file);
      if (tag === 'css' || tag === 'html') {
        for (const part of partsOf(node.template)) {
          // A piece stands between ` or } and ` or ${.
          const closing = ts.isTemplateHead(part) || ts.isTemplateMiddle(part) ? 2 : 1;
          pieces.push({ tag, start: part.getStart(file) + 1, end: part.end - closing });
        }
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return pieces;
}

const partsOf = (template: ts.TemplateLiteral): ts.TemplateLiteralLikeNode[] =>
  ts.isNoSubstitutionTemplateLiteral(template)
    ? [template]
    : [template.head, ...template.templateSpans.map(({ literal }) => literal)];

/** A piece of CSS has to be whole rules: what esbuild warns of would not come out as it went in. */
async function shortCss(text: string, target: string | string[] | undefined): Promise<string> {
  if (text.includes('\\')) throw new Error(`Write the character instead of its escape: ${text}`);
  const { code, warnings } = await transform(text, {
    loader: 'css',
    minify: true,
    ...(target !== undefined && { target }),
  });
  const [warning] = warnings;
  if (warning !== undefined) throw new Error(`${warning.text} in ${text}`);
  return code.trim();
}
