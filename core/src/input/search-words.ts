/** The words of a search, as they were typed: the database folds them as it folds what it searches. */
export function searchWords(text: string | undefined): string[] {
  return [...new Set(typedWords(text))];
}

/** The words of a search with those that come again. */
export function typedWords(text: string | undefined): string[] {
  return (text ?? '').split(/\s+/u).filter((word) => word !== '');
}
