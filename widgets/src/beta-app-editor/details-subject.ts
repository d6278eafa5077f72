import type { DetailsChange } from '@beta-app/core/contract';
import { type EditorWords } from '../words/editor.id.js';

/** Says what a change of a beta app's details was about, such as "nama dan periode". */
export function detailsSubject(
  { action, subjects }: DetailsChange,
  words: EditorWords,
  list: (things: readonly string[]) => string,
): string {
  const { what } = words.stale;
  const codes = list(subjects);
  switch (action) {
    case 'create':
      return what.create;
    case 'update':
      return list(updated(subjects, what));
    case 'pause':
      return what.pause;
    case 'resume':
      return what.resume;
    case 'end':
      return what.end;
    case 'cancel':
      return what.cancel;
    case 'promote':
      return what.promote;
    case 'add_application':
      return what.add(codes);
    case 'change_application':
      return what.change(codes);
    case 'remove_application':
      return what.remove(codes);
  }
}

function updated(fields: readonly string[], what: EditorWords['stale']['what']): string[] {
  const names = [
    ...(fields.includes('name') ? [what.name] : []),
    ...(fields.includes('startsOn') || fields.includes('endsOn') ? [what.period] : []),
    ...(fields.includes('owner') ? [what.owner] : []),
  ];
  return names.length > 0 ? names : [what.details];
}
