import type {Comment} from '../../src/content/types.js';

export interface Part extends Partial<Omit<Comment, 'author' | 'content'>> {
  readonly id: string;
  readonly name?: string;
  readonly text?: string | null;
  readonly html?: string;
}

/** A whole comment; what is left out is plain. */
export function comment({name = 'ليلى', text, html, ...rest}: Part): Comment {
  return {
    parentId: null,
    author: {name, url: null, role: null},
    content: {text: html === undefined ? (text ?? `نص ${rest.id}`) : null, html: html ?? null},
    createdAt: '2026-01-31T18:00:00.000Z',
    editedAt: null,
    status: 'published',
    likes: 0,
    url: null,
    moreReplies: 0,
    ...rest,
  };
}

/** `a>b` answers `b`; in the order in which a server sends them. */
export function comments(...lines: readonly string[]): readonly Comment[] {
  return lines.map((line) => {
    const [id = '', parentId = null] = line.split('>');
    return comment({id, parentId});
  });
}
