/** Signs that bring a careless pattern to a standstill, a hundred kilobytes of each. */
export const hostileTexts: readonly (readonly [what: string, text: string])[] = [
  ...[
    'a@a@',
    'http://http://',
    '((((',
    '<<<<',
    '\u200b',
    '\u0301',
    'a',
    'م',
    ' ',
    '\n',
    '\u200c',
    '\u200e',
    'a\u200c ',
  ],
  ...[
    '1(',
    '+1',
    '#',
    '@',
    'a@b.',
    'www.',
    '`',
    '👨\u200d',
    '\ud800',
    'a.',
    "'",
    '&amp;',
    'x ',
    '\u0640',
    '1.1.',
  ],
].map((piece) => [JSON.stringify(piece), piece.repeat(100_000 / piece.length)] as const);

/** Shortest of three runs in milliseconds: the machine may be busy with something else. */
export function timeOf(run: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}
