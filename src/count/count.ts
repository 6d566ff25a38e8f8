import {
  LitElement,
  html,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type {Backend, Credentials} from '../backends/port.js';
import {LanguageController} from '../language/controller.js';
import type {Strings} from '../language/messages.js';
import {CountController} from './count-controller.js';
import {styles} from './count.styles.js';
import {showStates} from './states.js';

/**
 * The number of comments of an article, for lists of articles. All elements of
 * a page with the same settings are asked for at once, when the first of them
 * comes near the view.
 *
 * @slot - Shown as long as there is no number: until it has come, and where there is none to be had.
 * @csspart root - The number in words.
 * @cssprop --taaliq-font - Font family; the page's own by default.
 * @cssstate loading - The number has not come yet.
 * @cssstate empty - There is no comment yet.
 * @cssstate failed - There is no number to be had.
 */
export class TaaliqCount extends LitElement {
  static override properties: PropertyDeclarations = {
    backend: {},
    endpoint: {},
    site: {},
    thread: {},
    credentials: {},
    numerals: {},
    strings: {attribute: false},
    headers: {attribute: false},
  };

  static override styles: CSSResultGroup = styles;

  /** Name of a backend, one that the page registered, or a `Backend` object. */
  declare backend: string | Backend;
  /** Address of the backend, absolute or relative to the page; http(s) only. */
  declare endpoint: string;
  /** The site's name on servers that host several. */
  declare site: string;
  /** Which conversation; when empty, that of the article that the link around it leads to, else the page's. */
  declare thread: string;
  /** Whether requests carry cookies, for backends that need them. */
  declare credentials: Credentials;
  /** Digits: `latn`, `arab` or `arabext`; the language's own by default. */
  declare numerals: string;
  /** Replaces a message: `commentsCount` says a number, `noComments` that there is none. */
  declare strings: Strings | undefined;
  /** Headers for every request to the backend. */
  declare headers: Readonly<Record<string, string>> | undefined;

  readonly #language = new LanguageController(this);
  readonly #count = new CountController(this, () => void this.#language.load());
  readonly #internals = this.attachInternals();
  /** The language whose words have been asked for. */
  #tag = '';

  constructor() {
    super();
    this.backend = 'rest';
    this.endpoint = '';
    this.site = '';
    this.thread = '';
    this.credentials = 'omit';
    this.numerals = '';
    this.strings = undefined;
    this.headers = undefined;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const {state} = this.#count;
    showStates(this.#internals, state);
    if (state.status !== 'known' || this.#tag === this.#language.tag) return;
    this.#tag = this.#language.tag;
    void this.#language.load();
  }

  /** The number in words; empty as long as it or the words are missing. */
  #words(): string {
    const {state} = this.#count;
    if (state.status !== 'known') return '';
    return state.number
      ? this.#language.plural('commentsCount', state.number)
      : this.#language.text('noComments');
  }

  protected override render(): TemplateResult {
    const {tag, dir} = this.#language;
    const words = this.#words();
    return html`<span part="root" class="root" lang=${tag} dir=${dir} ?hidden=${!words}>${words}</span
      ><slot ?hidden=${!!words}></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'taaliq-count': TaaliqCount;
  }
}
