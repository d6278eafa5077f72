import type {
  ClassDeclaration,
  ClassMember,
  CssCustomProperty,
  CustomElement,
  Type,
} from 'custom-elements-manifest/schema.d.ts';
import { type PageEvents } from './page-events.js';

/** An element in the manifest. */
export type ElementDeclaration = ClassDeclaration & CustomElement & { tagName: string };

/** What pages can use of an element: what it inherits is its own, and what is private is left out. */
export function describeElement(
  { name, tagName, summary = '', ...element }: ElementDeclaration,
  pageEvents: PageEvents,
  css: string,
): ElementDeclaration {
  const { members = [], attributes = [], events = [], cssProperties = [] } = element;
  return {
    kind: 'class',
    name,
    tagName,
    summary,
    // Some tools show this, others that.
    description: summary,
    customElement: true,
    superclass: { name: 'LitElement', package: 'lit' },
    members: members.filter(isPublic).map(own),
    attributes: attributes.map(own),
    events: events.map((event) => ({
      ...own(event),
      type: { text: classOf(event.name, pageEvents) },
    })),
    cssProperties: cssProperties.map((property) => withDefault(property, css)),
  };
}

function classOf(event: string, pageEvents: PageEvents): string {
  const found = pageEvents.get(event);
  if (found === undefined) throw new Error(`The event ${event} has no class.`);
  return found.className;
}

const isPublic = ({ privacy = 'public', static: isStatic = false }: ClassMember): boolean =>
  privacy === 'public' && !isStatic;

/** Without where it comes from, which isn't published. */
function own<Item extends { type?: Type; inheritedFrom?: unknown }>(item: Item): Item {
  const copy = { ...item };
  delete copy.inheritedFrom;
  // A property that is optional and may be undefined is told to be so twice.
  const text = copy.type?.text.replace(/(?: \| undefined)+$/u, ' | undefined');
  if (text !== undefined) copy.type = { text };
  return copy;
}

/** With what stands in the styles where the page doesn't set it. */
function withDefault(
  { name, description = '' }: CssCustomProperty,
  css: string,
): CssCustomProperty {
  const opening = new RegExp(String.raw`var\(\s*${name},\s*`, 'u').exec(css);
  if (opening === null) return { name, description };
  const start = opening.index + opening[0].length;
  let depth = 1;
  let end = start;
  for (; depth > 0 && end < css.length; end++) {
    if (css[end] === '(') depth += 1;
    if (css[end] === ')') depth -= 1;
  }
  return { name, description, default: css.slice(start, end - 1).trim() };
}
