import type {NewComment} from '../../content/types.js';
import {CommentError} from '../errors.js';
import type {BackendOptions, Created} from '../port.js';
import type {Article} from './article.js';
import {sendByForm} from './classic-form.js';
import {commentFields, encodeText, findSent, toChunk, toMade} from './mapping.js';
import {toRefusal} from './refusal.js';
import type {Site} from './site.js';

/** Gives the nonce of a reader who is logged in; null: nobody is. */
export type AskNonce = (signal: AbortSignal) => Promise<string | null>;

/** Comments that were sent and may or may not have arrived. Kept like the drafts that they belong to. */
const triedPlace = 'taaliq:tried';

/** Sends comments by the REST API where the site allows it, else by the site's own form. */
export function openSending(
  options: BackendOptions,
  site: Site,
  askNonce: AskNonce,
): (article: Article, sent: NewComment, signal: AbortSignal) => Promise<Created> {
  const {storage} = options;
  /** With what the API refused visitors: from then on the form is asked at once. */
  let refused: CommentError | undefined;

  async function sendByApi(article: Article, sent: NewComment, signal: AbortSignal): Promise<Created> {
    const {author, content, parentId} = sent;
    const nonce = await askNonce(signal);
    const {body} = await site.send(
      {
        url: site.route('wp/v2/comments', {_fields: commentFields}),
        method: 'POST',
        json: {
          post: article.id,
          parent: parentId ?? 0,
          content: encodeText(content.text),
          // With any of these a user's comment would be stored as a stranger's.
          ...(nonce === null && {
            // WordPress stumbles over a name that is not there, not over an empty one.
            author_name: encodeText(author.name),
            author_email: author.email,
            author_url: author.url ?? '',
          }),
        },
        headers: nonce === null ? {} : {'x-wp-nonce': nonce},
        refusal: (answer) => toRefusal(answer, sent),
      },
      signal,
    );
    const comment = toMade(body, sent);
    return {status: comment.status === 'published' ? 'published' : 'held', id: comment.id, comment};
  }

  async function send(article: Article, sent: NewComment, signal: AbortSignal): Promise<Created> {
    if (!refused) {
      try {
        return await sendByApi(article, sent, signal);
      } catch (error) {
        // The API is not for visitors, or not there at all: nothing was stored.
        const isRefused =
          error instanceof CommentError &&
          ([404, 405].includes(error.status ?? 0) || ['login-required', 'forbidden'].includes(error.code));
        if (!isRefused || !site.isOurs) throw error;
        refused = error;
      }
    }
    return sendByForm(options, site, article, sent, refused.cause, signal);
  }

  /** It arrived the first time; the list tells as what. */
  async function findArrived({id}: Article, sent: NewComment, signal: AbortSignal): Promise<Created> {
    const params = {post: id, per_page: '100', _fields: commentFields};
    const {comments} = toChunk(await site.read('wp/v2/comments', params, signal), null);
    const comment = findSent(comments, sent, NaN);
    return {status: comment ? 'published' : 'held', id: comment?.id ?? null, comment};
  }

  return async (article, sent, signal) => {
    // WordPress takes no keys: that it has a comment already is good news only when it was sent before.
    const isAgain = storage.get(triedPlace) === sent.key;
    storage.set(triedPlace, sent.key);
    const result = await send(article, sent, signal).catch((error: unknown) => {
      if (!(error instanceof CommentError)) throw error;
      if (error.code === 'duplicate' && isAgain) return findArrived(article, sent, signal);
      if (!isAgain && error.status && error.status < 500 && error.code !== 'invalid-response')
        storage.remove(triedPlace);
      throw error;
    });
    storage.remove(triedPlace);
    return result;
  };
}
