import {createHash, randomBytes} from 'node:crypto';

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isUuid = (value: string): boolean => shape.test(value);

/** A UUID of version 7 (RFC 9562) for a moment, in milliseconds: ids sort by time. */
export function timeOrderedId(moment: number): string {
  const random = randomBytes(10).toString('hex');
  const time = moment.toString(16).padStart(12, '0');
  // Variant 10xx: one of 8, 9, a, b.
  const variant = (8 + (parseInt(random.slice(3, 4), 16) & 3)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-${variant}${random.slice(4, 7)}-${random.slice(8, 20)}`;
}

/** The moment that is in a time-ordered id. */
export const idTime = (id: string): number => parseInt(id.slice(0, 8) + id.slice(9, 13), 16);

/**
 * The id after `last`. It is greater even within one millisecond, and when
 * another machine's clock was ahead.
 */
export const nextId = (last: string | null): string =>
  timeOrderedId(last === null ? Date.now() : Math.max(Date.now(), idTime(last) + 1));

/** Short digest of some strings; which string ends where counts. */
export const digest = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** Where a conversation is kept. */
export const threadId = (site: string, key: string): string => digest(site, key);
