/** A comment of a list that goes by time, as far as paging needs it. */
export interface Placed {
  readonly id: string;
  /** Any number that rises with time; not a number where the server told none. */
  readonly time: number;
}

/** Where a page ended. By this the next one begins, whatever has come or gone meanwhile. */
export interface PageEnd {
  readonly time: number;
  /** Those of that very time that have been given: imported comments have whole seconds. */
  readonly ids: readonly string[];
}

export function parsePageEnd([time = '', ...ids]: readonly string[]): PageEnd {
  return {time: time === '' ? NaN : Number(time), ids};
}

export const formatPageEnd = ({time, ids}: PageEnd): string => [time, ...ids].join(' ');

/** Whether a comment stands on this side of the end. One without a time never does. */
export const isBefore = (end: PageEnd, {id, time}: Placed, newestFirst: boolean): boolean =>
  (newestFirst ? time > end.time : time < end.time) || (time === end.time && end.ids.includes(id));

/** The end after a further page. */
export function moveOn(end: PageEnd, page: readonly Placed[]): PageEnd {
  const time = page.map((row) => row.time).findLast(Number.isFinite) ?? end.time;
  const ids = page.filter((row) => row.time === time).map(({id}) => id);
  return {time, ids: time === end.time ? [...end.ids, ...ids] : ids};
}
