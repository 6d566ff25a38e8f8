import {commentMax} from '../content/comment-max.js';
import {limits} from '../content/limits.js';
import type {BlockedWords} from './blocked-words-setting.js';
import type {TextRules} from './check.js';

/** What the page has set of a comment's text, as far as it has and as far as that can be used. */
interface TextSettings {
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly blockedWords?: BlockedWords | undefined;
}

/** A page may have put anything there by JSON. */
function usable(blockedWords: BlockedWords | undefined): BlockedWords | undefined {
  const words: unknown = blockedWords?.words;
  if (!Array.isArray(words) || !blockedWords) return undefined;
  return {...blockedWords, words: words.filter((word) => typeof word === 'string')};
}

/** What a comment's text has to keep to: of page and server the stricter counts. */
export function textRules(
  settings: TextSettings,
  serverMaxLength: number,
  locale: string,
  markup: boolean,
): TextRules {
  const {minLength = NaN, maxLength = NaN, blockedWords} = settings;
  return {
    minLength: minLength >= 0 ? minLength : limits.commentMin,
    maxLength: Math.min(maxLength > 0 ? maxLength : commentMax, serverMaxLength),
    blockedWords: usable(blockedWords),
    locale,
    markup,
  };
}
