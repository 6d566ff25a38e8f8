import {gzipSync} from 'node:zlib';
import {bytes, type AnswerParts, type Fault} from '../support/fault-sockets.js';
import {said, wait} from './faults-said.js';
import {
  answer,
  badBytes,
  before,
  big,
  changed,
  chunk,
  chunkedHeaders,
  close,
  cut,
  drip,
  hang,
  login,
  noHttp,
  redirect,
  redirectElsewhere,
  reset,
  stored,
  trickle,
  written,
} from './faults-wire.js';

/** A comment is sent, and this comes back. */
export interface SendingRow {
  readonly what: string;
  readonly fault: Fault;
  /** The server breaks off before it has read the comment. */
  readonly early?: boolean;
  /** What the form says, line by line; empty: the comment was accepted. */
  readonly says: readonly string[];
  /** WebKit hands on what is cut off or cannot be unpacked; then it is no JSON. */
  readonly inWebKit?: readonly string[];
  /** Comments that the server has by then. */
  readonly held: 0 | 1;
  /** Nothing may be sent for minutes. */
  readonly waits?: boolean;
}

const refused = (status: number, says: string, body = '{}'): SendingRow => ({
  what: `${status}${body === '{}' ? '' : ` ${body}`}`,
  fault: answer({status, body}),
  says: [says],
  held: 0,
});

const later = (status: 429 | 503, header: string | null, time: string): SendingRow => ({
  what: `${status} with ${header === null ? 'no Retry-After' : `Retry-After: ${header || '(empty)'}`}`,
  fault: answer({status, body: '{}', headers: header === null ? [] : [`retry-after: ${header}`]}),
  says: [`${status === 429 ? said.tooFast : said.server} ${time}`],
  held: 0,
  waits: time === wait.long || time === wait.most,
});

const lie = (what: string, parts: AnswerParts): SendingRow => ({
  what,
  fault: stored(answer(parts)),
  says: [said.server],
  held: 1,
});

const lost = (what: string, fault: Fault, says: string = said.network): SendingRow => ({
  what,
  fault: stored(fault),
  says: [says],
  held: 1,
});

const taken = (what: string, fault: Fault): SendingRow => ({what, fault, says: [], held: 1});

