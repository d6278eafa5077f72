/** Brings text into the form in which the server compares it: NFC, without case, one small sigma. */
export function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll('ς', 'σ');
}

/** Makes a test of texts by what was typed: every word occurs in one of the parts. */
export function searchFor(typed: string | undefined): (...parts: string[]) => boolean {
  const words = (typed ?? '').split(/\s+/u).filter(Boolean).map(fold);
  return (...parts) => {
    // No word can reach over a line break.
    const text = words.length === 0 ? '' : fold(parts.join('\n'));
    return words.every((word) => text.includes(word));
  };
}
