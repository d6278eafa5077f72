import assert from 'node:assert/strict';
import { type Locator, type Page } from 'playwright-core';
import { type Way, withMouse } from './ways.js';

/** The open dialog with that title. */
export function dialog(page: Page, title: string | RegExp): Locator {
  return page.getByRole('dialog', { name: title, exact: true });
}

/** The open confirmation with that title. */
export function confirmation(page: Page, title: string | RegExp): Locator {
  return page.getByRole('alertdialog', { name: title, exact: true });
}

/** The yellow field that chooses a beta app. */
export function betaAppField(page: Page): Locator {
  return page.getByRole('button', { name: /^(Beta-App|Beta app) / });
}

/** Chooses a beta app as a user does, and waits until the page is filled. */
export async function chooseBetaApp(
  page: Page,
  name: string,
  { hand, words }: Way = withMouse,
): Promise<void> {
  await hand.press(betaAppField(page).first());
  await hand.chooseFrom(dialog(page, words.betaAppList), name);
  await seeStatus(page, words.picked(name));
}

/** Waits for a success or an information. */
export async function seeStatus(page: Page, text: string | RegExp): Promise<void> {
  await page.getByRole('status').getByText(text).first().waitFor();
}

/** Waits for a warning or an error. */
export async function seeAlert(page: Page, text: string | RegExp): Promise<void> {
  await page.getByRole('alert').getByText(text).first().waitFor();
}

/** Waits for a condition that no locator can tell, such as one in the database. */
export async function eventually(
  condition: () => Promise<boolean>,
  what: string,
  timeout = 10_000,
): Promise<void> {
  const end = Date.now() + timeout;
  while (!(await condition())) {
    assert.ok(Date.now() < end, `Not within ${timeout} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Reads a description list under a heading or in a dialog: the value that stands with a label. */
export function fact(scope: Page | Locator, label: string): Locator {
  // The label's own locator must not begin in the scope: it is looked for inside each pair.
  const page = 'page' in scope ? scope.page() : scope;
  const pair = scope.locator('dl > div').filter({ has: page.locator(`dt:text-is("${label}")`) });
  return pair.locator('dd');
}
