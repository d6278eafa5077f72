import { DocsContainer } from '@storybook/addon-docs/blocks';
import { themes } from 'storybook/theming';

type Container = typeof DocsContainer;

/** A page of documentation in the scheme that is chosen; its stories are in that scheme and language, too. */
export const docsPage: Container = (props) => {
  const { context } = props;
  const { lang, scheme } = context.getStoryContext(context.storyById()).globals as {
    lang: string;
    scheme: 'light' | 'dark';
  };
  showStoriesWith(`lang:${lang};scheme:${scheme}`);
  return DocsContainer({ ...props, theme: themes[scheme] });
};

/** Each story stands in a frame of its own, which the toolbar doesn't reach. */
function showStoriesWith(globals: string): void {
  // Where Storybook begins the addresses of the frames that it makes.
  Object.assign(globalThis, { PREVIEW_URL: `iframe.html?${new URLSearchParams({ globals })}` });
  for (const frame of document.querySelectorAll<HTMLIFrameElement>('.sb-story iframe')) {
    const address = new URL(frame.src);
    address.searchParams.set('globals', globals);
    if (frame.src !== address.href) frame.src = address.href;
  }
}
