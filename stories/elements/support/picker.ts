import { sampleBranch } from '../../fake/sample-directory.js';
import { type Canvas } from './element-story.js';
import { chooseBranch, find, press } from './find.js';

/** Chooses the branch that most stories show, and waits for its stores. */
export async function showBranch({ canvasElement }: Canvas): Promise<void> {
  await chooseBranch(canvasElement, sampleBranch);
  await find(canvasElement, '[data-position="0"]');
}

/** Presses the checkbox of a row. */
export const tick = (canvas: HTMLElement, position: number): Promise<void> =>
  press(canvas, `[data-position="${position}"] input`);
