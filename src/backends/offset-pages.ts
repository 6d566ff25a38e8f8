import type {Order} from '../content/types.js';
import {formatPageEnd, isBefore, moveOn, parsePageEnd, type Placed} from './page-end.js';

export interface OffsetPage<Row> {
  readonly rows: readonly Row[];
  readonly nextCursor: string | null;
}

/** Where reading ends whatever the server says: it could go on for ever. */
const mostRows = 20_000;

/**
 * A page of a list that the server gives by offset. That list shifts while
 * comments come and go, so each page begins with the last row of the one before
 * and is cut by time: none comes twice, none is left out. One row more is
 * read, to know whether there is a next page. By popularity the list has no
 * such order, and what has shifted comes again.
 */
export async function readByOffset<Row extends Placed>(
  read: (offset: number, limit: number) => Promise<readonly Row[]>,
  order: Order,
  limit: number,
  cursor: string | null,
): Promise<OffsetPage<Row>> {
  const [passed = '0', ...rest] = cursor?.split(' ') ?? [];
  const end = parsePageEnd(order === 'popular' ? [] : rest);
  const isGiven = (row: Row): boolean => isBefore(end, row, order === 'newest');
  const goesByTime = Number.isFinite(end.time);
  const size = limit + 2;
  let from = Math.max(0, Number(passed) - (goesByTime ? 1 : 0));
  let rows: Row[] = [];
  for (;;) {
    const more = await read(from + rows.length, size);
    rows.push(...more);
    if (goesByTime && from > 0 && !rows.some(isGiven)) {
      // Comments above have gone: what would have come next has moved up.
      from = Math.max(0, from - limit);
      rows = [];
      continue;
    }
    const fresh = rows.filter((row) => !isGiven(row));
    if (fresh.length <= limit && more.length >= size && rows.length < mostRows) continue;
    const page = fresh.slice(0, limit);
    const [last] = page.slice(-1);
    const isLast = !last || fresh.length <= limit;
    return {
      rows: page,
      nextCursor: isLast ? null : `${from + rows.indexOf(last) + 1} ${formatPageEnd(moveOn(end, page))}`,
    };
  }
}
