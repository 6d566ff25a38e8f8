import type {Comment} from '../content/types.js';

/** A comment at its place in the conversation. */
export interface Branch {
  /** As it is known by now: a like or a moderator's decision replaces it. */
  comment: Comment;
  readonly parent: Branch | null;
  /** The reply to the same comment that stands before this one. */
  readonly older: Branch | null;
  readonly replies: Branch[];
  /** 0: answers nobody. */
  readonly level: number;
}

export interface Planted {
  /** New branches in reading order. */
  readonly added: readonly Branch[];
  /** Branches that were held until now and are listed with another status. */
  readonly changed: readonly Branch[];
}

/** The last branch in reading order of those under `branch`, or itself. */
export function lastOf(branch: Branch): Branch {
  let last = branch;
  for (let next = last.replies.at(-1); next; next = last.replies.at(-1)) last = next;
  return last;
}

/**
 * The conversation as a tree. Whatever a server sends becomes one in linear
 * time and without recursion: a comment that answers itself, nobody, or itself
 * by a detour stands at the top.
 */
export class CommentTree {
  readonly roots: Branch[] = [];
  readonly #branches = new Map<string, Branch>();

  get size(): number {
    return this.#branches.size;
  }

  get(id: string): Branch | undefined {
    return this.#branches.get(id);
  }

  all(): IterableIterator<Branch> {
    return this.#branches.values();
  }

  /** Adds comments below the others, or those at the top level above them. A second one with the same id is left out. */
  plant(comments: readonly Comment[], above = false): Planted {
    const batch = new Map<string, Comment>();
    const changed: Branch[] = [];
    for (const comment of comments) {
      const branch = this.#branches.get(comment.id);
      if (!branch) {
        if (!batch.has(comment.id)) batch.set(comment.id, comment);
      } else if (branch.comment.status === 'held' && comment.status !== 'held') {
        branch.comment = comment;
        changed.push(branch);
      }
    }
    return {added: this.#grow([...batch.values()], batch, above), changed};
  }

  #grow(
    comments: readonly Comment[],
    batch: ReadonlyMap<string, Comment>,
    above: boolean,
  ): readonly Branch[] {
    const repliesTo = new Map<string | null, Comment[]>();
    const tops: Comment[] = [];
    for (const comment of comments) {
      const {id, parentId} = comment;
      if (parentId === null || parentId === id || !batch.has(parentId)) tops.push(comment);
      else if (!repliesTo.get(parentId)?.push(comment)) repliesTo.set(parentId, [comment]);
    }
    const added: Branch[] = [];
    const roots: Branch[] = [];
    // What no walk from the top has reached goes round in a circle: it is walked from the first that is met.
    for (const start of [...tops, ...comments]) {
      const waiting = [start];
      for (let comment = waiting.pop(); comment; comment = waiting.pop()) {
        const {id, parentId} = comment;
        if (this.#branches.has(id)) continue;
        const parent = this.#branches.get(parentId ?? '') ?? null;
        const branch: Branch = {
          comment,
          parent,
          older: parent?.replies.at(-1) ?? null,
          replies: [],
          level: parent ? parent.level + 1 : 0,
        };
        (parent?.replies ?? roots).push(branch);
        this.#branches.set(id, branch);
        added.push(branch);
        waiting.push(...(repliesTo.get(id) ?? []).toReversed());
      }
    }
    this.roots.splice(above ? 0 : this.roots.length, 0, ...roots);
    return added;
  }
}
