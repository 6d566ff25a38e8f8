import {findSpans} from './spans.js';
import type {Direction} from './types.js';

// A letter with a direction of its own: some modifier letters (U+02B9…) have none.
const strong = /(?![\u02b9\u02ba\u02c6-\u02cf\u02ec\u0374\u2e2f\ua67f\ua717-\ua71f\ua788])\p{L}/u;

/** Every letter in these blocks runs from right to left. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Code says nothing of the language around it. Without the flag `u`, whose patterns one engine turns back slowly in. */
const code = /`[^`\n]+`/g;

/** Nor do emoji (with what hangs on them), and signs that look like Latin letters. */
const neutral =
  /(?:\p{Emoji_Presentation}|\p{Emoji}\ufe0f)[\u200d\p{M}\p{Emoji_Modifier}\u{e0020}-\u{e007f}]*|[\u{1f1e6}-\u{1f1ff}\u2100-\u214f\u2460-\u24ff\u2800-\u28ff\u3200-\u33ff\u{1f100}-\u{1f1ff}]/gu;

/** The first sign that is neither white space nor punctuation nor a symbol: perhaps a mark of direction. */
const beginning = /[^\s\p{P}\p{S}]/u;

function withoutNeutral(text: string): string {
  let rest = '';
  let end = 0;
  for (const span of findSpans(text)) {
    if (span.kind === 'phone' || span.kind === 'tag') continue;
    rest += `${text.slice(end, span.start)} `;
    end = span.end;
  }
  return (rest + text.slice(end)).replace(code, ' ').replace(neutral, ' ');
}

/** Whether the text has a letter that runs in a direction. */
export function hasStrong(text: string): boolean {
  return strong.test(text);
}

/**
 * Direction of what someone wrote. Words are counted instead of trusting the
 * first letter: an Arabic sentence may begin with a product's name. `fallback`
 * is the widget's own direction.
 */
export function textDirection(text: string, fallback: Direction): Direction {
  const words = withoutNeutral(text);
  const mark = beginning.exec(words)?.[0];
  if (mark === '\u200e') return 'ltr';
  if (mark === '\u200f' || mark === '\u061c') return 'rtl';

  let right = 0;
  let all = 0;
  let firstIsRight = false;
  for (const [word] of words.matchAll(/\S+/g)) {
    const letter = strong.exec(word)?.[0];
    if (!letter) continue;
    const isRight = rightToLeft.test(letter);
    if (all === 0) firstIsRight = isRight;
    if (isRight) right++;
    all++;
  }
  if (all === 0) return fallback;
  const share = right / all;
  return (fallback === 'rtl' || firstIsRight ? share >= 0.3 : share > 0.6) ? 'rtl' : 'ltr';
}
