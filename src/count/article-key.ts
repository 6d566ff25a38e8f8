import {pageAddress} from '../page/page-address.js';
import {threadKey} from '../page/thread-key.js';

const withoutFragment = (address: string): string => address.replace(/#.*/s, '');

/**
 * The key of the article that an element without a key stands for: where the
 * link around it leads, else the page itself.
 */
export function articleKey(element: Element): string {
  const link = element.closest('a[href]');
  const leads = link instanceof HTMLAnchorElement && /^https?:$/.test(link.protocol);
  // `href="#comments"` is the page, which may have a canonical address.
  const away = leads && withoutFragment(link.href) !== withoutFragment(location.href);
  return threadKey(away ? link.href : pageAddress());
}
