import type {Order} from '../content/types.js';

/** A row of a list, as far as paging needs it. */
export interface Placed {
  readonly id: string;
  /** Any number that rises with time; not a number where the server told none. */
  readonly time: number;
}

/** Where reading ends whatever the server says: it could go on for ever. */
const mostRows = 20_000;

/**
 * A page of a list that the server gives by offset. That list shifts while
 * comments come and go, so each page begins with the last row of the one before
 * and is cut by time: none comes twice, none is left out. A row more is read, to
 * know whether there is a next page. By popularity the list has no such order,
 * and what has shifted comes again.
 *
 * A cursor is the number of rows that have passed, the time of the last of them
 * and the ids of all that have that time: imported comments have whole seconds.
 */
export async function readByOffset<Row extends Placed>(
  read: (offset: number, limit: number) => Promise<readonly Row[]> | readonly Row[],
  order: Order,
  limit: number,
  cursor: string | null,
): Promise<{readonly rows: readonly Row[]; readonly nextCursor: string | null}> {
  const [passed = '0', end, ...ids] = cursor?.split(' ') ?? [];
  const endTime = order === 'popular' ? NaN : Number(end);
  const isGiven = ({id, time}: Row): boolean =>
    (order === 'newest' ? time > endTime : time < endTime) || (time === endTime && ids.includes(id));
  const size = limit + 2;
  let from = Math.max(0, Number(passed) - (endTime ? 1 : 0));
  let rows: Row[] = [];
  for (;;) {
    const more = await read(from + rows.length, size);
    rows.push(...more);
    if (endTime && from > 0 && !rows.some(isGiven)) {
      // Comments above have gone: what would have come next has moved up.
      from = Math.max(0, from - limit);
      rows = [];
      continue;
    }
    const fresh = rows.filter((row) => !isGiven(row));
    if (fresh.length <= limit && more.length >= size && rows.length < mostRows) continue;
    const page = fresh.slice(0, limit);
    const next = fresh[limit];
    if (!next) return {rows: page, nextCursor: null};
    const time = page.map((row) => row.time).findLast(Number.isFinite) ?? endTime;
    const same = page.filter((row) => row.time === time).map(({id}) => id);
    const known = time === endTime ? ids : [];
    return {rows: page, nextCursor: [from + rows.indexOf(next), time, ...known, ...same].join(' ')};
  }
}
