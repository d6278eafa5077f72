import { html, type Html } from './html.js';
import { layout, type PageContext } from './layout.js';

/** The page where beta apps are made and changed. */
function betaAppPage(context: PageContext): Html {
  const { words, linkTo } = context;
  return layout(
    context,
    words.betaApp,
    html`<beta-app-editor
      base-url="/api"
      stores-url="${linkTo('/beta-app-store')}"
    ></beta-app-editor>`,
  );
}

/** The page where the stores of a beta app are chosen. */
function betaAppStorePage(context: PageContext): Html {
  const { words } = context;
  return layout(
    context,
    words.betaAppStore,
    html`<beta-store-picker base-url="/api"></beta-store-picker>`,
  );
}

/** The page where helpdesk looks versions up. */
function versionsPage(context: PageContext): Html {
  const { words, linkTo } = context;
  return layout(
    context,
    words.versions,
    html`<beta-version-lookup
      base-url="/api"
      beta-app-url="${linkTo('/beta-app')}"
    ></beta-version-lookup>`,
  );
}

/** The page with all beta apps in time. */
function timelinePage(context: PageContext): Html {
  const { words, linkTo } = context;
  return layout(
    context,
    words.timeline,
    html`<beta-timeline base-url="/api" beta-app-url="${linkTo('/beta-app')}"></beta-timeline>`,
  );
}

/** Editor and picker on one page, where they follow each other. */
function bothPage(context: PageContext): Html {
  const { words } = context;
  return layout(
    context,
    words.both,
    html`<beta-app-editor base-url="/api"></beta-app-editor>
      <beta-store-picker base-url="/api"></beta-store-picker>`,
  );
}

/** The pages by their path. */
export const pages: Readonly<Partial<Record<string, (context: PageContext) => Html>>> = {
  '/beta-app': betaAppPage,
  '/beta-app-store': betaAppStorePage,
  '/versi-toko': versionsPage,
  '/linimasa': timelinePage,
  '/beta-app-lengkap': bothPage,
};
