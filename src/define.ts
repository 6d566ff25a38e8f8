/** `taaliq/define`: registers every element. Importing it is the one side effect of the package. */
import {TaaliqComments} from './comments/comments.js';
import {TaaliqCount} from './count/count.js';
import {TaaliqForm} from './form/form.js';
import {register} from './page/register.js';
import {TaaliqThread} from './thread/thread.js';

register('taaliq-form', TaaliqForm);
register('taaliq-thread', TaaliqThread);
register('taaliq-comments', TaaliqComments);
register('taaliq-count', TaaliqCount);
