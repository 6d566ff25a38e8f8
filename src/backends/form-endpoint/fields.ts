import type {NewComment} from '../../content/types.js';
import type {BackendOptions} from '../port.js';

export type Fields = readonly (readonly [name: string, value: string])[];

/**
 * The comment under the names that a form of one's own would have, too:
 * `name email website message`, and where it was written: `thread page title`.
 * `parent` is the comment it answers; `rules` (their version, else `yes`) and
 * `privacy` tell what the reader has agreed to. What is empty is not sent.
 */
export const toFields = (sent: NewComment, {page}: BackendOptions): Fields => [
  ['name', sent.author.name],
  ['email', sent.author.email],
  ['website', sent.author.url ?? ''],
  ['message', sent.content.text],
  ['thread', sent.thread],
  ['page', page.canonical ?? page.url],
  ['title', page.title],
  ['parent', sent.parentId ?? ''],
  ['rules', sent.agreed.rules === true ? 'yes' : (sent.agreed.rules ?? '')],
  ['privacy', sent.agreed.privacy ? 'yes' : ''],
];

/** Where these services look for the token of their captcha. */
export const toCaptcha = ({challenge}: NewComment): Fields => [['g-recaptcha-response', challenge ?? '']];
