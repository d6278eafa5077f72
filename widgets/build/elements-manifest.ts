import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type {
  ClassDeclaration,
  JavaScriptModule,
  Package,
} from 'custom-elements-manifest/schema.d.ts';
import { create, litPlugin, ts } from './analyzer.js';
import { describeElement, type ElementDeclaration } from './describe-element.js';
import { describeEvent, readEvents } from './page-events.js';

const sourceFolder = fileURLToPath(new URL('../src', import.meta.url));
const entry = 'src/index.ts';

/** What is published: the entry with the classes, and the one that registers them. */
const classesModule = 'dist/index.js';
const definingModule = 'dist/define.js';

/**
 * The custom-elements manifest: each element that the package gives out, with its attributes, properties,
 * events and custom properties, and each event with its detail, as the sources and their comments have them.
 */
export function describeElements(): Package {
  const sources = readSources();
  const modules = sources.map(({ name, text }) =>
    ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true),
  );
  const analyzed = create({ modules, plugins: litPlugin() });
  const events = readEvents(modules);
  const styles = sources.filter(({ name }) => name.endsWith('.styles.ts'));
  const css = styles.map(({ text }) => text).join('\n');
  const classes = publicClasses(analyzed);
  const elements = classes.filter(isElement).map((each) => describeElement(each, events, css));
  return {
    schemaVersion: analyzed.schemaVersion,
    modules: [
      publishedClasses([
        ...elements,
        ...classes.flatMap((each) => describeEvent(each, events) ?? []),
      ]),
      definitions(elements),
    ],
  };
}

/** All sources, by their paths in the package. */
function readSources(): { name: string; text: string }[] {
  return readdirSync(sourceFolder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => ({
      name: path.posix.join('src', file.replaceAll(path.sep, '/')),
      text: readFileSync(path.join(sourceFolder, file), 'utf8'),
    }));
}

/** The classes that the package's main entry names. */
function publicClasses({ modules }: Package): ClassDeclaration[] {
  const named = modules.find((module) => module.path === entry)?.exports ?? [];
  const all = modules.flatMap(({ declarations = [] }) => declarations);
  const classes = all.filter((each): each is ClassDeclaration => each.kind === 'class');
  return named.flatMap(({ name }) => classes.filter((each) => each.name === name));
}

const isElement = (each: ClassDeclaration): each is ElementDeclaration => 'tagName' in each;

const publishedClasses = (declarations: ClassDeclaration[]): JavaScriptModule => ({
  kind: 'javascript-module',
  path: classesModule,
  declarations,
  exports: declarations.map(({ name }) => ({
    kind: 'js',
    name,
    declaration: { name, module: classesModule },
  })),
});

const definitions = (elements: readonly ElementDeclaration[]): JavaScriptModule => ({
  kind: 'javascript-module',
  path: definingModule,
  exports: elements.map(({ name, tagName }) => ({
    kind: 'custom-element-definition',
    name: tagName,
    declaration: { name, module: classesModule },
  })),
});
