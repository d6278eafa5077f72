import { inside } from '../elements/support/find.js';

/** The custom properties of the page that an element and all in it read, out of the styles that are at work. */
export function readProperties(element: Element): string[] {
  const names = new Set<string>();
  for (const sheet of sheetsOf(element)) {
    const css = Array.from(sheet.cssRules, ({ cssText }) => cssText).join('\n');
    for (const [, name = ''] of css.matchAll(/var\(\s*(--(?:beta|bs)-[a-z0-9-]+)/gu)) {
      names.add(name);
    }
  }
  return [...names].sort();
}

function sheetsOf(element: Element): Set<CSSStyleSheet> {
  const roots = [element, ...inside(element, '*')].map(({ shadowRoot }) => shadowRoot);
  return new Set(roots.flatMap((root) => root?.adoptedStyleSheets ?? []));
}
