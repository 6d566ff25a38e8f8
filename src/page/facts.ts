import {readCookie} from './cookie.js';

/** What a backend may need of the page that hosts it. Read once; a backend never touches the document. */
export interface PageFacts {
  /** Address of the page, without fragment. */
  readonly url: string;
  readonly title: string;
  /** Address in `link[rel=canonical]`, absolute, or null. */
  readonly canonical: string | null;
  /** The page's `<link>`s with absolute addresses. */
  readonly links: readonly PageLink[];
  /** Classes of `<body>`: some servers write the article's number there. */
  readonly bodyClasses: readonly string[];
  /** The page's own classic comment form (`form#commentform`), or null. */
  readonly commentForm: PageForm | null;
  /** Value of a cookie that scripts may read, at the moment of asking. For servers that want it in a header, too. */
  readonly cookie?: (name: string) => string | null;
}

export interface PageLink {
  readonly rel: string;
  readonly type: string;
  readonly href: string;
}

export interface PageForm {
  /** Absolute address that the form posts to. */
  readonly action: string;
  /** Names and values of its hidden inputs, in order. */
  readonly hidden: readonly (readonly [name: string, value: string])[];
}

/**
 * Reads a property by its own getter. Named elements shadow every property and
 * method of `document` and of forms (`<img name=title>`, `<input name=action>`).
 */
const read = (prototype: object, key: string, owner: object): unknown => Reflect.get(prototype, key, owner);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function find<Kind extends Element>(selector: string, kind: new () => Kind): readonly Kind[] {
  const found = Document.prototype.querySelectorAll.call(document, selector);
  return [...found].filter((element): element is Kind => element instanceof kind);
}

function readForm(form: HTMLFormElement): PageForm {
  const inputs = [...Element.prototype.querySelectorAll.call(form, 'input')];
  return {
    action: text(read(HTMLFormElement.prototype, 'action', form)),
    hidden: inputs
      .filter((input) => input instanceof HTMLInputElement)
      .filter((input) => input.type === 'hidden' && input.name && !input.disabled)
      .map((input) => [input.name, input.value]),
  };
}

/** Reads the page as it is now. */
export function readPageFacts(): PageFacts {
  // Only in the head: what stands in the body may be written by strangers.
  const links = find('head > link[href]', HTMLLinkElement).filter((link) => link.href);
  const [body] = find('body', HTMLBodyElement);
  const [form] = find('form#commentform', HTMLFormElement);
  return {
    url: location.href.replace(/#.*$/s, ''),
    title: text(read(Document.prototype, 'title', document)),
    canonical: links.find(({rel}) => /(?:^|\s)canonical(?:\s|$)/i.test(rel))?.href ?? null,
    links: links.map(({rel, type, href}) => ({rel, type, href})),
    bodyClasses: [...(body?.classList ?? [])],
    commentForm: form ? readForm(form) : null,
    cookie: readCookie,
  };
}
