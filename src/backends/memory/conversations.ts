import type {Comment, Order} from '../../content/types.js';

/** A top-level comment and everything below it, oldest first. */
export interface Conversation {
  readonly top: Comment;
  readonly replies: readonly Comment[];
}

/** The comment at the top of a chain of answers. A chain that bites its own tail ends at `start`. */
function topOf(start: Comment, byId: ReadonlyMap<string, Comment>): Comment {
  const seen = new Set([start.id]);
  let current = start;
  for (;;) {
    const parent = current.parentId === null ? undefined : byId.get(current.parentId);
    if (!parent) return current;
    if (seen.has(parent.id)) return start;
    seen.add(parent.id);
    current = parent;
  }
}

const later = ({createdAt: first}: Comment, {createdAt: second}: Comment): number =>
  Number((first ?? '') > (second ?? '')) - Number((first ?? '') < (second ?? ''));

/** What readers see of `comments`, which stand in the order of their arrival, as conversations in `order`. */
export function toConversations(comments: readonly Comment[], order: Order): readonly Conversation[] {
  const shown = comments.filter(({status}) => status === 'published' || status === 'deleted');
  const byId = new Map(shown.map((comment) => [comment.id, comment]));
  const replies = new Map<Comment, Comment[]>();
  for (const comment of shown) {
    const top = topOf(comment, byId);
    const below = replies.get(top) ?? [];
    if (top !== comment) below.push(comment);
    replies.set(top, below);
  }
  const conversations = [...replies]
    .map(([top, below]) => ({top, replies: below}))
    // A deleted comment keeps its place only for its replies.
    .filter(({top, replies}) => [top, ...replies].some(({status}) => status === 'published'))
    .sort((first, second) => later(first.top, second.top));
  if (order !== 'oldest') conversations.reverse();
  return order === 'popular'
    ? conversations.sort((first, second) => second.top.likes - first.top.likes)
    : conversations;
}
