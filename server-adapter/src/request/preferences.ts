import { type Language } from '../messages/dictionary.js';

interface Choice {
  name: string;
  weight: number;
}

/** Chooses the language that the client likes best; Indonesian if it names none of ours. */
export function languageOf(headers: Headers): Language {
  const liked = choices(headers.get('accept-language'))
    .map(({ name, weight }) => ({ language: languageNamed(name), weight }))
    .filter(({ language, weight }) => language !== undefined && weight > 0)
    .sort((one, other) => other.weight - one.weight);
  return liked[0]?.language ?? 'id';
}

/** Tells whether errors are to be `application/problem+json`: asked for by name, and not liked less. */
export function prefersProblem(headers: Headers): boolean {
  return prefers(headers, 'application/problem+json');
}

/** Tells whether a list is to be CSV: asked for by name, and not liked less than JSON. */
export function prefersCsv(headers: Headers): boolean {
  return prefers(headers, 'text/csv');
}

/** Tells whether changes are to be told as they happen: asked for by name, and not liked less than JSON. */
export function prefersEvents(headers: Headers): boolean {
  return prefers(headers, 'text/event-stream');
}

function prefers(headers: Headers, type: string): boolean {
  const accepted = choices(headers.get('accept'));
  const weightOf = (wanted: string) => accepted.find(({ name }) => name === wanted)?.weight ?? 0;
  const weight = weightOf(type);
  return weight > 0 && weight >= weightOf('application/json');
}

function languageNamed(tag: string): Language | undefined {
  switch (tag.split('-')[0]) {
    // Java and old browsers still call Indonesian "in".
    case 'id':
    case 'in':
    case '*':
      return 'id';
    case 'en':
      return 'en';
    case undefined:
    default:
      return undefined;
  }
}

function choices(header: string | null): Choice[] {
  return (header ?? '').split(',').map((item) => {
    const [name = '', ...parameters] = item.split(';').map((part) => part.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    const weight = quality === undefined ? 1 : Number(quality);
    return { name, weight: Number.isFinite(weight) ? weight : 0 };
  });
}
