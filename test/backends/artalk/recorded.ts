/** Answers composed from Artalk's protocol: no such server can be installed for the tests. */
import {createArtalk} from '../../../src/backends/artalk/backend.js';
import type {BackendSubject, Handler, Refusal} from '../../../src/testing.js';
import type {Stored} from './listing.js';
import {json, refused, runArtalk, type ArtalkSettings} from './server.js';

export const site = 'الأخبار';
const pageKey = '/2026/01/article';

const filled = (): Handler => {
  const artalk = runArtalk();
  // A comment, an answer to it, and an answer to that.
  for (let id = 1; id <= 75; id++) artalk.add(pageKey, id, {rid: id % 3 === 1 ? 0 : id - 1});
  return artalk.answer;
};

const counted = (): Handler => {
  const artalk = runArtalk();
  for (const id of [1, 2, 3]) artalk.add('/a/', id);
  return artalk.answer;
};

/** A comment as it is before every request. */
const withOne =
  (changes: Partial<Stored>): Handler =>
  (request) => {
    const artalk = runArtalk();
    artalk.add(pageKey, 7, changes);
    return artalk.answer(request);
  };

const run = (settings: Partial<ArtalkSettings> = {}): Handler => runArtalk(settings).answer;

const refusal = (
  name: string,
  answer: Handler,
  code: Refusal['code'],
  fields: NonNullable<Refusal['fields']> = [],
): Refusal => ({name, answer, code, fields});

const saying = (status: number, msg: string, flags: Readonly<Record<string, unknown>> = {}): Handler => {
  return () => refused(status, msg, flags);
};

export const refusals: readonly Refusal[] = [
  refusal('Name is required', saying(400, 'Name is required'), 'invalid'),
  refusal('Page_key is required', saying(400, 'Page_key is required'), 'invalid'),
  refusal('Invalid Email', saying(400, 'Invalid Email'), 'invalid', ['email']),
  refusal('Invalid Link', saying(400, 'Invalid Link'), 'invalid', ['website']),
  refusal('no site', saying(400, 'x', {err_no_site: true}), 'not-found'),
  refusal('an unknown site', run({sites: []}), 'not-found'),
  refusal('the name of an administrator', run({admins: ['laila@contract.example']}), 'login-required'),
  refusal('a page of administrators', run({adminOnly: true}), 'login-required'),
  refusal('a token that is no longer good', saying(401, 'x', {need_auth_login: true}), 'login-required'),
  refusal('a captcha with an image', run({actionLimit: 0}), 'too-fast'),
  refusal('a captcha in a frame', run({actionLimit: 0, captcha: null}), 'too-fast'),
  refusal('visitors', run({anonymous: false}), 'login-required'),
  refusal('visitors, in Chinese', saying(500, '不允许匿名用户评论'), 'login-required'),
  refusal('an error of the database', saying(500, 'database is locked'), 'server'),
  refusal('another body', saying(422, 'Unprocessable Entity'), 'invalid'),
  refusal('an unknown route', () => new Response('Cannot POST /api/v2/comments', {status: 404}), 'not-found'),
];

export const artalkSubject: BackendSubject = {
  create: createArtalk,
  endpoint: 'https://artalk.example/',
  options: {site},
  empty: {answer: run()},
  conversation: {answer: filled(), comments: 75, pageSize: 4},
  spoilt: {
    answer: () =>
      json({
        comments: [
          {id: 3, rid: 0, content_marked: '<p>3</p>'},
          {id: 2, rid: 0, content_marked: 7},
          {id: 1, rid: 0},
        ],
        count: 3,
        roots_count: 3,
        page: null,
      }),
  },
  counts: {
    answer: counted(),
    numbers: new Map([
      ['/a', 3],
      ['/b', 0],
    ]),
  },
  published: {answer: run()},
  held: {answer: run({moderation: true})},
  refusals,
  liked: {answer: withOne({vote_up: 4}), id: '7', likes: 5},
  own: {answer: withOne({is_pending: true}), id: '7', token: 'none', status: 'held'},
};
