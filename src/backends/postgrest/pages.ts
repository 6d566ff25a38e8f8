import {CommentError} from '../errors.js';
import type {CommentPage, ListRequest, LocateRequest} from '../port.js';
import {addReplies} from './replies.js';
import type {Param} from './rows.js';
import type {ReadStretch} from './stretch.js';
import type {Table} from './table.js';

export interface Pages {
  list(wanted: ListRequest, signal: AbortSignal): Promise<CommentPage>;
  locate(wanted: LocateRequest, signal: AbortSignal): Promise<CommentPage>;
}

/** Pages of whole branches. The mark of a cursor tells the way: `>` on, `<` back, `=` on from there. */
export function openPages({name, equal}: Table, readStretch: ReadStretch): Pages {
  const topLevel: Param = [name('parent_id'), 'is.null'];

  const list: Pages['list'] = async ({thread, order, limit, cursor, parentId}, signal) => {
    const back = cursor?.startsWith('<') ?? false;
    const where = [parentId === undefined ? topLevel : equal('parent_id', parentId)];
    const newestFirst = parentId === undefined && (order === 'newest') !== back;
    const [{comments, first, last, more, ...top}, {total}] = await Promise.all([
      readStretch({thread, where, newestFirst, limit, cursor}, signal),
      // No row, only how many there are; known from the first page on.
      cursor === null || cursor.startsWith('=')
        ? readStretch({thread, where: [], newestFirst, limit: 0, cursor: null}, signal)
        : {total: null},
    ]);
    const branches = new Map(comments.map((comment) => [comment.id, [comment]]));
    const shown = [...branches.values()];
    const skipped = await addReplies(branches, thread, topLevel[0], readStretch, signal);
    const [next, previous] = back ? [first, more && last] : [more && last];
    return {
      comments: (back ? shown.toReversed() : shown).flat(),
      skipped: skipped + top.skipped,
      total,
      nextCursor: next ? `>${next}` : null,
      prevCursor: previous ? `<${previous}` : null,
      closed: false,
    };
  };

  return {
    list,

    async locate({thread, id, order, limit}, signal) {
      const one = {thread, newestFirst: order !== 'newest', limit: 1};
      const passed = new Set<string>();
      for (let wanted: string | null = id; wanted !== null && !passed.has(wanted);) {
        passed.add(wanted);
        const {comments, first} = await readStretch(
          {...one, where: [equal('id', wanted)], cursor: null},
          signal,
        );
        const found = comments[0];
        if (found?.parentId === null) {
          const [page, before] = await Promise.all([
            list({thread, order, limit, cursor: `=${first}`}, signal),
            readStretch({...one, where: [topLevel], cursor: `<${first}`}, signal),
          ]);
          return {...page, prevCursor: before.first ? `<${first}` : null};
        }
        wanted = found?.parentId ?? null;
      }
      throw new CommentError('not-found');
    },
  };
}
