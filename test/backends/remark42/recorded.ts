import {createRemark42} from '../../../src/backends/remark42/backend.js';
import type {PageFacts} from '../../../src/backends/port.js';
import type {BackendSubject, Handler, Refusal} from '../../../src/testing.js';
import {
  article,
  failure,
  host,
  json,
  openRemark42,
  plain,
  site,
  wireComment,
  type Remark42,
  type Settings,
} from './server.js';

/** The page on the server's own host; what it may read of cookies says the server. */
export const page = (cookie: Remark42['cookie']): PageFacts => ({
  url: article,
  title: 'مقال',
  canonical: null,
  links: [],
  bodyClasses: [],
  commentForm: null,
  cookie,
});

/** The server that has answered last: its cookies are the page's. */
let current = openRemark42();

/** Answers of one server. */
function serve(settings: Settings = {}): Handler {
  const server = openRemark42(settings);
  return (request) => {
    current = server;
    return server.answer(request);
  };
}

const refused = (
  name: string,
  refusal: () => Response,
  code: Refusal['code'],
  fields: NonNullable<Refusal['fields']> = [],
): Refusal => ({name, answer: serve({refusal}), code, fields});

/** Roots with a reply each, and one long branch. */
const conversation = Array.from({length: 90}, (_, index) => {
  const number = index + 1;
  const parent = number > 80 ? number - 1 : number % 2 ? 0 : number - 1;
  return wireComment(number, {pid: parent ? wireComment(parent).id : ''});
});

const own = wireComment(1, {user: {name: 'ليلى', id: 'anonymous_ليلى', admin: false}});
const token = `${article}\nليلى`;

const trees = [1, 2, 3].map((number) => ({
  comment: number === 2 ? {...wireComment(2), text: {}} : wireComment(number),
}));

export const remark42Subject: BackendSubject = {
  create: createRemark42,
  endpoint: host,
  options: {site, page: page((name) => current.cookie(name)), credentials: 'same-origin'},
  thread: '/2026/01/مقال',
  empty: {answer: serve()},
  conversation: {answer: serve({comments: conversation}), comments: 90, pageSize: 5},
  spoilt: {answer: () => json({comments: trees, info: {url: article, count: 3, count_left: 0}})},
  published: {answer: serve()},
  counts: {
    answer: serve({comments: [wireComment(1), wireComment(2)]}),
    numbers: new Map([
      ['/2026/01/مقال', 2],
      ['/2026/01/آخر', 0],
    ]),
  },
  located: {answer: serve({comments: conversation}), id: wireComment(45).id},
  missing: {answer: serve({comments: conversation}), id: wireComment(999).id},
  edited: {answer: serve({comments: [own]}), id: own.id, token},
  removed: {answer: serve({comments: [own]}), id: own.id, token},
  refusals: [
    refused('internal', () => failure(0, 500), 'server'),
    refused('comment not found', () => failure(1, 400), 'not-found'),
    refused('undecodable body', () => failure(2, 400), 'invalid'),
    refused('not one’s own comment', () => failure(3, 403), 'forbidden'),
    refused('validation', () => failure(4, 400, 'bad link'), 'invalid', ['content']),
    refused('site mismatch', () => failure(4, 403), 'invalid'),
    refused('post not found', () => failure(5, 400), 'not-found'),
    refused('site not found', () => failure(6, 400), 'not-found'),
    refused('user blocked', () => failure(7, 403), 'forbidden'),
    refused('read-only thread', () => failure(8, 403), 'closed'),
    refused('change rejected', () => failure(9, 400), 'invalid'),
    refused('too late to edit', () => failure(10, 400), 'forbidden'),
    refused('has replies', () => failure(11, 400), 'forbidden'),
    refused('vote rejected', () => failure(12, 400), 'forbidden'),
    refused('own comment', () => failure(13, 400), 'forbidden'),
    refused('already voted', () => failure(14, 400), 'duplicate'),
    refused('most votes', () => failure(15, 400), 'forbidden'),
    refused('least score', () => failure(16, 400), 'forbidden'),
    refused('action rejected', () => failure(17, 403), 'forbidden'),
    refused('asset not found', () => failure(18, 400), 'not-found'),
    refused('restricted words', () => failure(19, 400), 'blocked-words'),
    refused('restricted words on edit', () => failure(4, 400, 'has restricted words'), 'blocked-words'),
    refused('image not found', () => failure(20, 400), 'not-found'),
    refused('an unknown code', () => failure(99, 400), 'invalid'),
    refused('unauthorized', () => plain('Unauthorized', 401), 'invalid', ['name']),
    refused('access denied', () => plain('Access denied', 403), 'forbidden'),
    refused('too fast', () => plain('Too Many Requests', 429), 'too-fast'),
  ],
  // Logging in comes before, and reaches the server.
  writes: ({method, url}) => method !== 'GET' && new URL(url).pathname === '/api/v1/comment',
};
