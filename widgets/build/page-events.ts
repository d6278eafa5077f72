import type { ClassDeclaration } from 'custom-elements-manifest/schema.d.ts';
import type typescript from 'typescript';
import { ts } from './analyzer.js';

/** By the name of the event: its class, and the type of what it tells. */
export type PageEvents = ReadonlyMap<string, { className: string; detail: string }>;

/** Reads the events that leave elements from the map by which TypeScript knows them. */
export function readEvents(files: readonly typescript.SourceFile[]): PageEvents {
  const file = files.find(({ fileName }) => fileName === 'src/events.ts');
  if (file === undefined) throw new Error('There is no src/events.ts.');
  const interfaces = new Map<string, typescript.InterfaceDeclaration>();
  const details = new Map<string, typescript.TypeNode>();
  const visit = (node: typescript.Node): void => {
    if (ts.isInterfaceDeclaration(node)) interfaces.set(node.name.text, node);
    if (ts.isClassDeclaration(node) && node.name !== undefined) {
      const [detail] = node.heritageClauses?.[0]?.types[0]?.typeArguments ?? [];
      if (detail !== undefined) details.set(node.name.text, detail);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  const entries = [...(interfaces.get('HTMLElementEventMap')?.members ?? [])];
  return new Map(
    entries.filter(ts.isPropertySignature).map((entry) => {
      const className = entry.type?.getText() ?? '';
      const detail = details.get(className);
      const members =
        detail !== undefined && ts.isTypeLiteralNode(detail)
          ? detail.members
          : interfaces.get(detail?.getText() ?? '')?.members;
      const name = ts.isStringLiteral(entry.name) ? entry.name.text : entry.name.getText();
      return [name, { className, detail: written(members ?? []) }];
    }),
  );
}

/** An event's class with its detail in full, or undefined for another class. */
export function describeEvent(
  { name, description = '' }: ClassDeclaration,
  events: PageEvents,
): ClassDeclaration | undefined {
  const event = [...events.values()].find(({ className }) => className === name);
  if (event === undefined) return undefined;
  return {
    kind: 'class',
    name,
    description,
    superclass: { name: 'Event' },
    members: [{ kind: 'field', name: 'detail', type: { text: event.detail } }],
  };
}

const written = (members: Iterable<typescript.TypeElement>): string =>
  `{ ${Array.from(members, (member) => member.getText().replace(/;$/u, '')).join('; ')} }`;
