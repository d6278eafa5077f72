import { inside } from '@beta-app/stories/elements/support/find';
// The package is a classic script, which has no exports in a browser and leaves a global.
import 'axe-core';
import type axeCore from 'axe-core';

declare global {
  interface Window {
    axe: typeof axeCore;
  }
}

/** The animations of the page with all shadow roots in it. */
function animations(): Animation[] {
  const roots = inside(document, '*').map(({ shadowRoot }) => shadowRoot);
  return [document, ...roots].flatMap((root) => root?.getAnimations() ?? []);
}

const ends = ({ effect }: Animation): boolean => effect?.getComputedTiming().endTime !== Infinity;

/**
 * Fails with a readable list if the element, shadow roots included, has accessibility problems. An
 * empty list or grid passes every rule: assert what is shown before.
 */
export async function expectAccessible(
  element: Element,
  options: axeCore.RunOptions = {},
): Promise<void> {
  // Colours are judged as they are in the end, not half-way into a dialog.
  const ending = animations().filter(ends);
  await Promise.allSettled(ending.map(({ finished }) => finished));
  const { violations } = await window.axe.run(element, { resultTypes: ['violations'], ...options });
  if (violations.length === 0) return;
  const problems = violations.map(({ id, help, nodes }) => {
    const places = nodes.map(
      ({ html, failureSummary }) => `    ${html}\n    ${failureSummary ?? ''}`,
    );
    return `  ${id}: ${help}\n${places.join('\n')}`;
  });
  throw new Error(`accessibility problems:\n${problems.join('\n')}`);
}
