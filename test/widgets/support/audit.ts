// The package is a classic script, which has no exports in a browser and leaves a global.
import 'axe-core';
import type axeCore from 'axe-core';

declare global {
  interface Window {
    axe: typeof axeCore;
  }
}

/** The animations of a tree with all shadow roots in it. */
function* animations(root: Document | ShadowRoot): Generator<Animation> {
  yield* root.getAnimations();
  for (const { shadowRoot } of root.querySelectorAll('*')) {
    if (shadowRoot) yield* animations(shadowRoot);
  }
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
  await Promise.allSettled([...animations(document)].filter(ends).map(({ finished }) => finished));
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
