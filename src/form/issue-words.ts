import type {LanguageController} from '../language/controller.js';
import type {PluralKey} from '../language/messages.js';
import type {Issue} from './issue.js';

const plurals: ReadonlySet<string> = new Set<Extract<Issue['code'], PluralKey>>([
  'errorCommentTooShort',
  'errorCommentTooLong',
  'errorRetryAfter',
]);

const isPlural = (code: Issue['code']): code is Extract<Issue['code'], PluralKey> => plurals.has(code);

/** The sentence for an issue. */
export function issueWords({code, count = 0, words = [], wait}: Issue, language: LanguageController): string {
  const quoted = words.map((word) => language.text('quoted', {words: word}));
  const said = isPlural(code) ? language.plural(code, count) : language.text(code, {words: quoted});
  return wait === undefined ? said : `${said} ${language.plural('errorRetryAfter', Math.ceil(wait))}`;
}
