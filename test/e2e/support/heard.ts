import assert from 'node:assert/strict';
import { type Locator, type Page } from 'playwright-core';

interface Property {
  name: string;
  value: { value?: unknown; relatedNodes?: { idref?: string }[] };
}

interface AxNode {
  role?: { value?: string };
  name?: { value?: string };
  description?: { value?: string };
  properties?: Property[];
}

/** What a screen reader is told of an element. */
export interface Heard {
  role: string;
  name: string;
  description: string;
  /** States and properties, such as `checked` and `modal`. */
  states: Record<string, unknown>;
}

/** Asks Chromium what it tells screen readers of an element. */
export async function heard(page: Page, target: Locator): Promise<Heard> {
  const mark = `heard-${Math.random()}`;
  await target.evaluate((element, value) => {
    element.setAttribute('data-heard', value);
  }, mark);
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const nodeId = findMarked(root, mark);
  assert.ok(nodeId !== undefined);
  const { nodes } = await session.send('Accessibility.getPartialAXTree', {
    nodeId,
    fetchRelatives: false,
  });
  await session.detach();
  const node = nodes[0] as AxNode | undefined;
  return {
    role: node?.role?.value ?? '',
    name: node?.name?.value ?? '',
    description: node?.description?.value ?? '',
    states: Object.fromEntries(
      (node?.properties ?? []).map(({ name, value }) => [name, value.value]),
    ),
  };
}

interface DomNode {
  nodeId: number;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: DomNode[];
}

function findMarked(node: DomNode, mark: string): number | undefined {
  if (node.attributes?.includes(mark)) return node.nodeId;
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) {
    const found = findMarked(child, mark);
    if (found !== undefined) return found;
  }
  return undefined;
}
