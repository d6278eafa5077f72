/** The text that a page has set, without blanks around it; empty for none. A page without types can set anything. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? `${value}`.trim() : '';
}
