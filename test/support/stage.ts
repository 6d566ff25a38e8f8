import {randomUUID} from 'node:crypto';
import type {MemoryOptions} from '../../src/backends/memory/backend.js';
import {openBrowser, type Browser, type EngineName, type Page} from './drive.js';
import {ear} from './ear.js';
import {article, serveBundle} from './host-page.js';
import {serve, type Answer, type Served} from './serve.js';

/** A clock that stands still but for `wait`: it is always two hours after the first seed. */
const clock = `<script>
  {
    const start = Date.UTC(2026, 0, 31, 20);
    Date.now = () => start + Number(sessionStorage.getItem('waited'));
  }
</script>`;

/** What the server in the page's memory is like. */
export type Scene = Pick<MemoryOptions, 'comments' | 'moderation' | 'closed' | 'capabilities'>;

/** An article with the built widget, and a browser; the comment server is in the page's memory. */
export class Stage {
  readonly page: Page;
  readonly #browser: Browser;
  readonly #bundle: Served;
  readonly #site: Served;
  readonly #answers: Record<string, Answer>;

  private constructor(
    page: Page,
    browser: Browser,
    bundle: Served,
    site: Served,
    answers: Record<string, Answer>,
  ) {
    this.page = page;
    this.#browser = browser;
    this.#bundle = bundle;
    this.#site = site;
    this.#answers = answers;
  }

  static async open(engine: EngineName): Promise<Stage> {
    const answers: Record<string, Answer> = {};
    const bundle = await serveBundle();
    const site = await serve((path) => answers[path]);
    const browser = await openBrowser(engine);
    return new Stage(await browser.newPage(), browser, bundle, site, answers);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await Promise.all([this.#bundle.stop(), this.#site.stop()]);
  }

  /** Shows an article with a conversation of its own, and waits until that has been read. */
  async show(scene: Scene = {}, attributes = ''): Promise<void> {
    const {origin} = this.#bundle;
    this.#answers['/article'] = article({
      bundle: origin,
      head: clock + ear,
      body: `<taaliq-comments backend="memory" thread="${randomUUID()}" loading="eager" ${attributes}>
        </taaliq-comments>
        <p><a href="/">بعد التعليقات</a></p>
        <script type="module">
          import {memoryBackend} from '${origin}/npm/backends/memory/backend.js';
          document.querySelector('taaliq-comments').backend = memoryBackend(${JSON.stringify(scene)});
          await import('${origin}/taaliq.js');
        </script>`,
    });
    await this.page.open(`${this.#site.origin}/article`);
    await this.shown();
  }

  /** Waits until the conversation has been read and all code for what a reader does is there. */
  async shown(): Promise<void> {
    await this.page.until('the conversation to be read', () =>
      this.page.with('taaliq-thread', ([thread]) => {
        if (!thread?.matches(':not(:state(loading))')) return false;
        // Dates come last, with the code for what a reader does.
        const times = [...(thread.shadowRoot?.querySelectorAll('time') ?? [])];
        return !!thread.shadowRoot?.querySelector('.empty:not([hidden])') || times.some(({title}) => title);
      }),
    );
  }

  /** Moves the page's clock on. */
  async wait(seconds: number): Promise<void> {
    await this.page.evaluate((milliseconds) => {
      const waited = Number(sessionStorage.getItem('waited')) + milliseconds;
      sessionStorage.setItem('waited', String(waited));
    }, seconds * 1_000);
  }
}
