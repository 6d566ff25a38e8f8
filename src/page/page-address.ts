/**
 * What the page calls itself: enough to tell one page's drafts from another's
 * before the canonical key (thread-key.ts) is needed.
 */
export const pageAddress = (): string =>
  document.head.querySelector<HTMLLinkElement>('link[rel~="canonical" i]')?.href ??
  location.href.split('#')[0] ??
  '';
