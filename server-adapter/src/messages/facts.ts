import { type ErrorCode, type ErrorDetails } from '@beta-app/core/contract';
import { type Refused } from './dictionary.js';

/** Reads the details of an error as its code promises them; a sentence must do without any. */
export function detailsOf<Code extends ErrorCode & keyof ErrorDetails>(
  error: Refused,
  _code: Code,
): Partial<ErrorDetails[Code]> {
  return error.details as Partial<ErrorDetails[Code]>;
}

const namedAtMost = 5;

/** Lists the first few words of many, and how many more there are. */
export function someOf(words: readonly string[], more: (count: number) => string): string {
  const named = words.slice(0, namedAtMost).join(', ');
  return words.length > namedAtMost ? `${named} ${more(words.length - namedAtMost)}` : named;
}

/** Spells a moment as the clock in Jakarta shows it, with its zone. */
export function momentIn(language: 'id' | 'en', at: string): string {
  const parsed = new Date(at);
  if (Number.isNaN(parsed.getTime())) return at;
  const locale = language === 'id' ? 'id-ID' : 'en-GB';
  const day = parsed.toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'Asia/Jakarta' });
  const time = parsed.toLocaleTimeString(locale, { timeStyle: 'short', timeZone: 'Asia/Jakarta' });
  return `${day} ${time} WIB`;
}
