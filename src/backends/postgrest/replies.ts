import type {Comment} from '../../content/types.js';
import {toLists} from './rows.js';
import type {ReadStretch} from './stretch.js';

/** As many as servers give at once where their owner changed nothing. */
const chunkSize = 1_000;

/** Where reading ends whatever the server says: it could go on for ever. */
const mostComments = 10_000;

/**
 * Reads the descendants of what `branches` begin with, level by level and
 * oldest first, each into the branch that it belongs to. Gives the number of
 * rows that could not be read.
 */
export async function addReplies(
  branches: Map<string, Comment[]>,
  thread: string,
  parentColumn: string,
  read: ReadStretch,
  signal: AbortSignal,
): Promise<number> {
  let skipped = 0;
  let level = [...branches.keys()];

  async function readList(list: string): Promise<void> {
    let cursor: string | null = null;
    for (;;) {
      const where = [[parentColumn, list]] as const;
      const stretch = await read({thread, where, newestFirst: false, limit: chunkSize, cursor}, signal);
      skipped += stretch.skipped;
      for (const comment of stretch.comments) {
        const branch = branches.get(comment.parentId ?? '');
        // One that is there already goes in a circle.
        if (!branch || branches.has(comment.id)) continue;
        branch.push(comment);
        branches.set(comment.id, branch);
        level.push(comment.id);
      }
      if (!stretch.more || branches.size > mostComments) return;
      cursor = `>${stretch.last}`;
    }
  }

  while (level.length > 0 && branches.size < mostComments) {
    const lists = toLists(level);
    level = [];
    await Promise.all(lists.map(readList));
  }
  return skipped;
}
