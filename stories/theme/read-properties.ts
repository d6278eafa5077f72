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

function sheetsOf({ shadowRoot }: Element): Set<CSSStyleSheet> {
  const sheets = new Set(shadowRoot?.adoptedStyleSheets);
  for (const inner of shadowRoot?.querySelectorAll('*') ?? []) {
    for (const sheet of sheetsOf(inner)) sheets.add(sheet);
  }
  return sheets;
}