export const sendingRows: readonly SendingRow[] = [
  // The connection.
  {what: 'a reset before the comment is read', fault: hang, early: true, says: [said.network], held: 0},
  {what: 'a reset before the comment is stored', fault: reset, says: [said.network], held: 0},
  lost('a reset after it was stored', reset),
  lost('a closed connection without an answer', close),
  lost('a reset in the middle of the answer', written(cut, 'reset')),
  {
    ...lost('a closed connection in the middle of the answer', written(cut, 'end')),
    inWebKit: [said.server],
  },
  {
    ...lost(
      'chunks without an end',
      written({length: null, headers: chunkedHeaders, body: chunk('{"comment":{"id":"1"')}, 'end'),
    ),
    inWebKit: [said.server],
  },
  lost('no answer in time', hang, said.timeout),
  lost('an answer that stops in its middle', written(cut, 'hang'), said.timeout),
  lost('an answer that drips for ever', drip, said.timeout),
  lost('what is no HTTP', noHttp),
  taken('an answer that trickles in', trickle),
  taken(
    '103 Early Hints before the answer',
    before('HTTP/1.1 103 Early Hints\r\nlink: </x.css>; rel=preload'),
  ),
  taken('102 Processing before the answer', before('HTTP/1.1 102 Processing')),
  taken('two answers, the second one a refusal', (socket, asked, site) => {
    const good = bytes(asked, {status: 201, body: site.created(asked)});
    socket.end(Buffer.concat([good, bytes(asked, {status: 500})]));
  }),
  taken('junk after the answer', (socket, asked, site) => {
    const good = bytes(asked, {status: 201, body: site.created(asked)});
    socket.end(Buffer.concat([good, Buffer.from('<<<>>> junk')]));
  }),
  // The body.
  lie('200 with HTML', {type: 'text/html', body: '<!doctype html><p>Sign in'}),
  lie('JSON that says it is HTML', {type: 'text/html', body: '{"comment":{"id":"1"}}'}),
  lie('JSON of no type', {type: null, body: '{"comment":{"id":"1"}}'}),
  lie('200 with XML', {type: 'application/xml', body: '<ok/>'}),
  lie('200 with {}', {body: '{}'}),
  lie('200 with an error inside', {body: '{"error":"database is locked"}'}),
  lie('200 with a problem inside', {body: '{"code":"spam","status":403}'}),
  lie('200 with an array', {body: '[]'}),
  lie('200 with null', {body: 'null'}),
  lie('200 with a number', {body: '1'}),
  lie('200 with a comment without an id', {body: '{"comment":{"content":{"text":"x"}}}'}),
  lie('200 with broken JSON', {body: '{"comment":'}),
  lie('an empty answer', {body: ''}),
  lie('204', {status: 204, type: null, length: null}),
  lie('205', {status: 205, type: null}),
  lie('304', {status: 304, type: null, length: null}),
  lie('JSON 50,000 levels deep', {body: '['.repeat(50_000)}),
  lie('bytes that are no UTF-8 in place of JSON', {body: Buffer.from([0xff, 0xfe, 0xc0, 0x80])}),
  lie('10 MB', {body: Buffer.alloc(10_000_000, ' ')}),
  lie('a bomb of 6 MiB in gzip', {body: gzipSync(big), headers: ['content-encoding: gzip']}),
  {
    ...lost('a wrong content-encoding', answer({body: 'no gzip', headers: ['content-encoding: gzip']})),
    inWebKit: [said.server],
  },
  taken(
    'a byte order mark',
    changed((body) => ({body: `\uFEFF${body}`})),
  ),
  taken('bad UTF-8 in a name', badBytes),
  taken(
    'keys that come twice',
    changed((body) => ({body: body.replace('{', '{"comment":7,')})),
  ),
  taken(
    'the type in capitals, with a charset',
    changed((body) => ({
      body,
      type: 'APPLICATION/JSON; charset=UTF-8',
    })),
  ),
  taken(
    'chunks',
    changed((body) => ({
      length: null,
      headers: chunkedHeaders,
      body: `${chunk(body)}0\r\n\r\n`,
    })),
  ),
  // Where the answer comes from.
  {
    what: 'no CORS',
    fault: stored(answer({status: 201, body: '{}', allowed: false})),
    says: [said.network],
    held: 1,
  },
  ...[301, 302, 303, 307, 308].map((status) =>
    lost(`${status} to the same server`, redirect(status, '/elsewhere')),
  ),
  lost('302 to a login page of another site', redirect(302, login)),
  lost('302 to a server that lets every page read', redirectElsewhere(302)),
  lost('307 to a server that takes comments', redirectElsewhere(307)),
  lost('a captive portal: 302 to its page', redirect(302, 'http://127.0.0.1:9/portal')),
  lie('a captive portal: 200 with its page', {type: 'text/html', body: '<html><title>Wi-Fi</title>'}),
  lie('511', {status: 511, type: 'text/html', body: '<p>Wi-Fi'}),
  // Refusals.
  refused(400, said.server),
  refused(401, said.login),
  refused(403, said.notAllowed),
  refused(403, said.closed, '{"code":"closed"}'),
  refused(403, said.spam, '{"code":"spam"}'),
  refused(404, said.notAllowed),
  refused(405, said.notAllowed),
  refused(409, said.duplicate),
  refused(410, said.parentMissing),
  refused(413, said.server),
  refused(415, said.server),
  refused(418, said.server),
  {
    what: '422 with fields',
    fault: answer({
      status: 422,
      body: JSON.stringify({
        code: 'invalid',
        errors: [
          {field: 'name', code: 'required'},
          {field: 'email', code: 'malformed'},
          {field: 'content', code: 'too-long', limit: 9},
          {field: '__proto__', code: 'toString'},
        ],
      }),
    }),
    says: [said.nameRequired, said.emailInvalid, said.tooLong],
    held: 0,
  },
  refused(422, said.server, '{"errors":{"length":2}}'),
  refused(422, said.server, '<p>A server’s own prose'),
  ...[500, 501, 502, 504].map((status) => refused(status, said.server)),
  refused(503, said.server),
  lost('500 after it was stored', answer({status: 500, body: 'Internal error'}), said.server),
  lost('502 with a body that is cut off', written({status: 502, ...cut}, 'end'), said.server),
  // Not before.
  later(429, null, wait.five),
  later(429, '240', wait.long),
  later(429, '0', wait.one),
  later(429, '999999999', wait.most),
  later(429, '-3', wait.five),
  later(429, 'Fri, 06 Nov 2048 08:49:37 GMT', wait.most),
  later(429, 'Friday, 06-Nov-48 08:49:37 GMT', wait.most),
  later(429, 'Fri Nov  6 08:49:37 2048', wait.most),
  later(429, 'Sun, 06 Nov 1994 08:49:37 GMT', wait.one),
  later(429, 'soon', wait.five),
  later(429, '40, 50', wait.five),
  later(429, '', wait.five),
  {
    ...later(429, '40', wait.five),
    what: '429 with two lines of Retry-After',
    fault: answer({status: 429, body: '{}', headers: ['retry-after: 40', 'retry-after: 50']}),
  },
  later(503, '240', wait.long),
  later(503, 'Fri, 06 Nov 2048 08:49:37 GMT', wait.most),
];
