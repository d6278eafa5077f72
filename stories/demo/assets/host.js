/* global jQuery, window, document, URLSearchParams */
/**
 * A page's script of the usual kind: jQuery, no modules. It hears the widgets through the events that
 * they let bubble up to the document.
 */
jQuery(function ($) {
  const isIndonesian = document.documentElement.lang !== 'en';
  const say = (id, en) => (isIndonesian ? id : en);
  const number = (count) => count.toLocaleString(document.documentElement.lang);

  const log = $('#log');
  let isEmpty = true;

  function write(text) {
    const time = new Date().toLocaleTimeString(document.documentElement.lang);
    if (isEmpty) log.empty();
    isEmpty = false;
    $('<li class="list-group-item">')
      .append($('<time class="text-body-secondary me-2">').text(time))
      .append(document.createTextNode(text))
      .prependTo(log);
    log.children().slice(8).remove();
  }

  /** Links of the menu take the chosen beta app along. */
  function keepBetaApp(id) {
    $('[data-keeps-beta-app]').attr('href', (_, href) => {
      const url = new URL(href, window.location.href);
      url.searchParams.set('beta-app', id);
      return url.pathname + url.search;
    });
  }

  $(document)
    .on('beta-app-selected', function ({ originalEvent: { detail } }) {
      keepBetaApp(detail.betaApp.id);
      write(say('Beta-app dipilih: ', 'Beta app chosen: ') + detail.betaApp.name);
    })
    .on('beta-app-created', function ({ originalEvent: { detail } }) {
      keepBetaApp(detail.betaApp.id);
      write(say('Beta-app dibuat: ', 'Beta app created: ') + detail.betaApp.name);
    })
    .on('beta-app-changed', function ({ originalEvent: { detail } }) {
      write(say('Beta-app diubah: ', 'Beta app changed: ') + detail.betaApp.name);
    })
    .on('beta-stores-saved', function ({ originalEvent: { detail } }) {
      const counts = '+' + number(detail.saved.added) + ' −' + number(detail.saved.removed);
      write(say('Daftar toko disimpan: ', 'List of stores saved: ') + counts);
    })
    .on('beta-versions-looked-up', function ({ originalEvent: { detail } }) {
      const stores = detail.lookup.stores;
      const what = stores.length === 1 ? stores[0].code : number(stores.length);
      write(say('Versi toko dicari: ', 'Store versions looked up: ') + what);
    })
    .on('beta-notify', function ({ originalEvent: { detail } }) {
      // preventDefault() here would say: the page shows this message in its own way.
      write(say('Pemberitahuan: ', 'Notification: ') + detail.message);
    });

  const chosen = new URLSearchParams(window.location.search).get('beta-app');
  if (chosen) keepBetaApp(chosen);

  // The address is read when a link is used, since the widgets write to it.
  $('[data-keeps-query]').on('click', function () {
    const url = new URL(window.location.href);
    url.searchParams.set('lang', this.hreflang);
    this.href = url.pathname + url.search;
  });

  $('#user').on('change', function () {
    this.form.elements.to.value = window.location.pathname + window.location.search;
    this.form.submit();
  });
});
