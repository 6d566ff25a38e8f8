/** How Artalk cuts a list. */

export interface Stored {
  readonly id: number;
  /** What it answers, directly; 0: nothing. */
  readonly rid: number;
  readonly page_key: string;
  readonly nick: string;
  readonly link: string;
  readonly content_marked: string;
  readonly date: string;
  is_pending: boolean;
  is_collapsed: boolean;
  vote_up: number;
}

/** What is told of a comment. */
export const toWire = (comment: Stored): object => ({
  ...comment,
  content: 'المصدر',
  user_id: 5,
  email_encrypted: 'd41d8cd98f00b204e9800998ecf8427e',
  ua: 'Mozilla/5.0',
  is_pinned: false,
  is_allow_reply: !comment.is_pending && !comment.is_collapsed,
  is_verified: false,
  badge_name: '',
  badge_color: '',
  visible: true,
  vote_down: 0,
  site_name: 'الأخبار',
});

const orders: Readonly<Record<string, (one: Stored, other: Stored) => number>> = {
  date_desc: (one, other) => (one.date < other.date ? 1 : one.date > other.date ? -1 : 0),
  date_asc: (one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0),
  vote: (one, other) => other.vote_up - one.vote_up,
};

/** The comments of a page, then everything that answers them, in no order. */
export function listOf(comments: readonly Stored[], params: URLSearchParams): object {
  const roots = comments
    .filter(({rid}) => rid === 0)
    .sort(orders[params.get('sort_by') ?? 'date_desc'] ?? orders['date_desc']);
  const offset = Number(params.get('offset'));
  // No limit, no comments.
  const page = roots.slice(offset, offset + Number(params.get('limit')));
  const under = new Set(page.map(({id}) => id));
  const replies: Stored[] = [];
  for (const comment of comments)
    if (under.has(comment.rid)) {
      under.add(comment.id);
      replies.unshift(comment);
    }
  return {
    comments: [...page, ...replies].map(toWire),
    count: comments.length,
    roots_count: roots.length,
  };
}
