import type { BetaApp } from '@beta-app/core/contract';
import { inside, until } from '@beta-app/stories/elements/support/find';
import { type Scene } from '../support/scene.js';
import { field } from '../support/screen.js';

const inOneLine = (element: HTMLElement): string => element.innerText.replace(/\s+/gu, ' ').trim();

/** What stands in the list of a history: days and entries, each in one line, in their order. */
export const told = (root: ParentNode): string[] =>
  inside(root, 'dialog[open] .scroller :is(h3, .entry)').map(inOneLine);

/** The entries of a history, each in one line without its time. */
export const entries = (root: ParentNode): string[] =>
  inside(root, 'dialog[open] .entry').map((entry) =>
    inOneLine(entry).replace(/^\d\d[.:]\d\d WIB /u, ''),
  );

/** Waits until a history has so many entries. */
export const seeEntries = (root: ParentNode, count: number): Promise<string[]> =>
  until(() => {
    const shown = entries(root);
    return shown.length === count ? shown : undefined;
  }, `${count} entries`);

/** Sets a filter that holds as soon as it is left, or chosen. */
export async function setFilter(label: string, value: string): Promise<HTMLElement> {
  const control = await field(label);
  control.value = value;
  control.dispatchEvent(new Event('change', { bubbles: true }));
  return control;
}

/** The stores that are unfolded, each in one line. */
export const unfoldedStores = (root: ParentNode): string[] =>
  inside(root, 'beta-event-stores')
    .flatMap(({ shadowRoot }) => inside(shadowRoot!, 'li'))
    .map(inOneLine);

/** Changes the details of the first beta app, as whoever the client belongs to. */
export async function changeDetails(
  client: Scene['client'],
  change: (edit: Pick<BetaApp, 'id' | 'detailsRevision'>) => Promise<unknown>,
): Promise<void> {
  const { id, detailsRevision } = await client.getBetaApp({ id: 1 });
  await change({ id, detailsRevision });
}
