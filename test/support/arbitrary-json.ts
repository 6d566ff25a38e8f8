import * as fc from 'fast-check';

// The same values in every run, in every engine. What fails is told with the way to it.
fc.configureGlobal({seed: 1447, includeErrorInReport: true});

/** Names that mean something to the language, to Lit, to promises, or to a comment. */
const names = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'toJSON',
  'then',
  'length',
  '_$litType$',
  'values',
  'strings',
  'id',
  'parentId',
  'author',
  'name',
  'content',
  'text',
  'html',
  'createdAt',
  'status',
  'comments',
  'comment',
  'data',
  'errors',
  'code',
  '\ud800',
  '',
];

const odd: readonly unknown[] = [
  ...names,
  null,
  true,
  -0,
  -1,
  1.5,
  2 ** 53,
  2 ** 53 + 2,
  1e308,
  // Written as a number that is none to the language.
  '1e999',
  '9'.repeat(400),
  'x'.repeat(5_000),
  '\u202eنص\u2069\u0000',
  'ا\u0651'.repeat(100),
  '<img src=x onerror=canary()>',
  'data:text/html,canary',
  '2026-01-31T18:04:05Z',
  '+275760-09-13T00:00:00.000Z',
  'published',
  // What becomes neither text nor a number.
  {toString: 1},
  [{toString: null, valueOf: 1}],
];

const name = fc.oneof(fc.constantFrom(...names), fc.string({unit: 'binary', maxLength: 8}));

const scalar = fc.oneof(
  {weight: 3, arbitrary: fc.constantFrom(...odd)},
  {weight: 1, arbitrary: fc.oneof(fc.double(), fc.integer(), fc.string({unit: 'binary'}))},
);

/** Any JSON: what means something to somebody comes often, and in places where it does not belong. */
export const anyJson: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof({depthSize: 'small'}, scalar, tie('list'), tie('object')),
  list: fc.array(tie('value'), {maxLength: 6}),
  object: fc.array(fc.tuple(name, tie('value')), {maxLength: 6}).map((pairs) => Object.fromEntries(pairs)),
})).value;

/** As text, with numbers that no double holds. */
export const written = (value: unknown): string =>
  (JSON.stringify(value) ?? '').replaceAll('"1e999"', '1e999');

/** Something that is done to one place of a good answer. */
interface Change {
  readonly at: number;
  readonly how: 'replace' | 'add' | 'remove';
  readonly name: string;
  readonly value: unknown;
}

export const anyChanges: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.record({
    at: fc.nat(),
    how: fc.constantFrom<Change['how']>('replace', 'replace', 'add', 'remove'),
    name,
    value: anyJson,
  }),
  {minLength: 1, maxLength: 4},
);

type Place = readonly [container: object, name: string];

const placesIn = (value: unknown): readonly Place[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [[value, key] as const].concat(placesIn(inner)))
    : [];

const copy = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** A copy of a good answer, no longer as good. */
export function spoilt(good: unknown, changes: readonly Change[]): unknown {
  const whole = {answer: copy(good)};
  for (const {at, how, name: added, value: original} of changes) {
    const value = copy(original);
    const places = placesIn(whole);
    const [container, key] = places[at % places.length] ?? [whole, 'answer'];
    const set = (to: string): unknown =>
      Object.defineProperty(container, to, {value, writable: true, enumerable: true, configurable: true});
    if (how === 'replace') set(key);
    else if (Array.isArray(container))
      container.splice(Number(key), how === 'add' ? 0 : 1, ...(how === 'add' ? [value] : []));
    else if (how === 'add') set(added);
    else Reflect.deleteProperty(container, key);
  }
  return whole.answer;
}
