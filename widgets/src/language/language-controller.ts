import { type ReactiveController, type ReactiveControllerHost } from 'lit';
import { type Formats, formatsOf } from '../format/formats.js';
import { type Words, wordsFor } from '../words/words.js';
import { type Language, languageOf, parentOf } from './language.js';

/**
 * Owns an element's language, its words and formats, and renders the element anew when a `lang` around
 * it changes. Which texts are shown is the element's own business.
 */
export class LanguageController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #observer = new MutationObserver(() => this.#read());
  #lang: Language | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  get lang(): Language {
    return (this.#lang ??= languageOf(this.#host));
  }

  get words(): Words {
    return wordsFor(this.lang);
  }

  get format(): Formats {
    return formatsOf(this.lang);
  }

  hostConnected(): void {
    this.#read();
    const options = { subtree: true, attributes: true, attributeFilter: ['lang'] };
    this.#observer.observe(document, options);
    for (let at: Element | null = this.#host; at !== null; at = parentOf(at)) {
      const root = at.getRootNode();
      if (root instanceof ShadowRoot) this.#observer.observe(root, options);
    }
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  #read(): void {
    const lang = languageOf(this.#host);
    if (lang === this.#lang) return;
    this.#lang = lang;
    this.#host.requestUpdate();
  }
}
