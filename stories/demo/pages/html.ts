const brand = Symbol('html');

/** Markup that is safe to put into a page as it is. */
export interface Html {
  readonly [brand]: true;
  toString(): string;
}

type Value = string | number | Html | readonly Html[] | null | undefined | false;

/** Builds markup from a template; every value that isn't markup itself is escaped. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  const text = strings.reduce(
    (before, string, index) => before + render(values[index - 1]) + string,
  );
  return { [brand]: true, toString: () => text };
}

function render(value: Value): string {
  if (value == null || value === false) return '';
  if (typeof value === 'string' || typeof value === 'number') return escape(String(value));
  return 'length' in value ? value.join('') : value.toString();
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => entities[character] ?? '');
}
