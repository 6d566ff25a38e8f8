import type {Language} from './messages.js';

type Registration = readonly [tag: string, load: () => Promise<Language>];

/** Languages of the page's own, until the registry takes them in. */
export const registrations: Registration[] = [];

/** Called when a language has been registered: elements may have done without it. */
export const languageListeners = new Set<() => void>();

/**
 * Makes a language known: `registerLanguage('de', async () => (await import('./de.js')).de)`.
 * `load` is called when the first element needs it. A tag that is known already
 * is taken over. What the language lacks is said in Arabic or English, whichever
 * has its direction.
 */
export function registerLanguage(tag: string, load: () => Promise<Language>): void {
  registrations.push([tag, load]);
  languageListeners.forEach((listen) => listen());
}
