const repeated = [
  'a@a@',
  'http://http://',
  '((((',
  '<<<<',
  '​',
  '́',
  'a',
  'م',
  ' ',
  '\n',
  '‌',
  '‎',
  'a‌ ',
  '1(',
  '+1',
  '#',
  '@',
  'a@b.',
  'www.',
  '`',
  '👨‍',
  '\ud800',
  'a.',
  "'",
  '&amp;',
  'x ',
  'ـ',
  '1.1.',
].map((piece): readonly [string, string] => [JSON.stringify(piece), piece.repeat(100_000 / piece.length)]);

/** A beginning that a pattern may follow to the end and come back from. */
const begun = ['a@', 'a@b.', '`', 'https://', '@', '+1', '<', '('].flatMap((start) =>
  ['م', '😀', ' ', '\u0301'].map((piece): readonly [string, string] => [
    JSON.stringify(`${start}${piece}…`),
    start + piece.repeat(100_000 / piece.length),
  ]),
);

/** Signs that bring a careless pattern to a standstill, a hundred kilobytes of each. */
export const hostileTexts: readonly (readonly [what: string, text: string])[] = [...repeated, ...begun];

/** Milliseconds that it takes; tried up to three times when it is not below `most`, for a machine may be busy with something else. */
export function timeOf(run: () => unknown, most: number): number {
  let shortest = Infinity;
  for (let attempt = 0; attempt < 3 && shortest >= most; attempt++) {
    const start = performance.now();
    run();
    shortest = Math.min(shortest, performance.now() - start);
  }
  return shortest;
}
