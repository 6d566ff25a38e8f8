/** How Isso cuts a list, its surprises included. */

export interface Stored {
  readonly uri: string;
  readonly id: number;
  readonly parent: number | null;
  mode: number;
  readonly created: number;
  modified: number | null;
  text: string;
  author: string | null;
  website: string | null;
  likes: number;
  readonly dislikes: number;
  /** Posted by the reader. */
  readonly mine: boolean;
}

/** What is told of a comment. */
export const toWire = ({id, parent, mode, created, modified, ...one}: Stored): object => ({
  id,
  parent,
  mode,
  created,
  modified,
  text: one.text,
  author: one.author,
  website: one.website,
  likes: one.likes,
  dislikes: one.dislikes,
  notification: 0,
  hash: '09e4baea2c67',
});

const number = (params: URLSearchParams, name: string): number | null =>
  params.has(name) ? Number(params.get(name)) : null;

const cut = <Row>(rows: readonly Row[], limit: number | null, offset: number): readonly Row[] =>
  limit === null ? rows : rows.slice(offset, offset + limit);

export function listOf(comments: readonly Stored[], params: URLSearchParams, isNew: boolean): object {
  const limit = number(params, 'limit');
  // Older ones do not know it and give the first page again.
  const offset = (isNew && number(params, 'offset')) || 0;
  const after = number(params, 'after') ?? 0;
  const parent = number(params, 'parent');
  const sort = isNew ? params.get('sort') : 'oldest';

  const later = (rows: readonly Stored[]): readonly Stored[] => rows.filter(({created}) => created > after);
  const repliesTo = (id: number): readonly Stored[] =>
    comments.filter((one) => one.parent === id).sort((a, b) => a.created - b.created);

  if (parent !== null) {
    const all = repliesTo(parent);
    const replies = cut(later(all), limit, offset);
    const hidden = all.length - offset - replies.length;
    return {id: parent, total_replies: all.length, hidden_replies: hidden, replies: replies.map(toWire)};
  }

  const tops = comments.filter((one) => one.parent === null).sort((a, b) => a.created - b.created);
  if (sort === 'newest') tops.reverse();
  if (sort === 'upvotes') tops.sort((a, b) => b.likes - b.dislikes - (a.likes - a.dislikes));
  const page = cut(later(tops), limit, offset);
  const nested = number(params, 'nested_limit');
  return {
    id: null,
    total_replies: comments.length,
    hidden_replies: tops.length - offset - page.length,
    replies: page.map((top) => {
      const all = repliesTo(top.id);
      // Without a limit of their own, the page's holds for them as well.
      const replies = nested === null ? cut(later(all), limit, offset) : cut(later(all), nested, 0);
      const hidden = all.length - replies.length;
      return Object.assign(toWire(top), {
        total_replies: all.length,
        hidden_replies: hidden,
        replies: replies.map(toWire),
      });
    }),
  };
}
