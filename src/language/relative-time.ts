/**
 * Times in words. A plain function that takes the element's
 * `LanguageController`, as in `relativeTime(this.#language, comment.createdAt)`:
 * it comes with the conversation, not with the first request. Call
 * `language.load()` first; until it has brought the words they are empty.
 *
 * `<time datetime>` takes the ISO time itself, whatever is shown (RTL.md N5).
 */
import type {LanguageController} from './controller.js';
import type {TimeUnit} from './messages.js';
import {inWords} from './numbers.js';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const week = 7 * day;
const year = 365 * day;
const month = year / 12;

/** The greatest unit that is full, and its length in seconds; five weeks are a month. */
function unitOf(seconds: number): readonly [TimeUnit, number] {
  if (seconds < hour) return ['minute', minute];
  if (seconds < day) return ['hour', hour];
  if (seconds < week) return ['day', day];
  if (seconds < 5 * week) return ['week', week];
  if (seconds < year) return ['month', month];
  return ['year', year];
}

/** "5 minutes ago", from the language's own table in every engine (RTL.md N3). Empty when `iso` is no time. */
export function relativeTime(language: LanguageController, iso: string, now: number = Date.now()): string {
  const seconds = Math.floor((now - Date.parse(iso)) / 1000);
  if (Number.isNaN(seconds)) return '';
  if (seconds < minute) return language.text('justNow');
  const [unit, length] = unitOf(seconds);
  const tables = [language.host.strings?.timeAgo, language.language.timeAgo];
  return inWords(
    language,
    tables.map((table) => table?.[unit]),
    Math.floor(seconds / length),
  );
}
