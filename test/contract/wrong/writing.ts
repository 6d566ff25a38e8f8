import type {Between} from '../start-reference.js';
import {hearing, isPost, plain, reading, replying, showing, type WrongServer} from './spoil.js';

/** The embedded database answers before the next request is read; one on another machine does not. */
const databaseAway = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

/** Keeps answers in memory once they are given, so that two at the same moment are two comments. */
function keysInMemory(): Between {
  const given = new Map<string, string>();
  return async (request, serve) => {
    const key = request.headers.get('Idempotency-Key')?.toLowerCase();
    if (!isPost(request) || !key) return serve(request);
    const before = given.get(key);
    if (before !== undefined)
      return new Response(before, {status: 201, headers: {'Content-Type': 'application/json'}});
    const headers = new Headers(request.headers);
    headers.delete('Idempotency-Key');
    await databaseAway();
    const response = await serve(
      new Request(request.url, {method: 'POST', headers, body: await request.text()}),
    );
    if (response.ok) given.set(key, await response.clone().text());
    return response;
  };
}

const withoutKey = hearing((_, headers) => headers.delete('Idempotency-Key'));
/** What goes wrong when comments are written. */
export const wrongWriting: readonly WrongServer[] = [
  {
    mistake: 'takes whatever name and address it gets',
    breaks: [
      'fields: name and e-mail are required',
      'fields: are checked again on the server',
      'fields: all that is wrong is said at once',
    ],
    between: reading((body) => ({...body, author: {name: 'ليلى', email: 'laila@example.org', url: null}})),
  },
  {
    mistake: 'takes whatever text it gets',
    breaks: [
      'fields: a comment may not be empty, also not of marks that nobody sees',
      'fields: stacked marks do not get round the limit',
      'fields: too many links are refused',
    ],
    between: reading((body) => ({...body, content: {text: `نص ${Math.random()}`}})),
  },
  {
    mistake: 'counts code units instead of characters',
    breaks: ['fields: a comment may have as many characters as are announced, as a reader counts them'],
    between: async (request, serve) => {
      const body = isPost(request) ? await request.clone().text() : '{}';
      const text = (JSON.parse(body) as {content?: {text?: unknown}}).content?.text;
      return typeof text === 'string' && text.length > 5_000 ? plain(422, '{}') : serve(request);
    },
  },
  {
    mistake: 'says what is wrong in words only',
    breaks: ['fields: a thread is needed', 'own: a change is checked like a new comment'],
    between: replying((response) =>
      response.status === 422 ? Response.json({error: 'Sorry!'}, {status: 422}) : response,
    ),
  },
  {
    mistake: 'takes replies to anything',
    breaks: [
      'fields: a parent must be there, in the same thread',
      'own: a deleted comment keeps its place while it has replies',
      'own: a reply and the deletion of what it answers do not miss each other',
    ],
    between: reading((body) => ({...body, parentId: null})),
  },
  {
    mistake: 'does not look at the hidden field',
    breaks: [
      'fields: a field that people do not see marks spam',
      'idempotency: a key whose comment was refused is free',
    ],
    between: reading((body) => ({...body, decoy: ''})),
  },
  {
    mistake: 'takes copies',
    breaks: [
      'fields: the same words again are a duplicate, those of somebody else are not',
      'fields: of two copies at the same moment one is taken',
    ],
    between: reading((body) => ({...body, author: {name: `ليلى ${Math.random()}`, email: 'l@example.org'}})),
  },
  {
    mistake: 'breaks on what is not JSON',
    breaks: [
      'fields: what is not JSON is refused',
      'cross-origin: pages of an allowed origin may read answers, also of failures',
    ],
    between: replying((response) => (response.status === 400 ? plain(500, 'Internal error') : response)),
  },
  {
    mistake: 'takes a body of any size',
    breaks: ['fields: a body that is too large is refused before it is read'],
    between: reading((body) => ({...body, page: null})),
  },
  {
    mistake: 'refuses what it does not know',
    breaks: ['fields: what is not known is no obstacle, and no way in'],
    between: async (request, serve) =>
      isPost(request) && (await request.clone().text()).includes('"more"')
        ? plain(422, '{}')
        : serve(request),
  },
  {
    mistake: 'does not know idempotency keys',
    breaks: [
      'idempotency: the same key gives the same answer and stores nothing',
      'idempotency: only another thread, parent or text is a mistake',
      'idempotency: a held comment is remembered too',
      'idempotency: a key must be a UUID',
      'limits: too many comments from one address have to wait, whatever it says of itself',
    ],
    between: withoutKey,
  },
  {
    mistake: 'looks keys up in memory',
    breaks: ['idempotency: fifty at once are one comment'],
    between: keysInMemory(),
  },
  {
    mistake: 'gives up under load',
    breaks: ['idempotency: fifty keys at once are fifty comments'],
    between: (() => {
      let underWay = 0;
      return async (request, serve) => {
        if (++underWay > 20) return (underWay--, plain(503, 'Busy'));
        await databaseAway();
        return serve(request).finally(() => underWay--);
      };
    })(),
  },
  {
    mistake: 'answers a retry with the comment as it is now',
    breaks: ['idempotency: the answer stays the same after the comment was changed or deleted'],
    between: showing((comment) => ({...comment, editedAt: new Date().toISOString()})),
  },
];
