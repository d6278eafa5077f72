/** The id that a text of the page names; none if it is no positive whole number, such as a template's "None". */
export function idOf(text: string | null | undefined): number | undefined {
  const id = Number(text);
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}
