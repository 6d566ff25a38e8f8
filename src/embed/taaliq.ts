/** The hosted bundle: registers the elements, and the conversation when a page needs it. */
import {TaaliqComments} from '../comments/comments.js';
import {loadThread} from '../comments/load-thread.js';
import {TaaliqForm} from '../form/form.js';
import {register} from '../page/register.js';

export {registerBackend} from '../backends/registry.js';
export {registerLanguage} from '../language/registry.js';

register('taaliq-form', TaaliqForm);
register('taaliq-comments', TaaliqComments);

// A conversation on its own comes with a request of its own; inside
// `<taaliq-comments>` it waits until the reader is near.
if (document.getElementsByTagName('taaliq-thread').length) void loadThread();
