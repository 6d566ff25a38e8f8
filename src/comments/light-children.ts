import {html, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {readInlineSettings, type InlineSettings} from './inline-settings.js';

/** What the page has put into the element: settings in a script, and slots. */
export class LightChildren implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #observer = new MutationObserver(() => this.#read());
  /** Of the child script, for pages without scripts of their own. */
  settings: InlineSettings = {};
  #slots: ReadonlySet<string> = new Set();

  constructor(host: ReactiveControllerHost & Element) {
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
    this.settings = readInlineSettings(this.#host);
    this.#slots = new Set(Array.from(this.#host.children, (child) => child.slot));
    this.#host.requestUpdate();
  }
}
