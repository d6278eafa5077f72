import { type Locator } from 'playwright-core';
import { eventually } from './screen.js';

/** Waits until something has the focus. */
export async function seeFocus(target: Locator): Promise<void> {
  await target.waitFor();
  await eventually(
    () => target.evaluate((element) => element.matches(':focus')),
    `the focus on ${target.toString()}`,
  );
}
