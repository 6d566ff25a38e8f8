import type {NewComment} from '../../content/types.js';
import {CommentError} from '../errors.js';
import type {Created, PageForm} from '../port.js';
import type {Article} from './article.js';
import {sendByForm} from './classic-form.js';
import {encodeText, fields, taken, toCreated} from './mapping.js';
import {toRefusal} from './refusal.js';
import type {Site} from './site.js';

type Send = (article: Article, sent: NewComment, signal: AbortSignal) => Promise<Created>;

/** Sends comments by the REST API where the site allows it, else by the site's own form. */
export function openSending(site: Site, form: PageForm | null): Send {
  const tried = new Set<string>();
  /** With what the API refused visitors: from then on the form is asked at once. */
  let refused: CommentError | undefined;

  async function send(article: Article, sent: NewComment, signal: AbortSignal): Promise<Created> {
    const {author, content, parentId} = sent;
    try {
      if (!refused)
        return toCreated(
          await site.send(
            {
              url: site.route('comments', fields),
              method: 'POST',
              json: {
                post: article.id,
                parent: parentId ?? 0,
                content: content.inline ?? encodeText(content.text),
                // With any of these a user's comment would be stored as a stranger's.
                ...(!site.isUser && {
                  // WordPress stumbles over a name that is not there, not over an empty one.
                  author_name: encodeText(author.name),
                  author_email: author.email,
                  author_url: author.url ?? '',
                }),
              },
              refusal: (answer) => toRefusal(answer, sent),
            },
            signal,
          ),
        );
    } catch (error) {
      // The API is not for visitors, or not there at all: nothing was stored.
      if (!(error instanceof CommentError && /^40[1345]/.test(String(error.status)))) throw error;
      if (error.code === 'closed' || !site.isOurs) throw error;
      refused = error;
    }
    return sendByForm(site, form, article, sent, refused?.cause, signal);
  }

  return (article, sent, signal) => {
    // WordPress takes no keys. That it has a comment already is good news when it was sent before.
    const isAgain = tried.has(sent.key);
    tried.add(sent.key);
    return send(article, sent, signal).catch((error: {readonly code?: unknown}) => {
      if (isAgain && error.code === 'duplicate') return taken;
      throw error;
    });
  };
}
