import {arForm} from './ar-form.js';
import type {FormLanguage, Language} from './messages.js';

/** The file of a language: the language under its tag. */
type LanguageFile = Readonly<Record<string, Partial<Language>>>;
type Load = () => Promise<LanguageFile>;

/**
 * Where each language is. The second address of the same file is tried when
 * the first has failed: engines remember that an `import()` failed.
 */
const files = new Map<string, readonly [load: Load, again: Load]>(
  Object.entries({
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
  }),
);

const atHand = new Map<string, FormLanguage>([['ar', arForm]]);

/** Called when a language has been registered: elements may have done without it. */
export const languageListeners = new Set<() => void>();

export const hasLanguage = (key: string): boolean => files.has(key);

/** The language, or the part of it that is here without loading anything. */
export const languageAtHand = (key: string): FormLanguage | undefined => atHand.get(key);

/** Brings in a whole language that the registry has. Rejects when that fails; calling again tries again. */
export async function loadLanguage(key: string): Promise<Language> {
  const [load, again] = files.get(key) ?? [];
  if (!load || !again) throw new RangeError(key);
  try {
    // Proof: the file of a language is whole, save that of Arabic, whose beginning is at hand.
    const language = {...atHand.get(key), ...(await load())[key]} as Language;
    atHand.set(key, language);
    return language;
  } catch (error) {
    // Several may have waited for this attempt: the next is the other one for all.
    files.set(key, [again, load]);
    throw error;
  }
}

/**
 * Makes a language known: `registerLanguage('de', async () => (await import('./de.js')).de)`.
 * `load` is called when the first element needs it. A tag that is known already
 * is taken over. What the language lacks is said in Arabic or English, whichever
 * has its direction.
 */
export function registerLanguage(tag: string, load: () => Promise<Language>): void {
  const [key = tag] = Intl.getCanonicalLocales(tag);
  const whole: Load = async () => {
    const language = await load();
    const other = language.dir === 'rtl' ? 'ar' : 'en';
    const base = other === key ? {} : await loadLanguage(other);
    return {[key]: {...base, ...Object.fromEntries(Object.entries(language).filter(([, words]) => words))}};
  };
  files.set(key, [whole, whole]);
  atHand.delete(key);
  languageListeners.forEach((listen) => listen());
}
