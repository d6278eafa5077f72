/** The words of a search, as they were typed: the database folds them as it folds what it searches. */
export function searchWords(text: string | undefined): string[] {
  return [...new Set((text ?? '').split(/\s+/u).filter((word) => word !== ''))];
}
