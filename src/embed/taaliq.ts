/** The hosted bundle: registers the elements, and the conversation when a page needs it. */
import {TaaliqComments} from '../comments/comments.js';
import {loadThread} from '../comments/load-thread.js';
import {TaaliqForm} from '../form/form.js';
import {register} from '../page/register.js';
import {warnOnce} from '../page/warn.js';

export {registerBackend} from '../backends/register-backend.js';
export {registerLanguage} from '../language/register-language.js';

function start(): void {
  register('taaliq-form', TaaliqForm);
  register('taaliq-comments', TaaliqComments);
  // A conversation on its own comes with a request of its own; inside
  // `<taaliq-comments>` it waits until the reader is near. If it does not come,
  // what the page wrote into the element stays to be seen.
  if (document.getElementsByTagName('taaliq-thread').length) loadThread().catch(() => undefined);
}

// Chunks know this file by its address without a query (`?ver=2`): under
// another one it would live in the page twice, with two registries.
const [address = ''] = import.meta.url.split(/[?#]/);
if (address === import.meta.url) start();
else {
  import(/* @vite-ignore */ address).catch(() => warnOnce(`load ${address} without a query.`));
}
