/** Answers composed from Isso's protocol: no such server can be installed for the tests. */
import {createIsso} from '../../../src/backends/isso/backend.js';
import type {BackendSubject, Handler, Refusal} from '../../../src/testing.js';
import {json, page, raised, runIsso, type IssoSettings} from './server.js';

export const uri = '/2026/01/article';

const filled = (): Handler => {
  const isso = runIsso();
  for (let id = 1; id <= 75; id++) isso.add(uri, id, {parent: id % 3 === 1 ? null : id - ((id + 2) % 3)});
  return isso.answer;
};

const counted = (): Handler => {
  const isso = runIsso();
  for (const id of [1, 2, 3]) isso.add('/a/', id);
  return isso.answer;
};

/** A comment of the reader's own, as it is before every request. */
const own =
  (mode: number): Handler =>
  (request) => {
    const isso = runIsso();
    isso.add(uri, 7, {mine: true, mode});
    return isso.answer(request);
  };

const liked: Handler = (request) => {
  const isso = runIsso();
  isso.add(uri, 7, {likes: 3, dislikes: 1});
  return isso.answer(request);
};

const empty = (settings: Partial<IssoSettings> = {}): Handler => runIsso(settings).answer;

const refusal = (
  name: string,
  answer: (request: Request) => Response,
  code: Refusal['code'],
  fields: NonNullable<Refusal['fields']> = [],
): Refusal => ({name, answer, code, fields});

/** Every validation is answered by a page, every objection by JSON. */
const invalid = (reason: string, ...fields: NonNullable<Refusal['fields']>): Refusal =>
  refusal(reason, () => page(400, reason), 'invalid', fields);
const objected = (
  reason: string,
  code: Refusal['code'],
  ...fields: NonNullable<Refusal['fields']>
): Refusal => refusal(reason, (request) => raised(403, reason, request), code, fields);

export const refusals: readonly Refusal[] = [
  invalid('text is missing'),
  invalid('text is too short (minimum length: 3)', 'content'),
  invalid('text is too long (maximum length: 65535)', 'content'),
  invalid('text must be a string or null'),
  invalid('author must be a string or null'),
  invalid('email must be a string or null'),
  invalid('website must be a string or null'),
  invalid('parent must be an integer or null'),
  invalid('http://tools.ietf.org/html/rfc5321#section-4.5.3', 'email'),
  invalid('arbitrary length limit', 'website'),
  invalid('Website not Django-conform', 'website'),
  invalid(
    'Cannot create new thread: URI /a is not accessible and no title was provided, cannot create a thread',
  ),
  refusal('missing uri query', (request) => raised(400, 'missing uri query', request), 'invalid'),
  refusal(
    'Unable to read JSON request',
    (request) => raised(400, 'Unable to read JSON request', request),
    'invalid',
  ),
  objected('CSRF', 'forbidden'),
  objected('127.0.0.0: ratelimit exceeded (1, 2, 3)', 'too-fast'),
  objected('3 direct responses to /post/', 'forbidden'),
  objected('edit time frame is still open', 'too-fast'),
  objected('email address required but not provided', 'invalid', 'email'),
  objected('author address required but not provided', 'invalid', 'name'),
  refusal(
    'a body that is too large',
    () => page(413, 'The data value transmitted exceeds the capacity limit.'),
    'invalid',
  ),
  refusal(
    'an unknown route',
    (request) => raised(404, 'The requested URL was not found', request),
    'not-found',
  ),
  refusal('an error of the server', () => page(500, 'Internal Server Error'), 'server'),
];

export const issoSubject: BackendSubject = {
  create: createIsso,
  endpoint: 'https://comments.example/isso',
  thread: uri,
  empty: {answer: empty()},
  conversation: {answer: filled(), comments: 75, pageSize: 4},
  spoilt: {
    answer: () =>
      json({
        total_replies: 3,
        replies: [
          {id: 1, created: 2, mode: 1},
          {id: 2, text: 7},
          {id: 3, mode: 1},
        ],
      }),
  },
  counts: {
    answer: counted(),
    numbers: new Map([
      ['/a', 3],
      ['/b', 0],
    ]),
  },
  published: {answer: empty()},
  held: {answer: empty({moderation: true})},
  refusals,
  liked: {answer: liked, id: '7', likes: 3},
};

/** Where the page lets its readers' cookies reach Isso. */
export const issoCookieSubject: BackendSubject = {
  ...issoSubject,
  options: {credentials: 'include'},
  edited: {answer: own(1), id: '7', token: 'cookie'},
  removed: {answer: own(1), id: '7', token: 'cookie'},
  own: {answer: own(2), id: '7', token: 'cookie', status: 'held'},
};
