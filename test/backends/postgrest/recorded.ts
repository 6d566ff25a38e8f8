/** Answers as PostgREST gives them: a table in memory that understands the requests of the adapter. */
import {createPostgrest} from '../../../src/backends/postgrest/backend.js';
import type {BackendSubject, Handler, Refusal} from '../../../src/testing.js';
import {readQuery, type Condition} from './query.js';

export type Row = Readonly<Record<string, unknown>>;

export const endpoint = 'https://data.example/rest/v1/comments';

export const json = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: {'content-type': 'application/json; charset=utf-8', ...headers},
  });

/** An id; a greater number is a greater id. */
export const uuid = (number: number): string =>
  `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

/** A row; a greater number is a later one. */
export const row = (number: number, changes: Row = {}): Row => ({
  id: uuid(number),
  thread: '/2026/01/article',
  parent_id: null,
  author: 'ليلى',
  url: 'https://laila.example/',
  body: `تعليق ${number}`,
  created_at: `2026-01-01T00:00:00.${String(number).padStart(6, '0')}+00:00`,
  ...changes,
});

/** As the database compares texts of equal kind. */
const compare = (one: unknown, other: unknown): number =>
  String(one) < String(other) ? -1 : Number(String(one) > String(other));

function fits(row: Row, condition: Condition): boolean {
  switch (condition.kind) {
    case 'or':
      return condition.of.some((one) => fits(row, one));
    case 'and':
      return condition.of.every((one) => fits(row, one));
    case 'is':
      return String(row[condition.column] ?? null) === condition.value;
    case 'in':
      return condition.values.includes(String(row[condition.column]));
    case 'compare': {
      const order = compare(row[condition.column], condition.value);
      if (order === 0) return ['eq', 'gte', 'lte'].includes(condition.operator);
      return condition.operator.startsWith(order > 0 ? 'g' : 'l');
    }
  }
}

/** What PostgREST answers to a GET: the rows that fit, at most `maxRows`, and how many there are. */
export function select(rows: readonly Row[], url: string, maxRows = 1_000): Response {
  const query = readQuery(new URL(url).search);
  const found = rows
    .filter((row) => query.where.every((condition) => fits(row, condition)))
    .sort((one, other) => {
      for (const {column, descending} of query.order) {
        const order = compare(one[column], other[column]);
        if (order !== 0) return descending ? -order : order;
      }
      return 0;
    });
  const page = found
    .slice(0, Math.min(query.limit, maxRows))
    .map((row) =>
      query.select.length
        ? Object.fromEntries(query.select.map(({name, column}) => [name, row[column] ?? null]))
        : row,
    );
  const range = page.length ? `0-${page.length - 1}` : '*';
  return json(page, page.length < found.length ? 206 : 200, {'content-range': `${range}/${found.length}`});
}

export const pgError = (
  code: string,
  status: number,
  message = 'No.',
  hint: string | null = null,
): Response => json({code, details: null, hint, message}, status);

export const created: Handler = () => new Response(null, {status: 201, headers: {'content-range': '*/*'}});

/** A table with those rows, which answers what is posted with `posted`. */
export const serve =
  (rows: readonly Row[], posted: Handler = created, maxRows?: number): Handler =>
  (request) =>
    request.method === 'POST' ? posted(request) : select(rows, request.url, maxRows);

/** Takes a row once; the database has a primary key. */
const takeOnce = (): Handler => {
  const ids = new Set<unknown>();
  return async (request) => {
    const {id} = (await request.json()) as Row;
    if (ids.has(id))
      return pgError('23505', 409, 'duplicate key value violates unique constraint "comments_pkey"');
    ids.add(id);
    return created(request);
  };
};

/** A top-level comment with a reply, a reply to that, and a second reply, in turn; several at the same moment. */
const conversation = Array.from({length: 80}, (_, index) => {
  const number = index + 1;
  const place = index % 4;
  const parent = place === 0 ? null : place === 2 ? number - 1 : number - place;
  return row(number, {
    parent_id: parent && uuid(parent),
    created_at: `2026-01-01T00:00:00.${String(index - (index % 12)).padStart(6, '0')}+00:00`,
  });
});

export const refusal = (
  name: string,
  answer: Response,
  code: Refusal['code'],
  fields: NonNullable<Refusal['fields']> = [],
): Refusal => ({name, answer: serve([], () => answer.clone()), code, fields});

/** What constraints, policies and triggers say, and what PostgREST says itself. */
export const refusals: readonly Refusal[] = [
  refusal(
    '23502 of a field',
    pgError('23502', 400, 'null value in column "email" of relation "comments" violates not-null constraint'),
    'invalid',
    ['email'],
  ),
  refusal(
    '23502 of another column',
    pgError(
      '23502',
      400,
      'null value in column "article" of relation "comments" violates not-null constraint',
    ),
    'server',
  ),
  refusal(
    '23514',
    pgError('23514', 400, 'new row for relation "comments" violates check constraint "comments_body_check"'),
    'invalid',
    ['content'],
  ),
  refusal('22001', pgError('22001', 400, 'value too long for type character varying(3)'), 'invalid', [
    'content',
  ]),
  refusal('22P02', pgError('22P02', 400, 'invalid input syntax for type integer: "/a"'), 'not-found'),
  refusal(
    '23503',
    pgError('23503', 409, 'violates foreign key constraint "comments_thread_fkey"'),
    'not-found',
  ),
  refusal(
    '23505',
    pgError('23505', 409, 'duplicate key value violates unique constraint "comments_thread_body_key"'),
    'duplicate',
  ),
  refusal('42501', pgError('42501', 401, 'permission denied for table comments'), 'login-required'),
  refusal(
    '42501 of a user',
    pgError('42501', 403, 'new row violates row-level security policy'),
    'forbidden',
  ),
  refusal('42P01', pgError('42P01', 404, 'relation "public.comment" does not exist'), 'not-found'),
  refusal('42703', pgError('42703', 400, 'column comments.author does not exist'), 'server'),
  refusal('PGRST100', pgError('PGRST100', 400, 'failed to parse'), 'server'),
  refusal('PGRST204', pgError('PGRST204', 400, "Could not find the 'url' column of 'comments'"), 'server'),
  refusal('PGRST205', pgError('PGRST205', 404, "Could not find the table 'public.comment'"), 'not-found'),
  refusal('PGRST301', pgError('PGRST301', 401, 'JWSError JWSInvalidSignature'), 'login-required'),
  refusal('PGRST302', pgError('PGRST302', 401, 'Anonymous access is disabled'), 'login-required'),
  refusal('PGRST303', pgError('PGRST303', 401, 'JWT expired'), 'login-required'),
  refusal(
    'a bad key of Supabase',
    json({message: 'Invalid API key', hint: 'Double check'}, 401),
    'login-required',
  ),
  refusal('P0001', pgError('P0001', 400, 'nobody knows'), 'invalid'),
  refusal('a trigger: closed', pgError('P0001', 400, 'closed'), 'closed'),
  refusal('a trigger: too-fast', pgError('P0001', 400, 'too-fast', '20'), 'too-fast'),
  refusal('a trigger: spam', pgError('PT403', 403, 'spam'), 'spam'),
  refusal('a status of its own', pgError('PT429', 429, 'Slow down.'), 'too-fast'),
  refusal('PGRST000', pgError('PGRST000', 503, 'no connection'), 'server'),
  refusal('57014', pgError('57014', 500, 'canceling statement due to statement timeout'), 'server'),
];

const settings: Readonly<Record<string, string>> = {
  held: '?moderation=before',
  counts: '?counts=comment_counts',
};

export const postgrestSubject: BackendSubject = {
  create: (options, situation) =>
    createPostgrest({...options, endpoint: new URL(settings[situation] ?? '', options.endpoint)}),
  endpoint,
  empty: {answer: serve([])},
  // Fewer rows at once than are asked for, as an owner may have it.
  conversation: {answer: serve(conversation, created, 4), comments: 80, pageSize: 5},
  spoilt: {answer: serve([row(1), row(2, {body: 7}), row(3)])},
  published: {answer: serve([], takeOnce())},
  held: {answer: serve([])},
  counts: {
    answer: ({url}) =>
      new URL(url).pathname.endsWith('/comment_counts')
        ? select(
            [
              {thread: '/a', comments: 2},
              {thread: '/c', comments: 3},
            ],
            url,
          )
        : pgError('PGRST205', 404),
    numbers: new Map([
      ['/a', 2],
      ['/b', 0],
    ]),
  },
  located: {answer: serve(conversation), id: uuid(43)},
  missing: {answer: serve(conversation), id: uuid(999)},
  refusals,
};
