/**
 * Copies a text, and says whether that worked. Pages on plain http have no `navigator.clipboard`, so it is selected
 * in a field that nobody sees.
 */
export function copyText(text: string, root: ParentNode & Node): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.tabIndex = -1;
  // Anything that isn't rendered can't be selected; a fixed place doesn't scroll the page.
  field.style.cssText = 'position:fixed;inset:0 auto auto 0;opacity:0;pointer-events:none';
  const focused = (root.getRootNode() as ShadowRoot).activeElement;
  root.append(field);
  try {
    field.focus({ preventScroll: true });
    field.select();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- There is nothing else on plain http.
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}
