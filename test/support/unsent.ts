import assert from 'node:assert/strict';
import type {Browser, Page} from './drive.js';
import type {Fate, Line} from './line.js';

const button = 'button.submit';
const name = 'ن';

/** A reader with one comment for one conversation, who does not give up. */
export class Visit {
  readonly text: string;
  page: Page;
  readonly #browser: Browser;
  readonly #line: Line;
  readonly thread: string;
  /** Send was pressed and something went out: from now on even a closed tab loses nothing. */
  #outlives = false;

  private constructor(browser: Browser, line: Line, thread: string, page: Page) {
    this.#browser = browser;
    this.#line = line;
    this.thread = thread;
    this.page = page;
    this.text = `نص ${thread}`;
  }

  static async begin(browser: Browser, line: Line, thread: string): Promise<Visit> {
    const visit = new Visit(browser, line, thread, await browser.newPage());
    await visit.#open(visit.page);
    await visit.page.fill('#name', name);
    await visit.page.fill('textarea', visit.text);
    return visit;
  }

  async #open(page: Page): Promise<void> {
    await page.open(this.#line.page(this.thread));
    await page.see('textarea');
  }

  /** What stands in the box; the element may just be on its way back into the page. */
  written(page: Page = this.page): Promise<string> {
    return page
      .until('the box', () =>
        page.with('textarea', ([box]) => (box instanceof HTMLTextAreaElement ? [box.value] : null)),
      )
      .then(([text = '']) => text);
  }

  /** Until nothing is under way. */
  async settled(page: Page = this.page): Promise<void> {
    await page.until('the end of sending', () =>
      page.with('button.submit', ([found]) => !!found && found.getAttribute('aria-disabled') !== 'true'),
    );
  }

