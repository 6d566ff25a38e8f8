import {threadKey} from './thread-key.js';

/** The canonical key of the page as it is now. */
export const pageKey = (): string =>
  threadKey(location.href, document.head.querySelector<HTMLLinkElement>('link[rel~="canonical" i]')?.href);
