/** Drives whole pages as a reader would, in every engine that the run is for. */
import {mkdirSync} from 'node:fs';
import {setTimeout as delay} from 'node:timers/promises';
import {startChromium} from './drive-chromium.js';
import {startFirefox} from './drive-firefox.js';
import {startWebKit} from './drive-webkit.js';
import type {DrivenBrowser, DrivenPage} from './driven.js';
import {engineNames, programs} from './engines.mjs';

export type EngineName = (typeof engineNames)[number];

const starters: Readonly<Record<EngineName, () => Promise<DrivenBrowser>>> = {
  chromium: startChromium,
  firefox: startFirefox,
  webkit: startWebKit,
};

const wanted = process.env['ENGINES']?.split(/\s+/).filter(Boolean) ?? engineNames;

/** The engines that this run is for (`ENGINES`, else all) and that are here. */
export const engines: readonly EngineName[] = engineNames.filter(
  (name) => programs[name] && wanted.includes(name),
);
if (!engines.length) throw new Error('No browser engine for whole pages; `npm test` brings one.');

/** An element by its selector, looked for in the page and in every open shadow root, in tree order. */
export interface Target {
  readonly css: string;
  /** Only elements whose text holds this. */
  readonly text?: string;
  /** Which of them, from 0; the last one with -1. */
  readonly nth?: number;
}

type Find = string | Target;

/** The middle of an element in the view. */
interface Place {
  readonly x: number;
  readonly y: number;
}

// Runs in the page: it may use nothing from this file.
function findAll({css, text}: Target): Element[] {
  const found: Element[] = [];
  const look = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll('*')) {
      if (element.matches(css) && (text === undefined || element.textContent?.includes(text)))
        found.push(element);
      if (element.shadowRoot) look(element.shadowRoot);
    }
  };
  look(document);
  return found;
}

const asTarget = (find: Find): Target => (typeof find === 'string' ? {css: find} : find);

/** The same expression in every engine; tsx names functions by a helper that the page does not have. */
function call(body: (...values: never[]) => unknown, values: readonly unknown[]): string {
  return `((__name) => (${body})(...${JSON.stringify(values)}))((one) => one)`;
}

export class Page {
  readonly #driven: DrivenPage;
  readonly engine: EngineName;

  constructor(driven: DrivenPage, engine: EngineName) {
    this.#driven = driven;
    this.engine = engine;
  }

  get requests(): readonly string[] {
    return this.#driven.requests;
  }

  get errors(): readonly string[] {
    return this.#driven.errors;
  }

  open(url: string): Promise<void> {
    return this.#driven.goto(url);
  }

  reload(): Promise<void> {
    return this.#driven.reload();
  }

  back(): Promise<void> {
    return this.#driven.back();
  }

  forward(): Promise<void> {
    return this.#driven.forward();
  }

  resize(width: number, height: number): Promise<void> {
    return this.#driven.resize(width, height);
  }

  screenshot(path: string): Promise<void> {
    return this.#driven.screenshot(path);
  }

  close(): Promise<void> {
    return this.#driven.close();
  }

  setOffline(offline: boolean): Promise<boolean> {
    return this.#driven.setOffline(offline);
  }

