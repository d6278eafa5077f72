import { type Person } from '@beta-app/core/contract';
import { people } from '../people.js';
import { html, type Html } from './html.js';
import { sideNavigation } from './side-navigation.js';
import { type HostWords, type Language } from './words.js';

export interface PageContext {
  language: Language;
  words: HostWords;
  user: Person;
  /** The page's own path. */
  path: string;
  /** Gives a link to another page in the same language. */
  linkTo: (path: string) => string;
}

/** Puts a page's content into SIH's frame: navigation, figures, notice board and log. */
export function layout(context: PageContext, title: string, content: Html): Html {
  const { words, linkTo } = context;
  return html`<!doctype html>
    <html lang="${words.lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · SIH</title>
        <link rel="icon" href="/assets/icon.svg" />
        <link rel="stylesheet" href="/assets/bootstrap.min.css" />
        <link rel="stylesheet" href="/assets/bootstrap-icons.min.css" />
        <link rel="stylesheet" href="/assets/host.css" />
      </head>
      <body class="bg-body-tertiary">
        <a class="visually-hidden-focusable" href="#isi">${words.skip}</a>
        ${topBar(context)}
        <div class="sih-frame">
          ${sideNavigation(context)}
          <main id="isi" class="sih-main" tabindex="-1">
            <nav aria-label="${words.breadcrumb}">
              <ol class="breadcrumb small mb-3">
                <li class="breadcrumb-item"><a href="${linkTo('/')}">${words.home}</a></li>
                <li class="breadcrumb-item">${words.trials}</li>
                <li class="breadcrumb-item active" aria-current="page">${title}</li>
              </ol>
            </nav>
            <h1 class="visually-hidden">${title}</h1>
            ${content} ${aroundTheWork(words)}
            <footer class="small text-body-secondary border-top pt-3 mt-4">${words.footer}</footer>
          </main>
        </div>
        <script src="/assets/jquery.min.js"></script>
        <script src="/assets/bootstrap.bundle.min.js"></script>
        <script src="/assets/host.js"></script>
        <script type="module" src="/widgets.js"></script>
      </body>
    </html>`;
}

function topBar({ words, user, path, language }: PageContext): Html {
  const otherLanguage = language === 'id' ? 'en' : 'id';
  return html`<header class="navbar sih-top" data-bs-theme="dark">
    <div class="container-fluid">
      <button
        class="btn btn-sm btn-outline-light d-lg-none me-2"
        type="button"
        data-bs-toggle="offcanvas"
        data-bs-target="#menu"
        aria-controls="menu"
        aria-label="${words.menu}"
      >
        <i class="bi bi-list" aria-hidden="true"></i>
      </button>
      <a class="navbar-brand fw-semibold" href="/">
        SIH <span class="sih-product">${words.product}</span>
      </a>
      <form class="sih-user" action="/masuk" method="get">
        <a
          class="link-light link-underline-opacity-50 small text-nowrap"
          data-keeps-query
          hreflang="${otherLanguage}"
          lang="${otherLanguage}"
          href="${path}?lang=${otherLanguage}"
          >${words.otherLanguage}</a
        >
        <input type="hidden" name="to" value="${path}?lang=${language}" />
        <label class="visually-hidden" for="user">${words.signedInAs}</label>
        <select id="user" name="nik" class="form-select form-select-sm">
          ${people.map(
            ({ name, nik }) =>
              html`<option value="${nik}" ${nik === user.nik && 'selected'}>
                ${name} · ${nik}
              </option>`,
          )}
        </select>
        <noscript><button class="btn btn-sm btn-light">${words.change}</button></noscript>
      </form>
    </div>
  </header>`;
}

/** What SIH shows on every page, so that the widgets stand in company. */
function aroundTheWork(words: HostWords): Html {
  return html`<div class="row g-3 mt-2">
    <div class="col-12">
      <dl class="sih-counters card card-body mb-0">
        ${counter(words.ticketsOpen, '128')} ${counter(words.ticketsWaiting, '34')}
        ${counter(words.ticketsEscalated, '9')} ${counter(words.ticketsDone, '61')}
      </dl>
    </div>
    <section class="col-lg-6" aria-labelledby="pengumuman">
      <div class="card h-100">
        <h2 class="card-header h6 mb-0" id="pengumuman">${words.board}</h2>
        <ul class="list-group list-group-flush">
          ${words.notices.map(
            ([title, text]) =>
              html`<li class="list-group-item"><strong>${title}.</strong> ${text}</li>`,
          )}
        </ul>
      </div>
    </section>
    <section class="col-lg-6" aria-labelledby="catatan">
      <div class="card h-100">
        <h2 class="card-header h6 mb-0" id="catatan">${words.log}</h2>
        <ol class="list-group list-group-flush" id="log">
          <li class="list-group-item text-body-secondary">${words.logEmpty}</li>
        </ol>
      </div>
    </section>
  </div>`;
}

function counter(label: string, figure: string): Html {
  return html`<div>
    <dt>${label}</dt>
    <dd>${figure}</dd>
  </div>`;
}
