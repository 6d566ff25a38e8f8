import {warnOnce} from '../page/warn.js';
import {eitherAddress} from '../page/either-address.js';
import type {Choice} from './choose.js';
import type {FormLanguage, LaterMessages} from './messages.js';
import * as numbers from './numbers.js';
import type {Registration} from './register-language.js';
import {resolveLanguage} from './resolve.js';

/** A language; what a form at rest says may be missing in Arabic, which has it built in. */
type Words = LaterMessages & Partial<FormLanguage>;

interface Entry {
  readonly load: () => Promise<Words>;
  /** When it has come. */
  language?: Words;
}

/** The file of a language: the language under its tag. */
type LoadFile = () => Promise<Readonly<Record<string, Words>>>;

/** Where each language is. */
const files: Readonly<Record<string, readonly [LoadFile, LoadFile]>> = {
  ar: [() => import('./ar.js'), () => import('./ar.js?retry')],
  en: [() => import('./en.js'), () => import('./en.js?retry')],
  fa: [() => import('./fa.js'), () => import('./fa.js?retry')],
  he: [() => import('./he.js'), () => import('./he.js?retry')],
  ur: [() => import('./ur.js'), () => import('./ur.js?retry')],
  ckb: [() => import('./ckb.js'), () => import('./ckb.js?retry')],
  ps: [() => import('./ps.js'), () => import('./ps.js?retry')],
  ug: [() => import('./ug.js'), () => import('./ug.js?retry')],
  fr: [() => import('./fr.js'), () => import('./fr.js?retry')],
  tr: [() => import('./tr.js'), () => import('./tr.js?retry')],
};

const entries = new Map<string, Entry>();
for (const [key, addresses] of Object.entries(files)) {
  const load = eitherAddress(...addresses);
  entries.set(key, {
    load: async () => {
      const {[key]: language} = await load();
      if (!language) throw new TypeError(`The file of "${key}" holds another language.`);
      return language;
    },
  });
}
/** Ours, whatever the page puts in their place. */
const ours: ReadonlyMap<string, Entry> = new Map(entries);

/** What a language of the page's own lacks is said in that of ours with its direction (RTL.md L6). */
async function completed(own: Words): Promise<Words> {
  const base = await ours.get(own.dir === 'rtl' ? 'ar' : 'en')?.load();
  return Object.assign({}, base, Object.fromEntries(Object.entries(own).filter(([, words]) => words)));
}

/**
 * Takes in what the page has registered. It is handed over, as is all that the
 * first request has: this file imports none of it, lest bundlers cut it in two.
 */
export function takeIn(registrations: readonly Registration[]): void {
  for (const [tag, load] of registrations) {
    const [key = tag] = Intl.getCanonicalLocales(tag);
    entries.set(key, {load: async () => completed(await load())});
  }
}

export const hasLanguage = (key: string): boolean => entries.has(key);

/** Brings in a language that the registry has. Rejects when that fails; calling again tries again. */
export async function loadLanguage(key: string): Promise<Words> {
  const entry = entries.get(key);
  if (!entry) throw new RangeError(`No language "${key}".`);
  const language = await entry.load();
  entry.language = language;
  return language;
}

/** What is here already of the language for a tag, over the built-in words. */
export function chooseAtHand(lang: string, builtIn: FormLanguage): Choice | undefined {
  const {key, tag, dir, numerals} = resolveLanguage(lang, hasLanguage);
  const language = entries.get(key)?.language;
  return language && {tag, dir, numerals, language: {...builtIn, ...language}, numbers};
}

export async function choose(lang: string, builtIn: FormLanguage): Promise<Choice> {
  const {key, tag, dir, numerals, known} = resolveLanguage(lang, hasLanguage);
  if (!known)
    warnOnce(`there are no words for lang="${lang}", so "${key}" is shown; see registerLanguage().`);
  return {tag, dir, numerals, language: {...builtIn, ...(await loadLanguage(key))}, numbers};
}
