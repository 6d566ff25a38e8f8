import type {Direction} from '../content/types.js';
import {arForm} from './ar-form.js';
import {eitherAddress} from '../page/either-address.js';
import type {FormLanguage, Language} from './messages.js';
import {registrations} from './register-language.js';

/** What the `lang` of a page comes to (RTL.md D2, D3). */
export interface Choice {
  /** What the words are marked with, and what `Intl` is asked for. */
  readonly tag: string;
  readonly dir: Direction;
  /** What the tag or its country says; undefined: the language's own. */
  readonly numerals?: string | undefined;
  readonly language: FormLanguage & Partial<Language>;
  /** How numbers are said; comes with the registry. */
  readonly numbers?: typeof import('./numbers.js');
}

const loadRegistry = eitherAddress<typeof import('./registry.js')>(
  () => import('./registry.js'),
  () => import('./registry.js?retry'),
);

let registry: typeof import('./registry.js') | undefined;

/** The language for a tag, if it is here without loading anything: a form at rest in Arabic needs no registry. */
export function chooseAtHand(tag: string): Choice | undefined {
  if (registry) return registry.chooseAtHand(tag);
  if (registrations.length || !/^(ar(-\w{2,3})?)?$/i.test(tag)) return undefined;
  return {tag: tag || 'ar', dir: 'rtl', language: arForm};
}

/** The whole language for a tag. Rejects when it cannot be loaded; calling again tries again. */
export async function choose(tag: string): Promise<Choice> {
  registry = await loadRegistry();
  return registry.choose(tag);
}
