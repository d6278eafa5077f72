import { type ElementStory, phoneSize } from '@beta-app/stories/elements/support/element-story';
import { inside, isShown, shows, until } from '@beta-app/stories/elements/support/find';
import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { expectAccessible } from '../support/audit.js';

const languages = ['id', 'en'] as const;
const schemes = ['light', 'dark'] as const;
/** The narrowest there is, and one in which wide forms have little room. */
const windows = [
  { width: 360, height: 740 },
  { width: 768, height: 900 },
];

/**
 * Renders each story in both languages and both colour schemes, waits for what it shows, and audits it; and
 * in small windows, with Storybook's room around it.
 */
export function expectStories(subject: string, stories: Readonly<Record<string, unknown>>): void {
  const named = Object.entries(stories).filter(([name]) => name !== 'default');
  describe(`the stories of ${subject}`, () => {
    const { innerWidth: width, innerHeight: height } = window;

    afterEach(async () => {
      document.body.replaceChildren();
      document.body.style.removeProperty('padding');
      setPage('id', 'light');
      if (window.innerWidth !== width) await setViewport({ width, height });
    });

    for (const [name, story] of named as [string, ElementStory][]) {
      for (const lang of languages) {
        for (const scheme of schemes) {
          // What is dark alone is shown once.
          if (story.globals?.scheme !== undefined && story.globals.scheme !== scheme) continue;
          it(`${name} is accessible in ${lang}, ${scheme}`, async () => {
            setPage(lang, scheme);
            if (story.globals?.viewport !== undefined) await setViewport(phoneSize);
            await render(story, lang);
            await expectAccessible(document.body);
          }).timeout(20_000);
        }
      }

      for (const size of windows) {
        it(`${name} fits into ${size.width} px`, async () => {
          setPage('id', 'light');
          document.body.style.padding = '16px';
          await setViewport(size);
          await render(story, 'id');
          for (const part of [document.documentElement, ...inside(document.body, '*')]) {
            if (scrolls(part)) expect(part.scrollWidth, part.className).to.equal(part.clientWidth);
          }
          for (const greyRow of inside(document.body, '.bone').filter(isShown)) {
            expect(greyRow.clientWidth).to.be.above(20);
          }
        }).timeout(20_000);
      }
    }
  });
}

async function render(story: ElementStory, lang: 'id' | 'en'): Promise<void> {
  const canvasElement = document.createElement('main');
  canvasElement.append(story.render(story.args ?? {}));
  document.body.append(canvasElement);
  await story.play?.({ canvasElement });
  const { shows: shown } = story.parameters;
  const text = typeof shown === 'string' ? shown : shown[lang];
  await until(() => shows(document.body, text), text);
}

/** Whether an element can be scrolled sideways, if only by keys. */
function scrolls(element: HTMLElement): boolean {
  const { overflowX } = getComputedStyle(element);
  return element === document.documentElement || overflowX === 'auto' || overflowX === 'scroll';
}

function setPage(lang: string, scheme: string): void {
  document.documentElement.lang = lang;
  document.documentElement.dataset['bsTheme'] = scheme;
}
