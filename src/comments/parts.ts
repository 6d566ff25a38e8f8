import {formParts} from '../form/parts.js';

/** Parts of the conversation with the reply form in it. */
export const threadParts = `thread, comment, author, badge, time, body, actions, reply, like, more, ${formParts}`;
