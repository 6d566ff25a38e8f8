import {gzipSync} from 'node:zlib';
import {bytes, type AnswerParts, type Fault} from '../support/fault-sockets.js';
import {said, wait} from './faults-said.js';
import {
  answer,
  atFirst,
  badBytes,
  before,
  big,
  changed,
  chunk,
  chunkedHeaders,
  close,
  cut,
  hang,
  login,
  noHttp,
  redirect,
  redirectElsewhere,
  reset,
  trickle,
  written,
} from './faults-wire.js';

/** The conversation is asked for, and this comes back. */
export interface ReadingRow {
  readonly what: string;
  readonly fault: Fault;
  /** What goes wrong is what the server says of itself. */
  readonly aboutItself?: boolean;
  /** What stands in place of the comments; empty: they are shown. */
  readonly says: string;
  /** It takes the whole of its time. */
  readonly isSlow?: boolean;
  /** How often the list was asked for. */
  readonly asked: number;
  /** Firefox itself asks ten times where not a byte came back. */
  readonly inFirefox?: number;
}

/** Twice more by itself, since it may have passed a moment later. */
const unreachable = (what: string, fault: Fault): ReadingRow => ({
  what,
  fault,
  says: said.loadFailed,
  asked: 3,
});

const refused = (what: string, parts: AnswerParts, says: string = said.loadFailed): ReadingRow => ({
  what,
  fault: answer(parts),
  says,
  asked: 1,
});

const shown = (what: string, fault: Fault, asked = 1): ReadingRow => ({what, fault, says: '', asked});

const aboutItself = (what: string, fault: Fault): ReadingRow => ({
  what: `what it can do: ${what}`,
  fault,
  aboutItself: true,
  says: '',
  asked: 1,
});

const later = (status: 429 | 503, header: string, time: string): ReadingRow => ({
  ...refused(
    `${status} with Retry-After: ${header}`,
    {status, body: '{}', headers: [`retry-after: ${header}`]},
    `${said.loadFailed} ${time}`,
  ),
});

export const readingRows: readonly ReadingRow[] = [
  {...unreachable('a reset', reset), inFirefox: 30},
  unreachable('a reset in the middle of the answer', written(cut, 'reset')),
  {...unreachable('a closed connection without an answer', close), inFirefox: 30},
  unreachable('what is no HTTP', noHttp),
  unreachable('no CORS', answer({body: '{"comments":[]}', allowed: false})),
  unreachable('302 to a login page of another site', redirect(302, login)),
  ...[500, 502, 504].map((status) => unreachable(`${status}`, answer({status, body: 'Error'}))),
  shown('500 twice', atFirst(2, answer({status: 500})), 3),
  shown('a reset once', atFirst(1, reset), 2),
  {...shown('no answer in time, once', atFirst(1, hang), 2), isSlow: true},
  {...shown('an answer that stops in its middle, once', atFirst(1, written(cut, 'hang')), 2), isSlow: true},
  shown('an answer that trickles in', trickle),
  shown('103 Early Hints before the answer', before('HTTP/1.1 103 Early Hints')),
  shown('two answers', (socket, asked, site) => {
    const good = bytes(asked, site.goodParts(asked));
    socket.end(Buffer.concat([good, bytes(asked, {status: 500})]));
  }),
  shown(
    'a byte order mark',
    changed((body) => ({body: `\uFEFF${body}`})),
  ),
  shown('bad UTF-8 in a name', badBytes),
  shown(
    'keys that come twice',
    changed((body) => ({body: body.replace('{', '{"comments":7,')})),
  ),
  shown(
    'a bad comment among good ones',
    changed((body) => ({body: body.replace('[', '[{"id":{}},null,7,')})),
  ),
  shown(
    'chunks',
    changed((body) => ({length: null, headers: chunkedHeaders, body: `${chunk(body)}0\r\n\r\n`})),
  ),
  shown('302 to the same server', atFirst(1, redirect(302, '/elsewhere')), 2),
  refused('200 with HTML', {type: 'text/html', body: '<!doctype html><p>Sign in'}),
  refused('JSON that says it is HTML', {type: 'text/html', body: '{"comments":[]}'}),
  refused('{}', {body: '{}'}),
  refused('an array', {body: '[]'}),
  refused('null', {body: 'null'}),
  refused('comments that are no array', {body: '{"comments":{"length":1}}'}),
  refused('comments that are all bad', {body: '{"comments":[1,null,{}]}'}),
  refused('an error inside 200', {body: '{"error":"x"}'}),
  refused('an empty answer', {body: ''}),
  refused('broken JSON', {body: '{"comments":['}),
  refused('204', {status: 204, type: null, length: null}),
  refused('205', {status: 205, type: null}),
  refused('JSON 50,000 levels deep', {body: '['.repeat(50_000)}),
  refused('10 MB', {body: Buffer.alloc(10_000_000, ' ')}),
  refused('a bomb of 6 MiB in gzip', {body: gzipSync(big), headers: ['content-encoding: gzip']}),
  {
    what: '302 to a server that lets every page read',
    fault: redirectElsewhere(302),
    says: said.loadFailed,
    asked: 1,
  },
  ...[400, 401, 403, 404, 410, 422].map((status) => refused(`${status}`, {status, body: '{}'})),
  later(429, '240', wait.long),
  later(429, 'soon', wait.five),
  refused(
    '429 with two lines of Retry-After',
    {status: 429, body: '{}', headers: ['retry-after: 40', 'retry-after: 50']},
    `${said.loadFailed} ${wait.five}`,
  ),
  later(503, '240', wait.long),
  later(503, 'Fri, 06 Nov 2048 08:49:37 GMT', wait.most),
  aboutItself('no answer', hang),
  aboutItself('a reset', reset),
  aboutItself('500', answer({status: 500})),
  aboutItself('HTML', answer({type: 'text/html', body: '<p>'})),
  aboutItself('null', answer({body: 'null'})),
];
