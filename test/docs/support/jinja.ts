/** Does to a template what Jinja would with these values: enough of it for the samples. */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return template
    .replaceAll(/\{%[^%]*%\}\n?/gu, '')
    .replaceAll(/\{\{\s*(.+?)\s*\}\}/gu, (_, expression: string) => {
      const value = expression === 'super()' ? '' : values[expression];
      if (value === undefined) throw new Error(`The sample asks for ${expression}`);
      return value;
    });
}
