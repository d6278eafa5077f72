/** Walks all elements below one, through shadow roots, its own included. */
function* everything(root: ParentNode): Generator<HTMLElement> {
  if (root instanceof Element && root.shadowRoot) yield* everything(root.shadowRoot);
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    yield element;
    if (element.shadowRoot) yield* everything(element.shadowRoot);
  }
}

/** All elements below one that match a selector, through shadow roots, in the order of the document. */
export function inside<Found extends HTMLElement = HTMLElement>(
  root: ParentNode,
  selector: string,
): Found[] {
  return Array.from(everything(root)).filter((element): element is Found =>
    element.matches(selector),
  );
}

/** Whether an element has a place on the page. */
export const isShown = (element: Element): boolean => element.getClientRects().length > 0;

/** Waits for an element that is shown. */
export async function find(root: ParentNode, selector: string): Promise<HTMLElement> {
  return await until(() => inside(root, selector).find(isShown), selector);
}

/** Whether a text is shown somewhere, through shadow roots. */
export function shows(root: ParentNode, text: string): boolean {
  return inside(root, '*').some(
    (element) =>
      isShown(element) && element.textContent.replace(/\s+/gu, ' ').trim().includes(text),
  );
}

/** Presses what is shown, as soon as it is. */
export async function press(root: ParentNode, selector: string): Promise<void> {
  (await find(root, selector)).click();
}

/** Types into a field, all at once. */
export async function fill(root: ParentNode, selector: string, value: string): Promise<void> {
  typeInto((await find(root, selector)) as HTMLInputElement, value);
}

/** Types into a field that is there, all at once, in place of what it holds. */
export function typeInto(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

/** Chooses a beta app in the list that the yellow field opens. */
export async function chooseBetaApp(root: ParentNode, name: string): Promise<void> {
  await press(root, '#beta-app');
  const row = await until(
    () => inside(root, 'dialog[open] .choose').find((each) => each.innerText === name),
    `the beta app ${name}`,
  );
  row.click();
}

/** Chooses a branch in the picker's field; all of them without a name. */
export async function chooseBranch(root: ParentNode, name = ''): Promise<void> {
  const field = await until(
    () => inside(root, '[role=combobox]:enabled')[0],
    'the field of branches',
  );
  field.focus();
  field.click();
  const option = await until(
    () => inside(root, '[role=option]').find((each) => each.innerText.startsWith(name)),
    `the branch ${name}`,
  );
  option.click();
}

/** Waits until a function gives something. */
export async function until<Result>(
  look: () => Result | undefined | null | false,
  what: string,
): Promise<Result> {
  const end = performance.now() + 8_000;
  for (;;) {
    const found = look();
    if (found !== undefined && found !== null && found !== false) return found;
    if (performance.now() > end) throw new Error(`Not seen: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}
