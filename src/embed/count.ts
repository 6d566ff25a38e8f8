/** What the hosted bundle brings in for a page that counts comments. */
import {TaaliqCount} from '../count/count.js';
import {register} from '../page/register.js';

register('taaliq-count', TaaliqCount);
