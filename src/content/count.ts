export function countCharacters(text: string, locale?: string): number {
  return [...new Intl.Segmenter(locale, {granularity: 'grapheme'}).segment(text)].length;
}
