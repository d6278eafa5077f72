import type {
  Attribute,
  ClassField,
  CssCustomProperty,
  Event,
} from 'custom-elements-manifest/schema.d.ts';

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

interface Manifest {
  modules: [{ declarations: (DescribedElement | DescribedEvent)[] }];
}

/** The manifest of the sources as they are, which the test server makes. */
export async function readManifest(): Promise<{
  elements: DescribedElement[];
  events: DescribedEvent[];
}> {
  const answer = await fetch('/custom-elements.json');
  const { modules } = (await answer.json()) as Manifest;
  const [{ declarations }] = modules;
  return {
    elements: declarations.filter((each): each is DescribedElement => 'tagName' in each),
    events: declarations.filter((each): each is DescribedEvent => !('tagName' in each)),
  };
}
