import { type ElementStory, phoneSize } from '@beta-app/stories/elements/support/element-story';
import { shows, until } from '@beta-app/stories/elements/support/find';
import { setViewport } from '@web/test-runner-commands';
import { expectAccessible } from '../support/audit.js';

const languages = ['id', 'en'] as const;
const schemes = ['light', 'dark'] as const;

/** Renders each story in both languages and both colour schemes, waits for what it shows, and audits it. */
export function expectStories(subject: string, stories: Readonly<Record<string, unknown>>): void {
  const named = Object.entries(stories).filter(([name]) => name !== 'default');
  describe(`the stories of ${subject}`, () => {
    const { innerWidth: width, innerHeight: height } = window;

    afterEach(async () => {
      document.body.replaceChildren();
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

function setPage(lang: string, scheme: string): void {
  document.documentElement.lang = lang;
  document.documentElement.dataset['bsTheme'] = scheme;
}
