/** The hosted bundle: registers the elements, and the conversation when a page needs it. */
import {TaaliqComments} from '../comments/comments.js';
import {loadThread} from '../comments/load-thread.js';
import {TaaliqForm} from '../form/form.js';
import {register} from '../page/register.js';
import {warnOnce} from '../page/warn.js';

export {registerBackend} from '../backends/register-backend.js';
export {registerLanguage} from '../language/register-language.js';

/**
 * Brings in the code of an element when the page has one, now or later. If it
 * does not come, what the page wrote into the element stays to be seen.
 */
function whenThere(name: string, load: () => Promise<unknown>): void {
  const found = document.getElementsByTagName(name);
  const observer = new MutationObserver(look);
  function look(): void {
    if (!found.length) return;
    observer.disconnect();
    load().catch(() => undefined);
  }
  observer.observe(document, {childList: true, subtree: true});
  look();
}

function start(): void {
  register('taaliq-form', TaaliqForm);
  register('taaliq-comments', TaaliqComments);
  // A conversation on its own; inside `<taaliq-comments>` it waits until the reader is near.
  whenThere('taaliq-thread', loadThread);
  whenThere('taaliq-count', () => import('./count.js').catch(() => import('./count.js?retry')));
}

// Chunks know this file by its address without a query (`?ver=2`): under
// another one it would live in the page twice, with two registries.
const [address = ''] = import.meta.url.split(/[?#]/);
if (address === import.meta.url) start();
else {
  import(/* @vite-ignore */ address).catch(() => warnOnce(`load ${address} without a query.`));
}
