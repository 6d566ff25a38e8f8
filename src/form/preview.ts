import {html, nothing, type TemplateResult} from 'lit';
import {cleanText} from '../content/clean.js';
import {markupTags} from '../content/markup.js';
import {markupToHtml} from '../content/markup-to-html.js';
import {loadSanitizer} from '../content/sanitize/load.js';
import type {Direction} from '../content/types.js';
import type {LanguageController} from '../language/controller.js';

/** After the last key: a preview that changes with every one would only disturb. */
const quiet = 300;

const tagList = markupTags.map((tag) => `<${tag}>`).join(' ');

/** What readers will see of what is written with tags: nothing but what will be sent has passed the same way. */
async function show(source: string, dir: Direction): Promise<DocumentFragment | null> {
  const {toSafeMarkup, sanitizeComment} = await loadSanitizer();
  const safe = toSafeMarkup(markupToHtml(cleanText(source)), dir);
  return safe === null ? null : (sanitizeComment(safe, dir)?.fragment ?? null);
}

/** Shows what becomes of the tags that were written, as long as the reader wants to see it. */
export class Preview {
  readonly #language: LanguageController;
  readonly #changed: () => void;
  #isOpen = false;
  #isTyping = false;
  #source = '';
  #shown: DocumentFragment | null = null;
  #failed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(language: LanguageController, changed: () => void) {
    this.#language = language;
    this.#changed = changed;
  }

  /** What stands in the box now. */
  follow(source: string): void {
    if (source === this.#source) return;
    this.#source = source;
    if (!this.#isOpen) return;
    clearTimeout(this.#timer);
    // Who writes hears nothing of it until asking for it again.
    this.#timer = setTimeout(() => void this.#update(true), quiet);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  readonly #toggle = (): void => {
    clearTimeout(this.#timer);
    this.#isOpen = !this.#isOpen;
    this.#shown = null;
    this.#failed = false;
    this.#changed();
    if (this.#isOpen) void this.#update(false);
  };

  async #update(isTyping: boolean): Promise<void> {
    const source = this.#source;
    let shown: DocumentFragment | null = null;
    let failed = false;
    try {
      shown = await show(source, this.#language.dir);
      failed = shown === null && source.trim() !== '';
    } catch {
      // Said in its place; pressing the button again tries again.
      failed = true;
    }
    if (source !== this.#source || !this.#isOpen) return;
    this.#isTyping = isTyping;
    this.#shown = shown;
    this.#failed = failed;
    this.#changed();
  }

  render(): TemplateResult {
    const language = this.#language;
    return html`<div class="markup">
        <button
          type="button"
          class="quiet"
          id="preview-button"
          aria-expanded=${this.#isOpen}
          aria-controls="preview"
          @click=${this.#toggle}
        >
          ${language.text('preview')}
        </button>
        <code class="tags" dir="ltr">${tagList}</code>
      </div>
      <div
        class="preview"
        id="preview"
        role="region"
        aria-labelledby="preview-button"
        aria-live=${this.#isTyping ? 'off' : 'polite'}
      >
        ${this.#failed ? html`<p>${language.text('errorCannotLoad')}</p>` : (this.#shown ?? nothing)}
      </div>`;
  }
}
