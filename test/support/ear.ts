import assert from 'node:assert/strict';
import type {Page, Target} from './drive.js';

declare global {
  interface Window {
    readonly ear: {
      /** What has been heard, in order. */
      readonly heard: string[];
      /** What is said of the element that has the focus. */
      focused(): string;
    };
  }
}

// Runs in the page before anything else: it may use nothing from this file.
function listen(): void {
  const heard: string[] = [];
  const roots: (Document | ShadowRoot)[] = [];
  const spoken = new WeakMap<Element, {text: string; cleared: number}>();
  const told = new WeakSet<Event>();
  let dialog: Element | null = null;
  /** Voices miss words that come again sooner. */
  const pause = 80;

  const tidy = (text: string): string =>
    text
      .replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '')
      .replace(/\s+/g, ' ')
      .trim();

  const textOf = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (node instanceof HTMLSlotElement && node.assignedNodes().length)
      return node.assignedNodes().map(inner).join('');
    return [...node.childNodes].map(inner).join('');
  };
  const inner = (node: Node): string => {
    if (!(node instanceof Element)) return textOf(node);
    if (node.ariaHidden === 'true' || getComputedStyle(node).display === 'none') return '';
    return getComputedStyle(node).display === 'inline' ? textOf(node) : ` ${textOf(node)} `;
  };

  const referred = (element: Element, attribute: string): string => {
    const root = element.getRootNode() as ShadowRoot;
    const ids = element.getAttribute(attribute)?.split(' ') ?? [];
    return tidy(
      ids
        .map((id) => root.getElementById(id))
        .map((found) => (found ? textOf(found) : ''))
        .join(' '),
    );
  };

  const nameOf = (element: Element): string => {
    const {labels} = element as HTMLInputElement;
    return (
      referred(element, 'aria-labelledby') ||
      tidy(element.ariaLabel ?? '') ||
      tidy([...(labels ?? [])].map(textOf).join(' ')) ||
      tidy(textOf(element))
    );
  };

  const roleOf = (element: Element): string => {
    const role = element.getAttribute('role');
    if (role) return role;
    if (element instanceof HTMLInputElement) return element.type === 'checkbox' ? 'checkbox' : 'textbox';
    return {a: 'link', textarea: 'textbox', select: 'combobox'}[element.localName] ?? element.localName;
  };

  const say = (element: Element): string => {
    const field = element as HTMLInputElement;
    const states = [
      field.required && 'required',
      element.getAttribute('aria-invalid') === 'true' && 'invalid',
      element.ariaPressed === 'true' && 'pressed',
      field.checked && 'checked',
      element.ariaDisabled === 'true' && 'unavailable',
    ].filter(Boolean);
    const described = referred(element, 'aria-describedby');
    return (
      `${roleOf(element)} ${nameOf(element)}` +
      (states.length ? ` [${states.join(', ')}]` : '') +
      (described ? ` (${described})` : '')
    );
  };

  const handleFocus = (event: Event): void => {
    if (told.has(event)) return;
    told.add(event);
    const [element] = event.composedPath();
    if (!(element instanceof Element) || element.shadowRoot) return;
    const around = element.closest('dialog');
    if (around && around !== dialog) heard.push(`dialog ${nameOf(around)}`);
    dialog = around;
    heard.push(say(element));
  };

  const hear = (region: Element, isNew: boolean): void => {
    const last = spoken.get(region) ?? {text: '', cleared: -pause};
    const text = tidy(textOf(region));
    const now = performance.now();
    const {role} = region;
    if (!text) {
      if (last.cleared < 0) spoken.set(region, {...last, cleared: now});
      return;
    }
    const same = text === last.text;
    if (same && last.cleared < 0) return;
    spoken.set(region, {text, cleared: -1});
    if (!region.checkVisibility()) return;
    const missed = (same && now - last.cleared < pause) || (isNew && role === 'status');
    heard.push(missed ? `UNHEARD ${role} ${text}` : `${role} ${text}`);
  };

  const regions = '[role=status], [role=alert]';
  const observer = new MutationObserver((records) => {
    const changed = new Map<Element, boolean>();
    for (const {target, addedNodes} of records) {
      const element = target instanceof Element ? target : target.parentElement;
      const region = element?.closest(regions);
      if (region && !changed.has(region)) changed.set(region, false);
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        for (const fresh of [node, ...node.querySelectorAll('*')])
          if (fresh.matches(regions)) changed.set(fresh, true);
      }
    }
    for (const [region, isNew] of changed) hear(region, isNew);
  });

  const attend = (root: Document | ShadowRoot): void => {
    roots.push(root);
    observer.observe(root, {childList: true, characterData: true, subtree: true});
    root.addEventListener('focusin', handleFocus, true);
  };
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    attend(root);
    return root;
  };
  attend(document);

  const focused = (): string => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element ? say(element) : '';
  };
  Object.assign(window, {ear: {heard, focused}});
}

/**
 * Listens as a screen reader does, for the head of a page: to what the live
 * regions come to say (in every shadow root) and to what the focus comes to,
 * with role, name, states and description.
 */
export const ear = `<script>((__name) => { (${listen})() })((one) => one)</script>`;

/** What is said of the element that has the focus. */
export const focused = (page: Page): Promise<string> => page.evaluate(() => window.ear.focused());

/** Waits until as much was heard since the last time, and compares: exactly this, in this order. */
export async function hears(page: Page, ...expected: readonly string[]): Promise<void> {
  const count = (): Promise<number> => page.evaluate(() => window.ear.heard.length);
  await page
    .until('what is to be heard', async () => (await count()) >= expected.length, 10_000)
    .catch(() => undefined);
  assert.deepEqual(await page.evaluate(() => window.ear.heard.splice(0)), expected);
}

/** Puts the focus somewhere without pressing a key. */
export const focus = (page: Page, find: Target): Promise<void> =>
  page.see(find).then(() =>
    page.with(
      find,
      (found, nth) => {
        (found.filter((one) => one.checkVisibility()).at(nth) as HTMLElement | undefined)?.focus();
      },
      find.nth ?? 0,
    ),
  );
