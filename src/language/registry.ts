import {warnOnce} from '../page/warn.js';
import {eitherAddress} from '../page/either-address.js';
import {arForm} from './ar-form.js';
import type {Choice} from './choose.js';
import type {FormLanguage, Language, LaterMessages} from './messages.js';
import * as numbers from './numbers.js';
import {registrations} from './register-language.js';
import {resolveLanguage} from './resolve.js';

/** A language; what a form at rest says may be missing in Arabic, which has it built in. */
type Words = LaterMessages & Partial<FormLanguage>;

interface Entry {
  readonly load: () => Promise<Words>;
  /** As far as it is here. */
  language?: Choice['language'];
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
// What a form at rest says is here from the start.
const arabic = entries.get('ar');
if (arabic) arabic.language = arForm;
/** Ours, whatever the page puts in their place. */
const ours: ReadonlyMap<string, Entry> = new Map(entries);

/** What a language of the page's own lacks is said in that of ours with its direction (RTL.md L6). */
async function completed(own: Words): Promise<Words> {
  const base = await ours.get(own.dir === 'rtl' ? 'ar' : 'en')?.load();
  return Object.assign({}, base, Object.fromEntries(Object.entries(own).filter(([, words]) => words)));
}

/** Takes in what the page has registered since. */
function takeIn(): void {
  for (const [tag, load] of registrations.splice(0)) {
    const [key = tag] = Intl.getCanonicalLocales(tag);
    entries.set(key, {load: async () => completed(await load())});
  }
}

export function hasLanguage(key: string): boolean {
  takeIn();
  return entries.has(key);
}

/** Brings in a language that the registry has. Rejects when that fails; calling again tries again. */
export async function loadLanguage(key: string): Promise<Language> {
  const entry = entries.get(key);
  if (!entry) throw new RangeError(`No language "${key}".`);
  const language = {...arForm, ...(await entry.load())};
  entry.language = language;
  return language;
}

export function chooseAtHand(lang: string): Choice | undefined {
  const {key, tag, dir, numerals} = resolveLanguage(lang, hasLanguage);
  const language = entries.get(key)?.language;
  return language && {tag, dir, numerals, language, numbers};
}

export async function choose(lang: string): Promise<Choice> {
  const {key, tag, dir, numerals, known} = resolveLanguage(lang, hasLanguage);
  if (!known)
    warnOnce(`there are no words for lang="${lang}", so "${key}" is shown; see registerLanguage().`);
  return {tag, dir, numerals, language: await loadLanguage(key), numbers};
}
