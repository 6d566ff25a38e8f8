import {html, type ReactiveController, type TemplateResult} from 'lit';
import {readInlineSettings} from './inline-settings.js';
import type {TaaliqComments} from './comments.js';

/** What the page has put into the element: settings in a script, and slots. */
export class LightChildren implements ReactiveController {
  readonly #host: TaaliqComments;
  readonly #observer = new MutationObserver(() => this.#read());
  #slots: ReadonlySet<string> = new Set();

  constructor(host: TaaliqComments) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#read();
    this.#observer.observe(this.#host, {childList: true});
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  /** Slots put into an inner element's slots, but only those that the page fills: else the inner one's own words show. */
  hand(...names: readonly string[]): readonly TemplateResult[] {
    return names
      .filter((name) => this.#slots.has(name))
      .map((name) => html`<slot name=${name} slot=${name}></slot>`);
  }

  #read(): void {
    const host = this.#host;
    const {strings, blockedWords, headers} = readInlineSettings(host);
    // What a script of the page has set counts before what stands in its markup.
    host.strings ??= strings;
    host.blockedWords ??= blockedWords;
    host.headers ??= headers;
    this.#slots = new Set(Array.from(host.children, (child) => child.slot));
    host.requestUpdate();
  }
}