  /** The answer to a command of Chromium's own protocol. */
  async devtools(method: string, parameters?: object): Promise<unknown> {
    if (!this.#driven.devtools) throw new Error(`${this.engine} has no such protocol`);
    return this.#driven.devtools(method, parameters);
  }

  async crash(): Promise<void> {
    if (!this.#driven.crash) throw new Error(`${this.engine} cannot be made to crash`);
    await this.#driven.crash();
  }

  type(text: string): Promise<void> {
    return this.#driven.type(text);
  }

  press(key: string): Promise<void> {
    return this.#driven.press(key);
  }

  hold(key: string, times: number): Promise<void> {
    return this.#driven.hold(key, times);
  }

  /** Value of a function that runs in the page. */
  async evaluate<Result, Values extends readonly unknown[]>(
    body: (...values: Values) => Result,
    ...values: Values
  ): Promise<Awaited<Result>> {
    return (await this.#driven.evaluate(call(body as never, values))) as Awaited<Result>;
  }

  /** Value of a function that gets the found elements and runs in the page. */
  async with<Result, Values extends readonly unknown[]>(
    find: Find,
    body: (elements: Element[], ...values: Values) => Result,
    ...values: Values
  ): Promise<Awaited<Result>> {
    const expression = `((__name) => {
      const found = (${findAll})(${JSON.stringify(asTarget(find))});
      return (${body})(found, ...${JSON.stringify(values)});
    })((one) => one)`;
    return (await this.#driven.evaluate(expression)) as Awaited<Result>;
  }

  /** Waits until `check` gives something true; says what was waited for when it never does. */
  async until<Result>(
    what: string,
    check: () => Promise<Result>,
    milliseconds = 20_000,
  ): Promise<NonNullable<Result>> {
    const end = Date.now() + milliseconds;
    for (;;) {
      const result = await check();
      if (result) return result;
      if (Date.now() > end) {
        const picture = await this.#keepPicture();
        throw new Error(`${this.engine}: waited in vain for ${what}; the page looked like ${picture}`);
      }
      await delay(30);
    }
  }

  count(find: Find): Promise<number> {
    return this.with(find, (elements) => elements.length);
  }

  /** Waits until the element is there and has a size. */
  async see(find: Find): Promise<void> {
    await this.until(`${JSON.stringify(find)} to be seen`, () => this.#place(find));
  }

  /** Waits until no such element is seen. */
  async gone(find: Find): Promise<void> {
    await this.until(`${JSON.stringify(find)} to be gone`, async () => !(await this.#place(find)));
  }

  /** What stands in the element, white space as seen. */
  async text(find: Find): Promise<string> {
    await this.see(find);
    const {nth = 0} = asTarget(find);
    return this.with(
      find,
      (elements, at) => (elements.at(at) as HTMLElement | undefined)?.innerText ?? '',
      nth,
    );
  }

  /** What stands in a field. */
  async value(find: Find): Promise<string> {
    await this.see(find);
    const {nth = 0} = asTarget(find);
    return this.with(
      find,
      (elements, at) => (elements.at(at) as HTMLInputElement | undefined)?.value ?? '',
      nth,
    );
  }

  /** Brings the element into view and clicks in its middle with the mouse. */
  async click(find: Find, times = 1): Promise<void> {
    let before: Place | null = null;
    // As a reader does, aims only at what has stopped moving.
    const place = await this.until(`${JSON.stringify(find)} to be clicked`, async () => {
      const last = before;
      before = await this.#place(find, true);
      return last?.x === before?.x && last?.y === before?.y ? before : null;
    });
    await this.#driven.click(place.x, place.y, times);
  }

  /** Clicks into a field and types with real keys, in place of what stood there. */
  async fill(find: Find, text: string): Promise<void> {
    await this.until(`${JSON.stringify(find)} to take what is typed`, async () => {
      await this.click(find);
      if (await this.value(find)) {
        await this.press('Control+a');
        await this.press('Backspace');
      }
      await this.type(text);
      return (await this.value(find)) === text;
    });
  }

  /** What the page looked like when a test gave up, for whoever reads the failure. */
  async #keepPicture(): Promise<string> {
    const path = `.cache/failed/${this.engine}-${Date.now()}.png`;
    mkdirSync('.cache/failed', {recursive: true});
    return this.screenshot(path).then(
      () => path,
      () => '(no picture could be taken)',
    );
  }

  #place(find: Find, scroll = false): Promise<Place | null> {
    const {nth = 0} = asTarget(find);
    return this.with(
      find,
      async (elements, at, mayScroll) => {
        const element = elements.filter((one) => one.checkVisibility()).at(at);
        if (!element) return null;
        let box = element.getBoundingClientRect();
        const middle = box.y + box.height / 2;
        if (mayScroll && (middle < innerHeight * 0.1 || middle > innerHeight * 0.9)) {
          element.scrollIntoView({block: 'center', behavior: 'instant'});
          // A click goes by what is painted, and that follows a frame later.
          for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
          box = element.getBoundingClientRect();
        }
        if (!box.width || !box.height) return null;
        return {x: box.x + box.width / 2, y: box.y + box.height / 2};
      },
      nth,
      scroll,
    );
  }
}

export interface Browser {
  readonly engine: EngineName;
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

export async function openBrowser(engine: EngineName): Promise<Browser> {
  const driven = await starters[engine]();
  return {
    engine,
    newPage: async () => new Page(await driven.newPage(), engine),
    close: () => driven.close(),
  };
}
