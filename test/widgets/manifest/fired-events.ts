/** Collects the events that scripts in an element fire while something is done, and that the page can hear. */
export async function firedBy(element: Element, work: () => Promise<void>): Promise<Event[]> {
  const fired: Event[] = [];
  const own = Object.getOwnPropertyDescriptor(EventTarget.prototype, 'dispatchEvent')!;
  const dispatch = own.value as (event: Event) => boolean;
  EventTarget.prototype.dispatchEvent = function (this: EventTarget, event: Event): boolean {
    // What the test types reports itself as `input`, as a browser does.
    const leaves = this === element || (event.composed && event.type !== 'input');
    if (leaves && this instanceof Node && isIn(element, this)) fired.push(event);
    return dispatch.call(this, event);
  };
  try {
    await work();
  } finally {
    Object.defineProperty(EventTarget.prototype, 'dispatchEvent', own);
  }
  return fired;
}

function isIn(element: Element, node: Node): boolean {
  if (node === element) return true;
  const root = node.getRootNode();
  return root instanceof ShadowRoot && isIn(element, root.host);
}
