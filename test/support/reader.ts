import type {Page, Target} from './drive.js';

/** What a reader does with the widget, whatever the page around it. */
export interface Written {
  readonly name?: string;
  readonly email?: string;
  readonly text?: string;
}

/** Which form: the main one is the first of a widget, that of a reply the last. */
type Form = 0 | -1;

/** Fills in a form with real keys; what is not given stays as it is. */
export async function write(page: Page, {name, email, text}: Written, nth: Form = 0): Promise<void> {
  await page.see({css: 'textarea', nth});
  if (name !== undefined) await page.fill({css: '#name', nth}, name);
  if (email !== undefined) await page.fill({css: '#email', nth}, email);
  if (text !== undefined) await page.fill({css: 'textarea', nth}, text);
}

const summary = (nth: Form): Target => ({css: '[part="summary"]', nth});

/** Presses send; presses again while the widget says that this reader is too fast. */
export async function send(page: Page, nth: Form = 0, clicks = 1): Promise<void> {
  const tooFast = (): Promise<boolean> =>
    page.with(summary(nth), (found, at) => !!found.at(at)?.textContent?.includes('بسرعة'), nth);
  await page.until('to be slow enough', async () => {
    await page.click({css: 'button.submit', nth}, clicks);
    await page.until('an answer', async () => !(await isSending(page, nth)));
    return !(await tooFast());
  });
}

/** Whether a comment is under way. */
const isSending = (page: Page, nth: Form): Promise<boolean> =>
  page.with(
    {css: 'button.submit'},
    (found, at) => found.at(at)?.getAttribute('aria-disabled') === 'true',
    nth,
  );

/** What the form says is wrong; empty when nothing is. */
export const problem = (page: Page, nth: Form = 0): Promise<string> =>
  page.with(summary(nth), (found, at) => found.at(at)?.textContent?.trim() ?? '', nth);

/** The comment that holds this text, as shown in the conversation. */
export const comment = (text: string): Target => ({css: '[part~="body"]', text});

/** Writes, sends, and waits until the comment is shown. */
export async function post(
  page: Page,
  written: Written & {readonly text: string},
  nth: Form = 0,
): Promise<void> {
  await write(page, written, nth);
  await send(page, nth);
  await page.see(comment(written.text));
}

/** Opens the form that answers the first comment. */
export async function openReply(page: Page): Promise<void> {
  await page.click('[part~="reply"]');
  await page.until('the form of the reply', async () => (await page.count('textarea')) === 2);
}

/** Brings the conversation near, as a reader does who scrolls. */
export const scrollDown = (page: Page): Promise<void> =>
  page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
