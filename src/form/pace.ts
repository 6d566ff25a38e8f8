import {sessionStore} from '../page/storage.js';
import {parseKept} from './draft.js';

/** A comment that was accepted: when, and a mark of its text. */
type Sent = readonly [time: number, mark: number];

const between = 10_000;
const period = 10 * 60_000;
const mostInPeriod = 5;

const isSent = (value: unknown): value is Sent =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'number');

function markOf(text: string): number {
  let mark = 0;
  for (let index = 0; index < text.length; index++) mark = (Math.imul(mark, 31) + text.charCodeAt(index)) | 0;
  return mark;
}

/** How fast one reader writes to one conversation in one tab. Keeps no text. */
export class Pace {
  readonly #key: string;

  constructor(endpoint: string, thread: string) {
    this.#key = `taaliq:pace:${JSON.stringify([endpoint, thread])}`;
  }

  /** Seconds to wait before the next comment; 0: none. */
  wait(now: number): number {
    const times = this.#lately(now).map(([time]) => time);
    const last = (times.at(-1) ?? -Infinity) + between;
    const full = (times.at(-mostInPeriod) ?? -Infinity) + period;
    return Math.max(0, Math.ceil((Math.max(last, full) - now) / 1000));
  }

  /** Whether the same text went here a while ago. */
  hasSent(text: string, now: number): boolean {
    return this.#lately(now).some(([, mark]) => mark === markOf(text));
  }

  noteSent(text: string, now: number): void {
    sessionStore.set(this.#key, JSON.stringify([...this.#lately(now), [now, markOf(text)]]));
  }

  #lately(now: number): readonly Sent[] {
    const kept = parseKept(sessionStore.get(this.#key));
    return Array.isArray(kept)
      ? kept.filter(isSent).filter(([time]) => time > now - period && time <= now)
      : [];
  }
}
