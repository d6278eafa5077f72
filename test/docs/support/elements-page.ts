import { format, resolveConfig } from 'prettier';
import { type ElementDeclaration } from '../../../widgets/build/describe-element.js';
import { describeElements } from '../../../widgets/build/elements-manifest.js';

const declarations = () =>
  describeElements().modules.flatMap(({ declarations: found = [] }) => found);

const elementsOf = (found: ReturnType<typeof declarations>) =>
  found.filter((each): each is ElementDeclaration => 'tagName' in each);

/** The types of events' details, by the classes of the events. */
const detailTypes = (found: ReturnType<typeof declarations>) =>
  new Map(
    found.map(({ name, ...each }) => {
      const members = 'members' in each ? each.members : undefined;
      const detail = members?.find((member) => member.name === 'detail');
      return [name, detail?.kind === 'field' ? detail.type?.text : undefined];
    }),
  );

/** What the details of each event hold. */
export function detailsByEvent(): Map<string, string[]> {
  const found = declarations();
  const details = detailTypes(found);
  const events = elementsOf(found).flatMap((element) => element.events ?? []);
  return new Map(
    events.map(({ name, type }) => [
      name,
      Array.from((details.get(type.text) ?? '').matchAll(/(\w+)\??:/gu), ([, key = '']) => key),
    ]),
  );
}

/** The page about the elements as the manifest of the widgets has them. */
export async function elementsPage(file: string): Promise<string> {
  const found = declarations();
  const elements = elementsOf(found);
  const details = detailTypes(found);
  const attributes = new Map(
    elements.flatMap((element) => element.attributes ?? []).map((each) => [each.fieldName, each]),
  );
  const page = `<!-- Written by test/docs/elements.test.ts, from the comments in widgets/src. -->

# Elements

What the elements take, tell and can be coloured with. How they are put into a page: [Embedding](embedding.md).

${table(
  ['element', 'what it does'],
  elements.map(({ tagName, summary = '' }) => [code(`<${tagName}>`), summary]),
)}

Tools find the same in \`@beta-app/widgets/custom-elements.json\`, a
[custom-elements manifest](https://github.com/webcomponents/custom-elements-manifest).

## Attributes and properties

An attribute and its property are the same; what has no attribute is set by a script.

${table(
  ['attribute', 'property', 'of', 'type', 'default', 'means'],
  shared(elements, 'members').map(([of, member]) => [
    code(attributes.get(member.name)?.name),
    code(member.name),
    of,
    code(member.kind === 'field' ? typeText(member.type?.text) : undefined),
    code(member.kind === 'field' ? member.default : undefined),
    member.description ?? '',
  ]),
)}

## Events

They bubble, and leave the elements' shadow roots.

${table(
  ['event', 'of', 'when', '`detail`'],
  shared(elements, 'events').map(([of, { name, type, description = '' }]) => [
    code(name),
    of,
    description,
    code(details.get(type.text)),
  ]),
)}

## Custom properties

Set on the element or on anything around it. The default follows Bootstrap where the page has it.

${table(
  ['property', 'of', 'is', 'default'],
  shared(elements, 'cssProperties').map(([of, { name, description = '', default: value }]) => [
    code(name),
    of,
    description,
    code(value),
  ]),
)}
`;
  return await format(page, { ...(await resolveConfig(file)), parser: 'markdown' });
}

type Kind = 'members' | 'events' | 'cssProperties';
type Item<Name extends Kind> = NonNullable<ElementDeclaration[Name]>[number];

/** Everything of a kind once, with the elements that have it; what all of them have comes first. */
function shared<Name extends Kind>(
  elements: readonly ElementDeclaration[],
  kind: Name,
): [of: string, item: Item<Name>][] {
  const items = new Map<string, { item: Item<Name>; tagNames: string[] }>();
  for (const element of elements) {
    for (const item of (element[kind] ?? []) as Item<Name>[]) {
      const { tagNames } = items.get(item.name) ?? { tagNames: [] };
      items.set(item.name, { item, tagNames: [...tagNames, element.tagName] });
    }
  }
  return [...items.values()]
    .sort((one, other) => other.tagNames.length - one.tagNames.length)
    .map(({ item, tagNames }) => [
      tagNames.length === elements.length ? 'all' : tagNames.map(code).join(', '),
      item,
    ]);
}

const typeText = (text = ''): string => text.replace(' | undefined', '');

const code = (text?: string): string => (text === undefined ? '–' : `\`${text}\``);

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    // In code as well, a bar would end its cell.
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
