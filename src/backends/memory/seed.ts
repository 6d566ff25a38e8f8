import type {Author, Comment} from '../../content/types.js';

/** A comment that is there from the start; what is left out gets a plain value. */
export interface Seed extends Partial<Omit<Comment, 'author' | 'content'>> {
  readonly name?: string;
  readonly author?: Partial<Author>;
  readonly text?: string;
  readonly html?: string;
}

/** The first seed without a date is of this moment, each further one of a minute later. */
const firstMinute = Date.UTC(2026, 0, 31, 18);

/** The comment that `seed` describes, as the `index`-th of its thread. */
export function toComment(seed: Seed, index: number): Comment {
  const {name, author, text, html, ...rest} = seed;
  const id = seed.id ?? String(index + 1);
  const gone = seed.status === 'deleted';
  return {
    parentId: null,
    createdAt: new Date(firstMinute + index * 60_000).toISOString(),
    editedAt: null,
    status: 'published',
    likes: 0,
    url: null,
    moreReplies: 0,
    ...rest,
    id,
    author: {name: name ?? (gone ? '' : 'ليلى'), url: null, role: null, ...author},
    content: {text: gone || html !== undefined ? null : (text ?? `تعليق ${id}`), html: html ?? null},
  };
}
