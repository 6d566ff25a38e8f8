import {arForm} from './ar-form.js';
import type {FormLanguage, Language} from './messages.js';

type Load = () => Promise<Language>;

interface Entry {
  load: Load;
  /** What is tried after `load` has failed: engines remember that an `import()` failed. */
  again: Load;
  /** Under way or done. */
  loading?: Promise<Language> | undefined;
  /** What is here already. */
  language?: FormLanguage;
}

const entry = (load: Load, again: Load = load): Entry => ({load, again});

const entries = new Map<string, Entry>([
  [
    'ar',
    {
      load: async () => (await import('./ar.js')).ar,
      again: async () => (await import('./ar.js?retry')).ar,
      language: arForm,
    },
  ],
  [
    'en',
    entry(
      async () => (await import('./en.js')).en,
      async () => (await import('./en.js?retry')).en,
    ),
  ],
]);

/** Called when a language has been registered: elements may have waited for it. */
export const languageListeners = new Set<() => void>();

export const hasLanguage = (key: string): boolean => entries.has(key);

/** The language, or the part of it that is here without loading anything. */
export const languageAtHand = (key: string): FormLanguage | undefined => entries.get(key)?.language;

/** Brings in a whole language that the registry has. Rejects when that fails; calling again tries again. */
export async function loadLanguage(key: string): Promise<Language> {
  const known = entries.get(key);
  if (!known) throw new RangeError(`No language "${key}".`);
  const attempt = (known.loading ??= known.load());
  try {
    return (known.language = await attempt);
  } catch (error) {
    // Of several that waited for this attempt, the first sets up the next.
    if (known.loading === attempt) {
      known.loading = undefined;
      [known.load, known.again] = [known.again, known.load];
    }
    throw error;
  }
}

/** What `language` lacks is said in Arabic or English, whichever has its direction (RTL.md L6). */
async function completed(language: Language): Promise<Language> {
  const base = await loadLanguage(language.dir === 'rtl' ? 'ar' : 'en');
  const said = Object.entries(language).filter(([, words]) => words);
  return {...base, ...Object.fromEntries(said)};
}

/**
 * Makes a language known: `registerLanguage('de', async () => (await import('./de.js')).de)`.
 * `load` is called when the first element needs it. A tag that is known already is taken over.
 */
export function registerLanguage(tag: string, load: () => Promise<Language>): void {
  const [key = tag] = Intl.getCanonicalLocales(tag);
  entries.set(
    key,
    entry(async () => completed(await load())),
  );
  languageListeners.forEach((listen) => listen());
}
