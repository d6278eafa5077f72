import { type Preview, setCustomElementsManifest } from '@storybook/web-components-vite';
import 'bootstrap/dist/css/bootstrap.min.css';
import manifest from 'virtual:elements-manifest';
import { phoneSize } from '../elements/support/element-story.js';
import { docsPage } from './docs-page.js';

setCustomElementsManifest(manifest);

const systemScheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: {
    lang: {
      description: 'Language of the page',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'id', title: 'Bahasa Indonesia' },
          { value: 'en', title: 'English' },
        ],
      },
    },
    scheme: {
      description: 'Colour scheme of the page',
      toolbar: {
        title: 'Scheme',
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
      },
    },
  },
  initialGlobals: { lang: 'id', scheme: systemScheme },
  decorators: [
    (story, { globals }) => {
      const { lang, scheme } = globals as { lang: string; scheme: string };
      document.documentElement.lang = lang;
      // Bootstrap's own way to say it, which the elements follow.
      document.documentElement.dataset['bsTheme'] = scheme;
      return story();
    },
  ],
  parameters: {
    layout: 'padded',
    options: { storySort: { order: ['Elements', 'Dialogs', 'Theme'] } },
    // Bootstrap's page is the background.
    backgrounds: { disable: true },
    // An open dialog covers the page that it stands in.
    docs: { container: docsPage, story: { inline: false, height: '640px' } },
    viewport: {
      options: {
        phone: {
          name: 'Phone',
          styles: { width: `${phoneSize.width}px`, height: `${phoneSize.height}px` },
        },
      },
    },
    a11y: { test: 'error' },
  },
};

export default preview;
