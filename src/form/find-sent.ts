import type {Backend} from '../backends/port.js';
import {loadSanitizer} from '../content/sanitize/load.js';
import type {Comment, Content, NewComment} from '../content/types.js';
import {untilRestored} from './until-restored.js';

/** Without white space: what stands between two lines is only a tag where a server sends HTML. */
const squeeze = (text: string): string => text.replace(/\s+/g, '');

async function textOf({text, html}: Content): Promise<string> {
  if (text !== null || html === null) return text ?? '';
  const {toSafeFragment} = await loadSanitizer();
  return toSafeFragment(html).textContent ?? '';
}

/**
 * Looks for a comment among the newest: for servers that would store it twice,
 * after an attempt of which nobody knows whether it arrived. Null: not found,
 * or nothing could be learnt.
 */
export async function findSent(backend: Backend, sent: NewComment): Promise<Comment | null> {
  if (!backend.list) return null;
  const request = {thread: sent.thread, order: 'newest', limit: 20, cursor: null} as const;
  try {
    const {comments} = await untilRestored(backend.list(request, new AbortController().signal));
    for (const comment of comments) {
      if (comment.parentId !== sent.parentId || comment.author.name !== sent.author.name) continue;
      if (squeeze(await textOf(comment.content)) === squeeze(sent.content.text)) return comment;
    }
  } catch {
    // The reader is asked instead.
  }
  return null;
}
