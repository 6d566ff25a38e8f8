import type {EditGrant} from '../backends/port.js';
import type {Comment} from '../content/types.js';
import type {SafeStorage} from '../page/storage.js';
import {deviceKeys} from './device.js';

/** A comment that waits for a moderator, as its author's device keeps it. */
export interface HeldComment {
  readonly comment: Comment;
  /** Reads the comment's status, when the server gave one. */
  readonly token: string | null;
}

interface Kept extends HeldComment {
  readonly place: string;
  readonly since: number;
}

const storageKey = deviceKeys.held;
const longest = 30 * 24 * 60 * 60 * 1000;
const most = 20;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What storage holds may have been written by another version, or by the page: nothing of it is trusted. */
function read(value: unknown): Kept | null {
  if (!isRecord(value)) return null;
  const {place, since, id, name, createdAt} = value;
  if (typeof place !== 'string' || typeof id !== 'string' || !id || typeof name !== 'string') return null;
  if (typeof since !== 'number') return null;
  return {
    place,
    since,
    token: textOrNull(value['token']),
    comment: {
      id,
      parentId: textOrNull(value['parentId']),
      author: {name, url: null, role: null},
      content: {
        text: textOrNull(value['text']),
        html: textOrNull(value['html']),
        ...(typeof value['source'] === 'string' && {source: value['source']}),
      },
      createdAt: textOrNull(createdAt),
      editedAt: null,
      status: 'held',
      likes: 0,
      url: null,
      moreReplies: 0,
    },
  };
}

/**
 * A reader's own comments that wait for a moderator: shown to their author
 * after a reload as well, until the server lists, rejects or loses them, at
 * most 30 days and 20 comments. Never holds an e-mail address.
 */
export class HeldComments {
  readonly #storage: SafeStorage;
  readonly #now: () => number;
  /** Also here: where storage is forbidden they last as long as the page. */
  #kept: readonly Kept[] | null = null;

  constructor(storage: SafeStorage, now: () => number = Date.now) {
    this.#storage = storage;
    this.#now = now;
  }

  /** Those of one conversation, oldest first. */
  of(place: string): readonly HeldComment[] {
    return this.#read()
      .filter((kept) => kept.place === place)
      .map(({comment, token}) => ({comment, token}));
  }

  keep(place: string, comment: Comment, edit?: EditGrant): void {
    const others = this.#read().filter((kept) => kept.place !== place || kept.comment.id !== comment.id);
    const kept = {place, since: this.#now(), comment, token: edit?.token ?? null};
    this.#write([...others, kept].slice(-most));
  }

  forget(place: string, id: string): void {
    const before = this.#read();
    const left = before.filter((kept) => kept.place !== place || kept.comment.id !== id);
    if (left.length < before.length) this.#write(left);
  }

  #read(): readonly Kept[] {
    const stored = this.#storage.get(storageKey);
    if (stored === null) return this.#kept ?? [];
    let values: unknown;
    try {
      values = JSON.parse(stored);
    } catch {
      // Not ours, or damaged: as good as empty.
    }
    const oldest = this.#now() - longest;
    return Array.isArray(values)
      ? values
          .map(read)
          .filter((kept) => kept !== null)
          .filter((kept) => kept.since > oldest)
      : [];
  }

  #write(list: readonly Kept[]): void {
    this.#kept = list;
    if (!list.length) return this.#storage.remove(storageKey);
    this.#storage.set(
      storageKey,
      JSON.stringify(
        list.map(({place, since, token, comment: {id, parentId, author, content, createdAt}}) => ({
          place,
          since,
          token,
          id,
          parentId,
          name: author.name,
          text: content.text,
          html: content.html,
          source: content.source,
          createdAt,
        })),
      ),
    );
  }
}
