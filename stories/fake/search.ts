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

/**
 * Makes a measure of codes by what was typed: 0 for the code itself, 1 for one that only differs in what people leave
 * out, 2 for one that has it as a part.
 */
export function closenessTo(typed: string | undefined): (code: string) => number | undefined {
  const words = (typed ?? '').split(/\s+/u).filter(Boolean);
  const plain = words.map(withoutMarks).join('');
  const short = words.map((word) => withoutMarks(withoutZeros(word))).join('');
  if (!/^[a-z0-9]+$/u.test(plain)) return () => undefined;
  const exact = words.join(' ').toUpperCase();
  return (code) => {
    if (code === exact) return 0;
    const [codePlain, codeShort] = [withoutMarks(code), withoutMarks(withoutZeros(code))];
    if (codeShort === short) return 1;
    return codePlain.includes(plain) || codeShort.includes(short) ? 2 : undefined;
  };
}

const withoutMarks = (text: string): string => text.toLowerCase().replaceAll(/[._-]/gu, '');

const withoutZeros = (text: string): string => text.replaceAll(/(?<!\d)0+(?=\d)/gu, '');
