import type {NewComment} from '../../content/types.js';
import {CommentError} from '../errors.js';
import type {HttpAnswer} from '../http.js';
import type {BackendOptions, Created} from '../port.js';
import type {Article} from './article.js';
import {commentFields, encodeText, findSent, toChunk, toHeld} from './mapping.js';
import {adviseThread, missingFields, toRefusal} from './refusal.js';
import type {Site} from './site.js';

/** Would set a cookie with the reader's e-mail, and hides that a comment is held. */
const cookieConsent = 'wp-comment-cookies-consent';

type Fields = readonly (readonly [name: string, value: string])[];

/** The fields of WordPress's own form, with what plugins hid in the one on the page. */
function toFields({page}: BackendOptions, site: Site, {id}: Article, sent: NewComment): Fields {
  // Where WordPress leads us when it has taken the comment: it is lighter than the page, and tells more.
  const list = site.route('wp/v2/comments', {post: id, _fields: commentFields});
  const own: Fields = [
    ['comment_post_ID', id],
    ['comment_parent', sent.parentId ?? '0'],
    ['author', encodeText(sent.author.name)],
    ['email', sent.author.email],
    ['url', sent.author.url ?? ''],
    ['comment', encodeText(sent.content.text)],
    ['redirect_to', list.pathname + list.search],
  ];
  const taken = new Set([cookieConsent, ...own.map(([name]) => name)]);
  return [...(page.commentForm?.hidden ?? []).filter(([name]) => !taken.has(name)), ...own];
}

/** A success is a redirect, and nothing else is: WordPress refuses an empty field with 200. */
const isAccepted = ({redirected, url}: HttpAnswer): boolean =>
  redirected && !/\/wp-(?:comments-post|login)\.php/.test(url);

function toCreated(answer: HttpAnswer, sent: NewComment): Created {
  const held = new URL(answer.url).searchParams.get('unapproved');
  if (held) return {status: 'held', id: held, comment: toHeld(held, sent)};
  try {
    const {comments} = toChunk(answer, null);
    const comment = findSent(comments, sent, Date.parse(answer.headers.get('date') ?? ''));
    // What a list of forbidden words caught looks like any other success, and is not listed.
    return {status: comment ? 'published' : 'held', id: comment?.id ?? null, comment};
  } catch {
    // Taken, but the list cannot be read: that it is not there proves nothing then.
    return {status: 'published', id: null, comment: null};
  }
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
): Promise<CommentError> {
  const {status, body} = answer;
  // An empty page: no such post, or not for everybody.
  if (body === '') return new CommentError('not-found', {status, advice: adviseThread});
  if (status === 200) {
    const missing = missingFields(sent);
    return new CommentError('invalid', {
      status,
      fields: missing[0] ? missing : [{field: 'email', code: 'malformed'}],
    });
  }
  const error = toRefusal(answer);
  if (status !== 403) return error;
  if (loginMessage && String(error.cause).includes(String(loginMessage)))
    return new CommentError('login-required', {status});
  if ((await article.about).closed !== false) return new CommentError('closed', {status});
  return sent.parentId ? new CommentError('parent-missing', {status}) : error;
}

/** Posts by the form that every WordPress has: it takes comments of visitors, but only from the site's own pages. */
export async function sendByForm(
  options: BackendOptions,
  site: Site,
  article: Article,
  sent: NewComment,
  loginMessage: unknown,
  signal: AbortSignal,
): Promise<Created> {
  let answer: HttpAnswer | undefined;
  try {
    answer = await site.send(
      {
        url: site.formAction,
        method: 'POST',
        form: toFields(options, site, article, sent),
        headers: {accept: 'application/json'},
        redirect: 'follow',
        answer: 'text',
        refusal(refused) {
          answer = refused;
          return null;
        },
      },
      signal,
    );
    answer = {...answer, body: JSON.parse(String(answer.body))};
  } catch (error) {
    // No JSON: judged by what else there is.
    if (!answer) throw error;
  }
  if (isAccepted(answer)) return toCreated(answer, sent);
  throw await toFormRefusal(answer, article, sent, loginMessage);
}
