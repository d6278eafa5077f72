import { inside, isShown, typeInto, until } from '@beta-app/stories/elements/support/find';

const rolesByTag: Readonly<Record<string, string>> = {
  BUTTON: 'button',
  DIALOG: 'dialog',
  A: 'link',
};

/** The name that screen readers give an element, as far as the widgets name them. */
function nameOf(element: HTMLElement): string {
  const heard = element.cloneNode(true) as HTMLElement;
  for (const hidden of heard.querySelectorAll('[aria-hidden="true"]')) hidden.remove();
  const name = element.getAttribute('aria-label') ?? heard.textContent;
  return name.replace(/\s+/gu, ' ').trim();
}

/** All that is shown with a role and a name, through shadow roots. */
export function all(
  role: string,
  name: string | RegExp,
  root: ParentNode = document,
): HTMLElement[] {
  return inside(root, '*').filter(
    (element) =>
      (element.getAttribute('role') ?? rolesByTag[element.tagName]) === role &&
      isShown(element) &&
      (typeof name === 'string' ? nameOf(element) === name : name.test(nameOf(element))),
  );
}

/** Waits for what is shown with a role and a name; the last of them, as dialogs stand on top of others. */
export function see(role: string, name: string | RegExp, root?: ParentNode): Promise<HTMLElement> {
  return until(() => all(role, name, root).at(-1), `${role} ${String(name)}`);
}

/** Waits for a text that is shown. */
export function seeText(text: string | RegExp, root: ParentNode = document): Promise<HTMLElement> {
  const has = (element: HTMLElement) => {
    const own = element.textContent.replace(/\s+/gu, ' ').trim();
    return typeof text === 'string' ? own === text : text.test(own);
  };
  const find = () =>
    inside(root, '*')
      .filter((each) => isShown(each) && has(each))
      .at(-1);
  return until(find, String(text));
}

/** The control with a label, such as "Nama beta-app (wajib)". */
export function field<Control extends HTMLElement = HTMLInputElement>(
  label: string,
  root: ParentNode = document,
): Promise<Control> {
  const isIt = (element: HTMLElement) =>
    isShown(element) && element.textContent.replace(/\s+/gu, ' ').trim() === label;
  return until(
    () => inside<HTMLLabelElement>(root, 'label').find(isIt)?.control as Control | null | undefined,
    `field ${label}`,
  );
}

/** Types as a user would, all at once. */
export async function fill(label: string, value: string, root?: ParentNode): Promise<void> {
  typeInto(await field(label, root), value);
}

/** Presses a button, or what has another role. */
export async function press(name: string | RegExp, role = 'button'): Promise<void> {
  (await see(role, name)).click();
}

/** Waits until something isn't there any more. */
export async function gone(find: () => unknown, what: string): Promise<void> {
  await until(() => !find(), `the end of ${what}`);
}

/** The element that has the focus, through shadow roots. */
export function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}
