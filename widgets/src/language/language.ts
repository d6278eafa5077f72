/** The languages that the widgets speak. */
export type Language = 'id' | 'en';

/** The language of an element by its nearest ancestor with a `lang`, through shadow roots; Indonesian else. */
export function languageOf(element: Element): Language {
  for (let at: Element | null = element; at !== null; at = parentOf(at)) {
    const lang = at.getAttribute('lang');
    if (lang) return /^en\b/iu.test(lang) ? 'en' : 'id';
  }
  return 'id';
}

/** The element around, across the border of a shadow root. */
export function parentOf(element: Element): Element | null {
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
