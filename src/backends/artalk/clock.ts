import {CommentError} from '../errors.js';

/** Gives a date of the server as one that can be read, or null. */
export type Clock = (date: unknown) => string | null;

/**
 * Artalk gives dates in its server's time zone, and does not say which that is:
 * the page does, or they are read as the reader's own, as Artalk's own script
 * does.
 */
export function openClock(timeZone: string | null): Clock {
  let format: Intl.DateTimeFormat | undefined;
  try {
    if (timeZone) format = new Intl.DateTimeFormat('en', {timeZone, timeZoneName: 'longOffset'});
  } catch (cause) {
    const advice = `There is no time zone "${timeZone}"; write one like "Asia/Riyadh" into "endpoint".`;
    throw new CommentError('not-found', {cause, advice});
  }
  return (value) => {
    const date = String(value).replace(' ', 'T');
    if (!format) return date;
    const time = Date.parse(`${date}Z`);
    if (Number.isNaN(time)) return null;
    // "GMT", or "GMT+03:00".
    const name = format.formatToParts(time).find(({type}) => type === 'timeZoneName')?.value;
    return date + (name?.slice(3) || 'Z');
  };
}
