import {CommentError} from '../errors.js';

/** Milliseconds since 1970, not a number where a date cannot be read. */
export type Clock = (date: unknown) => number;

/** What the time would be if the date were one in UTC. */
export const toTime = (date: unknown): number => Date.parse(`${String(date).replace(' ', 'T')}Z`);

/**
 * Artalk gives dates in its server's time zone, and does not say which that is:
 * the page does, or they are read as the reader's own, as Artalk's own script
 * does.
 */
export function openClock(timeZone: string | null): Clock {
  try {
    // Swedes write dates as Artalk does.
    const format = new Intl.DateTimeFormat('sv', {
      dateStyle: 'short',
      timeStyle: 'medium',
      ...(timeZone && {timeZone}),
    });
    return (date) => {
      const time = toTime(date);
      // So far ahead of UTC is the zone's clock.
      return time && 2 * time - toTime(format.format(time));
    };
  } catch (cause) {
    const advice = `There is no time zone "${timeZone}".`;
    throw new CommentError('not-found', {cause, advice});
  }
}
