import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Direction} from '../content/types.js';
import {arForm} from './ar-form.js';
import {choose, chooseAtHand, type Choice} from './choose.js';
import {isolate} from './isolate.js';
import type {FormLanguage, Language, MessageKey, PluralKey, Strings} from './messages.js';
import {languageListeners} from './register-language.js';

/** An element with the settings that concern its language; all but `lang` and `dir` are read when used. */
export type LanguageHost = ReactiveControllerHost &
  HTMLElement & {
    readonly strings?: Strings | undefined;
    readonly numerals?: string;
    readonly calendar?: string;
  };

/** Values of a message's placeholders, cleaned as what they are (a name by `displayName`); an array becomes a list. */
export type Values = Readonly<Record<string, string | number | readonly string[]>>;

const parent = (element: Element): Element | null => {
  const above = element.parentNode;
  return above instanceof ShadowRoot ? above.host : element.parentElement;
};

/** A message in parts: every second one is a placeholder, and becomes what `value` gives for it. */
const fill = (message: string, value: (name: string) => unknown): unknown[] =>
  message.split(/\{(\w+)\}/).map((part, index) => (index % 2 ? value(part) : part));

/**
 * What an element says, in the language of its place in the page (RTL.md
 * D1–D4): the nearest `lang`, followed while it changes. The element puts `tag`
 * and `dir` on its root and asks for words by key; it is rendered again when
 * another language has come.
 *
 * Until the first language is here, the root is kept out of sight, with the
 * room it takes: Arabic words never flash up in an English page.
 *
 * Numbers, and words that depend on one, come with the messages that a form at
 * rest does not need (numbers.ts), dates and times with the conversation (dates.ts).
 */
export class LanguageController implements ReactiveController {
  /** The element, with what its page has set. */
  readonly host: LanguageHost;
  readonly #observer = new MutationObserver(() => this.#follow());
  /** What the page asks for: another object each time it is read. */
  #asked = {lang: ''};
  /** What is shown, until what is asked for has come. */
  #choice: Choice = {tag: 'ar', dir: 'rtl', language: arForm};
  #ready = false;

  constructor(host: LanguageHost) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    languageListeners.add(this.#follow);
    this.#follow();
  }

  hostDisconnected(): void {
    languageListeners.delete(this.#follow);
    this.#observer.disconnect();
  }

  hostUpdated(): void {
    const root = this.host.shadowRoot?.firstElementChild;
    if (root instanceof HTMLElement) root.style.visibility = this.#ready ? '' : 'hidden';
  }

  /** For the root's `lang`. */
  get tag(): string {
    return this.#choice.tag;
  }

  /** For the root's `dir`. */
  get dir(): Direction {
    const own = this.host.dir;
    return own === 'rtl' || own === 'ltr' ? own : this.#choice.dir;
  }

  /** Whether the messages are here that a form at rest does not need. */
  get complete(): boolean {
    return this.language !== arForm;
  }

  /** The language's own facts, and its words without what the page replaces. */
  get language(): FormLanguage & Partial<Language> {
    return this.#choice.language;
  }

  /** The numbering system that the page's tag asks for; else it is the language's own (RTL.md N1). */
  get numerals(): string | undefined {
    return this.#choice.numerals;
  }

  /**
   * Brings in the messages that a form at rest does not need, and the language
   * itself if it could not be loaded before. Never rejects: see `complete`.
   */
  async load(): Promise<void> {
    const asked = this.#asked;
    let choice: Choice | undefined;
    try {
      choice = await choose(asked.lang);
    } catch {
      // What is shown stays: at first the built-in language, which is all there is.
    }
    if (asked === this.#asked) this.#show(choice ?? this.#choice);
  }

  /** A message; an empty string when it has not come yet. */
  text(key: MessageKey, values?: Values): string {
    return this.fill(this.#message(key), values);
  }

  /** A message in parts, for a template: text, and between it the values as they are (RTL.md B9). */
  template(key: MessageKey, values: Readonly<Record<string, unknown>>): readonly unknown[] {
    return fill(this.#message(key), (name) => values[name]);
  }

  /**
   * A message that depends on a number; `{count}` is that number as it is written here. Empty until it has come:
   * a form at rest knows the words and digits of plain Arabic only, and they are enough for its limit (RTL.md F9).
   */
  plural(key: PluralKey, count: number, values?: Values): string {
    const {numbers, tag, language} = this.#choice;
    const {strings, numerals} = this.host;
    if (numbers) return numbers.inWords(this, [strings?.[key], language[key]], count, values);
    if (numerals || strings?.[key] || tag !== 'ar') return '';
    const message = language[key]?.[new Intl.PluralRules(tag).select(count)];
    return (message ?? '').replace('{count}', count.toLocaleString('en'));
  }

  /** A number in the digits of the language, or of the page's choice. Empty until `load()` has brought them. */
  number(value: number): string {
    return this.#choice.numbers?.number(this, value) ?? '';
  }

  /** `message` with its values, each as what it is: no value can turn what stands beside it (RTL.md B6). */
  fill(message: string, values: Values = {}): string {
    return fill(message, (name) => {
      const value = values[name] ?? '';
      return typeof value === 'string' ? isolate(value) : this.#choice.numbers?.written(this, value);
    }).join('');
  }

  /** A page may have put anything there by JSON: only text counts (RTL.md L6). */
  #message(key: MessageKey): string {
    const own: unknown = this.host.strings?.[key];
    return (typeof own === 'string' && own) || (this.language[key] ?? '');
  }

  #show(choice: Choice): void {
    this.#choice = choice;
    this.#ready = true;
    this.host.requestUpdate();
  }

  /** Reads the nearest `lang`, and watches every element on the way to it. */
  readonly #follow = (): void => {
    this.#observer.disconnect();
    let lang: string | null = null;
    for (let element: Element | null = this.host; element && lang === null; element = parent(element)) {
      this.#observer.observe(element, {attributeFilter: ['lang', 'dir']});
      lang = element.getAttribute('lang');
    }
    this.#asked = {lang: lang ?? ''};
    const here = chooseAtHand(this.#asked.lang);
    if (here) this.#show(here);
    else void this.load();
  };
}
