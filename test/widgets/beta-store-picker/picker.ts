import { chooseBranch, inside, until } from '@beta-app/stories/elements/support/find';
import '@beta-app/widgets/define';
import { type BetaStorePicker } from '@beta-app/widgets';
import { type Scene, setScene } from '../support/scene.js';

/** Puts a picker into the page, with a client that answers from memory, and waits for its rows. */
export async function mountPicker(
  options: { scene?: Scene; branch?: string; width?: string } = {},
): Promise<Scene & { picker: BetaStorePicker; grid: HTMLElement }> {
  const { scene = setScene(), branch = 'Bandung 1' } = options;
  const picker = document.createElement('beta-store-picker');
  picker.client = scene.client;
  picker.noUrl = true;
  picker.betaAppId = 1;
  picker.style.width = options.width ?? '1000px';
  document.body.append(picker);
  await until(() => picker.chosen.current, 'the beta app');
  await chooseBranch(picker, branch);
  const grid = await until(() => inside(picker, 'beta-store-grid')[0], 'the table');
  await until(() => rowOf(grid, 0), 'rows');
  // The first few come before the height is known; a picture later there are as many as fit.
  await nextPicture();
  await nextPicture();
  return { ...scene, picker, grid };
}

const nextPicture = () => new Promise((resolve) => requestAnimationFrame(resolve));

export const rowOf = (grid: Element, position: number): HTMLElement | undefined =>
  inside(grid, `[data-position="${position}"]`)[0];

/** The checkbox of a row that must be in the document. */
export function checkboxOf(grid: Element, position: number): HTMLInputElement {
  const found = rowOf(grid, position)?.querySelector('input');
  if (!found) throw new Error(`No checkbox in row ${position}.`);
  return found;
}

export const headerOf = (grid: Element): HTMLInputElement =>
  inside<HTMLInputElement>(grid, '.head input')[0]!;

export const barOf = (picker: Element): string =>
  inside(picker, '.counts')[0]?.innerText.replace(/\s+/gu, ' ').trim() ?? '';

/** Presses a key where the focus is. */
export function pressKey(target: Element, key: string, more: KeyboardEventInit = {}): void {
  const init = { key, bubbles: true, composed: true, cancelable: true, ...more };
  target.dispatchEvent(new KeyboardEvent('keydown', init));
}

/** Waits until what was changed is painted. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