  /** The fields that no draft keeps. */
  async #fillName(page: Page = this.page): Promise<void> {
    await page.see('#name');
    if (!(await page.value('#name'))) await page.fill('#name', name);
  }

  /** Presses send in some way and waits for what comes of it. */
  async press(how: (page: Page) => Promise<unknown>, fate: Fate | null = null): Promise<void> {
    await this.#fillName();
    this.#line.next(fate);
    await how(this.page);
    await this.settled();
    this.#line.next(null);
    this.#outlives = true;
  }

  readonly click = (page: Page = this.page): Promise<void> => page.click(button);

  /** Presses send, and does something while the comment is on its way. */
  async meanwhile(fate: 'held' | 'late', what: () => Promise<unknown>): Promise<void> {
    await this.#fillName();
    if (!(await this.written())) {
      // Accepted before: what is pressed now must not send it again.
      await this.click();
      await what();
      return this.settled();
    }
    const before = this.#line.arrived;
    this.#line.next(fate);
    await this.click();
    await this.page.until('the comment to be on its way', async () => this.#line.arrived > before);
    this.#outlives = true;
    await what();
    // Nobody has accepted it yet, as far as this page can know.
    assert.equal(await this.written(), this.text, 'forgotten before it was accepted');
    this.#line.release();
    await this.settled();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.page.see('textarea');
  }

  async awayAndBack(): Promise<void> {
    await this.page.open(`${this.#line.origin}/elsewhere`);
    await this.page.back();
    await this.page.see('textarea');
  }

  /** Closes the tab and opens another. */
  async reopen(): Promise<void> {
    if (!this.#outlives) await this.press(this.click, 'refused');
    await this.page.close();
    this.page = await this.#browser.newPage();
    await this.#open(this.page);
  }

  /** Opens the conversation in a second tab, and sends what is found there. */
  async inAnotherTab(): Promise<void> {
    const other = await this.#browser.newPage();
    await this.#open(other);
    if (await this.written(other)) {
      await this.#fillName(other);
      await this.click(other);
      // What is under way may wait for the first tab.
      await other.until('the second tab to have sent', () =>
        other.with(
          'button.submit, [part~="body"]',
          (found) => found.length > 1 || found[0]?.getAttribute('aria-disabled') === 'true',
        ),
      );
    }
    await other.close();
  }

  /** No network, then one again. Engines whose drivers cannot cut a page off hear of it by the events. */
  async offlineAndOnline(): Promise<void> {
    await this.#fillName();
    const text = await this.written();
    // Without the code that sends nothing could wait.
    if (text) await this.page.until('the code that sends', () => this.page.count('[part~="counter"]'));
    const emulated = await this.page.setOffline(true);
    this.#line.cut(true);
    if (!emulated) await tellOnline(this.page, false);
    await this.click();
    if (text) {
      await this.page.until('the wait to be said', () =>
        this.page.with('[part~="status"]', (found) =>
          found.some((one) => one.textContent?.includes('حين يعود الاتصال')),
        ),
      );
      assert.equal(await this.written(), text);
    }
    this.#outlives = true;
    this.#line.cut(false);
    await this.page.setOffline(false);
    if (!emulated) await tellOnline(this.page, true);
    if (text) await this.page.until('the comment to go by itself', async () => !(await this.written()));
  }

  /** Turns the element to another conversation and back. */
  async turn(): Promise<void> {
    for (const thread of ['other', this.thread]) {
      await this.page.with('taaliq-comments', ([element], to) => element?.setAttribute('thread', to), thread);
      await this.page.until(`the form of ${thread}`, () =>
        this.page.with(
          'taaliq-form',
          async ([form], to) => {
            await (form as unknown as {updateComplete?: Promise<unknown>} | undefined)?.updateComplete;
            return (form as unknown as {thread?: string} | undefined)?.thread === to;
          },
          thread,
        ),
      );
    }
  }

  /** Takes the element out of the page and puts a new one in its place. */
  async replace(): Promise<void> {
    await this.page.with('taaliq-comments', ([element]) => {
      const next = element?.cloneNode() ?? '';
      element?.replaceWith(next);
    });
    await this.page.see('textarea');
  }

  /** Nothing is lost and nothing is there twice, at any moment. */
  async check(): Promise<void> {
    const stored = await this.#line.stored(this.thread);
    assert.ok(stored.length <= 1, `doubled: ${stored.length} comments`);
    const text = await this.written();
    if (text !== this.text) {
      assert.equal(text, '');
      // Emptied, so accepted; the answer of the list above may be older than that.
      assert.deepEqual(await this.#line.stored(this.thread), [this.text], 'lost');
    }
  }

  /** Sends what is still there. In the end there is one comment, and nothing is kept of it. */
  async finish(): Promise<void> {
    if (await this.written()) await this.press(this.click);
    assert.deepEqual(await this.#line.stored(this.thread), [this.text]);
    assert.equal(await this.written(), '');
    const kept = await this.page.evaluate(
      (thread) =>
        [localStorage, sessionStorage]
          .flatMap((storage) => Object.keys(storage))
          .filter((key) => key.startsWith('taaliq:draft') && key.includes(thread)),
      `"${this.thread}"`,
    );
    assert.deepEqual(kept, []);
    await this.page.close();
  }
}

/** What a page hears where its driver cannot take the network away. */
const tellOnline = (page: Page, online: boolean): Promise<unknown> =>
  page.evaluate((now) => {
    Object.defineProperty(navigator, 'onLine', {configurable: true, get: () => now});
    return dispatchEvent(new Event(now ? 'online' : 'offline'));
  }, online);

/** What a reader and the world can do to a comment on its way. */
export const steps: Readonly<Record<string, (visit: Visit) => Promise<void>>> = {
  'double click': (visit) => visit.press((page) => page.click(button, 2)),
  'Enter in a field': (visit) =>
    visit.press(async (page) => {
      await page.click('#name');
      await page.press('Enter');
    }),
  'Control+Enter held down': (visit) =>
    visit.press(async (page) => {
      await page.click('textarea');
      await page.hold('Control+Enter', 5);
    }),
  'requestSubmit three times': (visit) =>
    visit.press((page) =>
      page.with('form', ([form]) => {
        for (let time = 0; time < 3; time++) (form as HTMLFormElement | undefined)?.requestSubmit();
      }),
    ),
  'refused connection': (visit) => visit.press(visit.click, 'refused'),
  'lost answer': (visit) => visit.press(visit.click, 'lost'),
  'double click and lost answer': (visit) => visit.press((page) => page.click(button, 2), 'lost'),
  reload: (visit) => visit.reload(),
  'reload while sending': (visit) => visit.meanwhile('held', () => visit.reload()),
  'reload before it arrives': (visit) => visit.meanwhile('late', () => visit.reload()),
  'away and back': (visit) => visit.awayAndBack(),
  'away and back while sending': (visit) => visit.meanwhile('held', () => visit.awayAndBack()),
  'closed tab': (visit) => visit.reopen(),
  'closed tab while sending': (visit) => visit.meanwhile('held', () => visit.reopen()),
  'closed tab before it arrives': (visit) => visit.meanwhile('late', () => visit.reopen()),
  'offline and online': (visit) => visit.offlineAndOnline(),
  'second tab': (visit) => visit.inAnotherTab(),
  'second tab while sending': (visit) => visit.meanwhile('late', () => visit.inAnotherTab()),
  'other conversation and back while sending': (visit) => visit.meanwhile('late', () => visit.turn()),
  'element replaced while sending': (visit) => visit.meanwhile('late', () => visit.replace()),
};
