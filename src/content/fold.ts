/** Letters that people write for one another, by the one that stands for all. */
const alike: readonly (readonly [string, RegExp])[] = [
  ['ا', /[آأإٱٲٳٵ]|ا\u0674/g],
  ['و', /ؤ/g],
  ['ي', /[ئىیېۍے]/g],
  ['ك', /[کڪ]/g],
  ['ه', /[ةہھەۀۂۃ]/g],
  ['i', /ı/g],
];

/** U+0307 of a lower-cased İ is one of the marks. */
const ignored = /[\u0640\p{Mn}\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * A text in the form in which two spellings of the same are equal, for block
 * lists, duplicates and names. Only compared, never stored or shown.
 */
export function fold(text: string): string {
  let folded = text.normalize('NFKC').toLowerCase().replace(ignored, '');
  for (const [letter, others] of alike) folded = folded.replace(others, letter);
  return (
    folded
      // The last four bits of either kind of digit are its value.
      .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
      .replace(/(\p{L})\1{2,}/gu, '$1')
  );
}
