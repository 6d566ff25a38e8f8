import type {NewComment} from '../../content/types.js';
import type {CommentError} from '../errors.js';
import type {HttpAnswer, HttpRequest} from '../http.js';
import type {Created, PageForm} from '../port.js';
import type {Article} from './article.js';
import {encodeText, fields, made, taken, toComments} from './mapping.js';
import {authorErrors, toError, toRefusal} from './refusal.js';
import type {Site} from './site.js';

/** The fields of WordPress's own form, with what plugins hid in the one on the page. */
function toForm(
  own: PageForm | null,
  post: string,
  {author, content, parentId}: NewComment,
  next: string,
): Map<string, string> {
  const form = new Map([
    ...(own?.hidden ?? []),
    ['comment_post_ID', post],
    ['comment_parent', parentId ?? '0'],
    ['author', encodeText(author.name)],
    ['email', author.email],
    ['url', author.url ?? ''],
    ['comment', content.inline ?? encodeText(content.text)],
    ['redirect_to', next],
  ]);
  // It would set a cookie with the reader's e-mail, and hides that a comment is held.
  form.delete('wp-comment-cookies-consent');
  return form;
}

/** What was made, which the form does not say: it stands in the address or among the newest comments. */
function findCreated(answer: HttpAnswer, {author, parentId}: NewComment): Created {
  const id = new URL(answer.url).searchParams.get('unapproved');
  if (!id) {
    // The list cannot be read: that it is not there proves nothing.
    if (answer.status !== 200) return taken;
    const comment = toComments(answer).comments.find(
      (one) => one.parentId === parentId && one.author.name === author.name,
    );
    if (comment) return made(comment);
  }
  // What a list of forbidden words caught looks like any other success, and is not listed.
  return {status: 'held', id, comment: null};
}

/**
 * What a refusal means: the form has no codes, only the status and sentences
 * in the site's language. `loginMessage` is the API's sentence for "log in
 * first", which is the same one here.
 */
async function toFormRefusal(
  answer: HttpAnswer,
  article: Article,
  sent: NewComment,
  loginMessage: unknown,
  signal: AbortSignal,
): Promise<CommentError> {
  const {status, body, url} = answer;
  const error = toRefusal(answer);
  if (url.includes('/wp-login.php')) return toError('login-required', status);
  if (status === 200) {
    // An empty page: no such post, or not for everybody.
    if (!body) return toError('not-found', status);
    // Asked for JSON, WordPress refuses in JSON: a page comes from somebody on the way.
    return typeof body === 'string'
      ? toError('invalid-response', status)
      : toError('invalid', status, authorErrors(sent));
  }
  if (status !== 403) return error;
  if (loginMessage && String(error.cause).includes(String(loginMessage)))
    return toError('login-required', status);
  if ((await article.status(signal)) !== 'open') return toError('closed', status);
  return sent.parentId ? toError('parent-missing', status) : error;
}

/** Posts by the form that every WordPress has: it takes comments of visitors, but only from the site's own pages. */
export async function sendByForm(
  site: Site,
  own: PageForm | null,
  article: Article,
  sent: NewComment,
  loginMessage: unknown,
  signal: AbortSignal,
): Promise<Created> {
  // Where WordPress leads us when it has taken the comment: it is lighter than the page, and tells more.
  const {pathname, search} = site.route('comments', {post: article.id, ...fields});
  let refused: HttpAnswer | undefined;
  const wanted: HttpRequest = {
    url: site.formAction,
    method: 'POST',
    form: [...toForm(own, article.id, sent, pathname + search)],
    redirect: 'follow',
    answer: 'text',
    refusal(answer) {
      refused = answer;
      return null;
    },
  };
  const answer = await site.send(wanted, signal).catch((error: unknown) => {
    if (refused) return refused;
    throw error;
  });
  // A redirect is a success, and nothing else is: WordPress refuses an empty field with 200.
  if (answer.redirected && !/\/wp-(comments-post|login)\.php/.test(answer.url))
    return findCreated(answer, sent);
  throw await toFormRefusal(answer, article, sent, loginMessage, signal);
}
