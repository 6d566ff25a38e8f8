import {html, type TemplateResult} from 'lit';
import {cleanText} from '../content/clean.js';
import {countCharacters} from '../content/count.js';
import type {LanguageController} from '../language/controller.js';

const shownFrom = 0.8;
const quiet = 1000;
/** Longer texts are counted when typing stops: counting takes time with every key. */
const longText = 20_000;

/** Its words are set by script: nothing is rendered anew for a key. */
export const counterTemplate: TemplateResult = html`<p part="counter" class="counter" aria-hidden="true"></p>
  <p class="counter-spoken hidden" role="status"></p>`;

/** How many characters are left: seen at once, said when typing stops. */
export class Counter {
  readonly #root: ParentNode;
  readonly #language: LanguageController;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(root: ParentNode, language: LanguageController) {
    this.#root = root;
    this.#language = language;
  }

  update(text: string, limit: number): void {
    clearTimeout(this.#timer);
    if (text.length < longText) this.#show(text, limit);
    this.#timer = setTimeout(() => {
      const words = this.#show(text, limit);
      this.#write('.counter-spoken', words);
    }, quiet);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #show(text: string, limit: number): string {
    const left = this.#left(text, limit);
    const over = left !== null && left < 0;
    let words = '';
    if (left !== null) {
      words = over
        ? this.#language.plural('charactersOver', -left)
        : this.#language.plural('charactersLeft', left);
    }
    this.#write('.counter', words)?.classList.toggle('over', over);
    return words;
  }

  /** Null while there is plenty. */
  #left(text: string, limit: number): number | null {
    // A character is never shorter than its code units: few of them need no counting.
    if (text.length < limit * shownFrom) return null;
    const count = countCharacters(cleanText(text), this.#language.tag);
    return count < limit * shownFrom ? null : limit - count;
  }

  #write(selector: string, words: string): Element | null {
    const place = this.#root.querySelector(selector);
    if (place && place.textContent !== words) place.textContent = words;
    return place;
  }
}
