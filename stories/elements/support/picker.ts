import { sampleBranch } from '../../fake/sample-directory.js';
import { type Canvas } from './element-story.js';
import { chooseBranch, find, inside, press, until } from './find.js';

/** Chooses the branch that most stories show, and waits for its stores. */
export async function showBranch({ canvasElement }: Canvas): Promise<void> {
  await chooseBranch(canvasElement, sampleBranch);
  await find(canvasElement, '[data-position="0"]');
}

/** Presses the checkbox of a row. */
export const tick = (canvas: HTMLElement, position: number): Promise<void> =>
  press(canvas, `[data-position="${position}"] input`);

/** Shows some of the stores only: by a select where the picker is narrow, else by a row of choices. */
export async function showOnly(
  canvas: HTMLElement,
  filter: 'registered' | 'changed',
): Promise<void> {
  const control = await until(
    () => inside(canvas, `#filter, [name=filter][value=${filter}]`)[0],
    'the filter of stores',
  );
  if (control instanceof HTMLSelectElement) {
    control.value = filter;
    control.dispatchEvent(new Event('change', { bubbles: true }));
  } else {
    control.click();
  }
}
