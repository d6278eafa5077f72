import { html, type Html } from './html.js';
import { type PageContext } from './layout.js';

/** SIH's menu; only what belongs to the demo leads somewhere. */
export function sideNavigation(context: PageContext): Html {
  const { words } = context;
  return html`<nav
    class="sih-side offcanvas-lg offcanvas-start"
    id="menu"
    tabindex="-1"
    aria-label="${words.mainMenu}"
  >
    <div class="offcanvas-header">
      <span class="fw-semibold">SIH</span>
      <button
        type="button"
        class="btn-close"
        data-bs-dismiss="offcanvas"
        data-bs-target="#menu"
        aria-label="${words.closeMenu}"
      ></button>
    </div>
    <div class="offcanvas-body">
      <ul class="nav nav-pills flex-column w-100">
        <li class="sih-heading">${words.helpdesk}</li>
        ${elsewhere(context, 'speedometer2', words.dashboard)}
        ${elsewhere(context, 'ticket-detailed', words.tickets)}
        ${elsewhere(context, 'shop', words.stores)}
        ${elsewhere(context, 'bar-chart', words.reports)}
        <li class="sih-heading">${words.trials}</li>
        ${page(context, 'box-seam', words.betaApp, '/beta-app')}
        ${page(context, 'ui-checks', words.betaAppStore, '/beta-app-store')}
        ${page(context, 'search', words.versions, '/versi-toko')}
        ${page(context, 'bar-chart-steps', words.timeline, '/linimasa')}
        ${page(context, 'layout-split', words.both, '/beta-app-lengkap')}
      </ul>
    </div>
  </nav>`;
}

function page(context: PageContext, icon: string, title: string, path: string): Html {
  const isHere = context.path === path;
  return html`<li class="nav-item">
    <a
      class="nav-link ${isHere && 'active'}"
      ${isHere && html`aria-current="page"`}
      data-keeps-beta-app
      href="${context.linkTo(path)}"
    >
      <i class="bi bi-${icon}" aria-hidden="true"></i> ${title}
    </a>
  </li>`;
}

function elsewhere({ words }: PageContext, icon: string, title: string): Html {
  return html`<li class="nav-item">
    <a class="nav-link disabled" aria-disabled="true" role="link" title="${words.notInDemo}">
      <i class="bi bi-${icon}" aria-hidden="true"></i> ${title}
    </a>
  </li>`;
}
