/**
 * Times in words and in dates. Plain functions that take the element's
 * `LanguageController`: `relativeTime(this.#language, comment.createdAt)`. They
 * are not its methods so that they come with the conversation. Call
 * `language.load()` first; before that their words are empty.
 */
import type {LanguageController} from './controller.js';
import type {TimeUnit} from './messages.js';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

export function relativeTime(language: LanguageController, iso: string, now: number = Date.now()): string {
  const seconds = Math.floor((now - Date.parse(iso)) / 1000);
  if (Number.isNaN(seconds)) return '';
  if (seconds < minute) return language.text('justNow');
  const ago = (unit: TimeUnit, count: number): string =>
    language.inWords([language.language.timeAgo?.[unit]], Math.floor(count));
  return seconds < hour ? ago('minute', seconds / minute) : ago('day', seconds / day);
}

export function absoluteTime(language: LanguageController, iso: string): string {
  return new Date(iso).toLocaleString(language.tag);
}
