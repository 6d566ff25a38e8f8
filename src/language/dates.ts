/**
 * Times as dates, in the calendar and digits of the language. As
 * relative-time.ts, but needed only when a reader asks: by pointing at a time.
 */
import {warnOnce} from '../page/warn.js';
import type {LanguageController} from './controller.js';
import {formatter} from './formatters.js';
import {numberingSystem as systemOf, numberingSystems} from './numbers.js';

/** Date and time, for a place without markup such as `title`. Empty when `iso` is no time. */
export function absoluteTime(language: LanguageController, iso: string): string {
  const date = absoluteDate(language, iso);
  return date && language.text('dateTimePattern', {date, time: timeOfDay(language, new Date(iso))});
}

/** The day alone, in the calendar of the language or of the page's choice (RTL.md N4). */
export function absoluteDate(language: LanguageController, iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime()) || !language.complete) return '';
  const {tag} = language;
  const numberingSystem = systemOf(language);
  const calendar = calendarOf(language);
  const asked = {day: 'numeric', month: 'long', year: 'numeric', calendar, numberingSystem} as const;
  if (isKnown(tag)) {
    const written = formatter(Intl.DateTimeFormat, [tag], asked).format(date);
    // Engines that have a language may lack the months of one of its calendars, and write them in English.
    if (language.language.dir === 'ltr' || !/[a-z]/i.test(written)) return written;
  }
  const {day = '', month = '', year = ''} = inEnglish(date, {...asked, month: 'numeric'});
  const {months, calendar: own} = language.language;
  // The table has the months of the language's own calendar; in another, digits say it.
  if (calendar !== own) return `${year}/${month}/${day}`;
  const {month: number} = inEnglish(date, {month: 'numeric', calendar});
  return language.text('datePattern', {day, month: months?.[Number(number) - 1] ?? month, year});
}

function timeOfDay(language: LanguageController, date: Date): string {
  const {tag} = language;
  const numberingSystem = systemOf(language);
  const asked = {hour: 'numeric', minute: '2-digit', numberingSystem} as const;
  if (isKnown(tag)) return formatter(Intl.DateTimeFormat, [tag], asked).format(date);
  const {hourCycle} = language.language;
  if (hourCycle !== 'h12') {
    const {hour = '', minute = ''} = inEnglish(date, {...asked, hour: '2-digit', hourCycle: 'h23'});
    return `${hour}:${minute}`;
  }
  const {hour = '', minute = '', dayPeriod} = inEnglish(date, {...asked, hourCycle});
  return `${hour}:${minute} ${language.text(dayPeriod === 'AM' ? 'am' : 'pm')}`;
}

/** RTL.md N2: an engine that lacks the language would take the visitor's own, without a word. */
const isKnown = (tag: string): boolean => Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;

/** The parts of a date: only digits and AM or PM are taken from them, never an English word. */
function inEnglish(date: Date, options: Intl.DateTimeFormatOptions): Readonly<Record<string, string>> {
  const parts = formatter(Intl.DateTimeFormat, ['en'], options).formatToParts(date);
  return Object.fromEntries(parts.map(({type, value}) => [type, value]));
}

const calendars = ['gregory', 'persian', 'islamic-umalqura'];

/** The page's choice, or the language's own. Says what is wrong with a choice that is none. */
function calendarOf({host: {calendar, numerals}, language}: LanguageController): string {
  if (numerals && !numberingSystems.includes(numerals)) {
    warnOnce(`numerals="${numerals}" is not known; use ${numberingSystems.join(', ')}.`);
  }
  if (calendar && calendars.includes(calendar)) return calendar;
  if (calendar) warnOnce(`calendar="${calendar}" is not known; use ${calendars.join(', ')}.`);
  return language.calendar ?? 'gregory';
}
