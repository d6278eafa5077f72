import type {
  Attribute,
  ClassField,
  CssCustomProperty,
  Event,
} from 'custom-elements-manifest/schema.d.ts';
import manifest from 'virtual:elements-manifest';

/** An element as the manifest has it. */
export interface DescribedElement {
  name: string;
  tagName: 'beta-app-editor' | 'beta-store-picker';
  members: ClassField[];
  attributes: Attribute[];
  events: Event[];
  cssProperties: CssCustomProperty[];
}

/** An event as the manifest has it. */
export interface DescribedEvent {
  name: string;
  members: [ClassField];
}

type Described = DescribedElement | DescribedEvent;

// The analyzer's types leave out what it writes down of classes that are elements.
const declarations = manifest.modules.flatMap(
  ({ declarations: declared = [] }) => declared as Described[],
);

/** The elements in the manifest of the sources as they are. */
export const elements = declarations.filter((each): each is DescribedElement => 'tagName' in each);

/** The events in it. */
export const events = declarations.filter((each): each is DescribedEvent => !('tagName' in each));
